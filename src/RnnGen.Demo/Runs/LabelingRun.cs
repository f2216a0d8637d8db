using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using RnnGen.Demo.Baselines;
using RnnGen.Demo.Rendering;
using Spectre.Console;

namespace RnnGen.Demo.Runs;

/// <summary>Trains a tagger on labeled sentences and shows what it has learned.</summary>
internal static class LabelingRun<TModel>
    where TModel : class, ISequenceLabeler<TModel>
{
    private const int SentencesShown = 4;
    private const int LongestSentenceShown = 9;

    public static void Execute(
        LabelingData data, TrainingSettings settings, string? savePath, IAnsiConsole console, CancellationToken cancellation)
    {
        ModelDescription description = TModel.Description;
        LabelSet labels = Limits.CheckLabels(
            data.Training.SelectMany(LabelsOf),
            data.Development.SelectMany(LabelsOf),
            description,
            "Labels");
        Vocabulary vocabulary = WordShapes.BuildVocabulary(data.Training, description.VocabularySize);
        SequenceDataset training = Encode(data.Training, vocabulary, labels);
        SequenceDataset development = Encode(data.Development, vocabulary, labels);
        Report.Data(console, description, vocabulary, training, development);

        TModel model = TModel.Create(settings.Seed);
        // Who cancels ends the training alone; what it has reached is measured.
        _ = TrainingMonitor.Fit(model, training, development, settings, console, cancellation);

        var labeler = new TextLabeler<TModel>(model, vocabulary, labels);
        bool isSaved = Report.TrySave(console, labeler.Save, savePath);
        ConfusionMatrix result = Measure(labeler, data.Development);
        var mostFrequentTag = new MostFrequentTag(data.Training.SelectMany(sentence => sentence.Tokens.Zip(LabelsOf(sentence))));
        ConfusionMatrix baseline = Measure(mostFrequentTag, data.Development, labels);
        Report.Comparison(
            console,
            Report.OnDevelopmentSet,
            ("the most frequent tag of each word", baseline.Accuracy, baseline.MacroF1),
            ("the recurrent network", result.Accuracy, result.MacroF1));
        Report.Classes(console, result, labels);

        TaggedSentences.Write(console, Examples(labeler, mostFrequentTag, data.Development, console));
        Report.Cost(console, description, "a sentence", Measure(model, development), labeler.Save, savePath, isSaved);
    }

    /// <summary>The labels of a sentence, of which a file has one for every token.</summary>
    private static IEnumerable<string> LabelsOf(LabeledSentence sentence) => sentence.Labels.OfType<string>();

    private static SequenceDataset Encode(IReadOnlyList<LabeledSentence> sentences, Vocabulary vocabulary, LabelSet labels) =>
        SequenceDataset.ForLabeling(
            sentences.Select(sentence => WordShapes.Replace(sentence, vocabulary)), vocabulary, TModel.Description.SequenceLength, labels);

    /// <summary>As whoever loads it will have it: of the labels that have a name, and sentences longer than the model's in pieces.</summary>
    private static ConfusionMatrix Measure(TextLabeler<TModel> labeler, IReadOnlyList<LabeledSentence> sentences)
    {
        var confusion = new ConfusionMatrix(labeler.Labels.Count);
        IReadOnlyList<IReadOnlyList<TokenPrediction>> tagged = labeler.PredictMany(sentences.Select(sentence => WordShapes.Replace(sentence.Tokens, labeler.Vocabulary)));
        foreach ((LabeledSentence sentence, IReadOnlyList<TokenPrediction> predictions) in sentences.Zip(tagged))
        {
            foreach ((string tag, TokenPrediction prediction) in LabelsOf(sentence).Zip(predictions))
            {
                confusion.Add(labeler.Labels.IdOf(tag), labeler.Labels.IdOf(prediction.Label));
            }
        }

        return confusion;
    }

    private static ConfusionMatrix Measure(MostFrequentTag baseline, IReadOnlyList<LabeledSentence> sentences, LabelSet labels)
    {
        var confusion = new ConfusionMatrix(labels.Count);
        foreach ((string word, string tag) in sentences.SelectMany(sentence => sentence.Tokens.Zip(LabelsOf(sentence))))
        {
            confusion.Add(labels.IdOf(tag), labels.IdOf(baseline.Predict(word)));
        }

        return confusion;
    }

    /// <summary>Sentences that fit on a line and in which the baseline errs, spread over the file, whether or not the network does better.</summary>
    private static IEnumerable<TaggedSentence> Examples(
        TextLabeler<TModel> labeler, MostFrequentTag baseline, IReadOnlyList<LabeledSentence> sentences, IAnsiConsole console)
    {
        TaggedSentence[] candidates =
        [
            .. sentences
                .Where(sentence => sentence.Tokens.Count <= LongestSentenceShown)
                .Select(sentence => new TaggedSentence(
                    sentence.Tokens,
                    [.. LabelsOf(sentence)],
                    [.. labeler.Predict(WordShapes.Replace(sentence.Tokens, labeler.Vocabulary)).Select(prediction => prediction.Label)],
                    [.. sentence.Tokens.Select(baseline.Predict)]))
                .Where(sentence => !sentence.Baseline.SequenceEqual(sentence.Truth) && TaggedSentences.Fit(console, sentence)),
        ];
        int shown = Math.Min(SentencesShown, candidates.Length);
        return Enumerable.Range(0, shown).Select(i => candidates[(int)((long)i * candidates.Length / shown)]);
    }

    private static Measurement Measure(TModel model, SequenceDataset dataset)
    {
        int[] labels = new int[TModel.Description.SequenceLength];
        return Measurement.Of(i =>
        {
            ReadOnlySpan<int> tokens = dataset.InputsOf(i % dataset.Count);
            model.Predict(tokens, labels.AsSpan(0, tokens.Length));
        });
    }
}
