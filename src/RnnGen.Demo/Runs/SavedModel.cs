using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using RnnGen.Demo.Models;
using RnnGen.Demo.Readers;

namespace RnnGen.Demo.Runs;

/// <summary>Finds the class that a model file was saved from, and makes it answer lines of text or of numbers.</summary>
internal static class SavedModel
{
    private static readonly Candidate[] Candidates =
    [
        Classifier<SentimentClassifier>(),
        Classifier<SentimentClassifierGru>(),
        Classifier<SentimentClassifierLstm>(),
        Classifier<SentimentClassifierBiLstm>(),
        Classifier<SentenceClassifier>(),
        Classifier<SentenceClassifierGru>(),
        Classifier<SentenceClassifierLstm>(),
        Classifier<SentenceClassifierBiLstm>(),
        Classifier<SpellingClassifier>(),
        Classifier<SpellingClassifierGru>(),
        Classifier<SpellingClassifierLstm>(),
        Classifier<SpellingClassifierBiLstm>(),
        Labeler<PartOfSpeechTagger>(),
        Labeler<PartOfSpeechTaggerGru>(),
        Labeler<PartOfSpeechTaggerLstm>(),
        Labeler<PartOfSpeechTaggerBiGru>(),
        Labeler<PartOfSpeechTaggerBiLstm>(),
        FeatureClassifier<SpeakerClassifier>(),
        FeatureClassifier<SpeakerClassifierGru>(),
        FeatureClassifier<SpeakerClassifierLstm>(),
        FeatureClassifier<SpeakerClassifierBiGru>(),
        FeatureClassifier<SpeakerClassifierBiLstm>(),
        Generator<CharacterModel>(),
        Generator<CharacterModelGru>(),
        Generator<CharacterModelLstm>(),
        Generator<LargeCharacterModel>(),
        Generator<DeepCharacterModel>(),
    ];

    /// <summary>Loads a model file.</summary>
    /// <param name="path">A file that one of the training commands saved.</param>
    /// <param name="generation">How a character model is to write.</param>
    /// <returns>The model, ready to answer.</returns>
    /// <exception cref="UserErrorException">No class of the demo has the cell and the sizes that the file names.</exception>
    public static OpenedModel Open(string path, GenerationSettings generation)
    {
        ModelFileHeader header = ModelFile.ReadHeader(path);
        if (header.IsCheckpoint)
        {
            throw new UserErrorException($"{path} is a checkpoint of a training run, and not a model.");
        }

        Candidate candidate = Candidates.FirstOrDefault(candidate => Matches(candidate.Model, header))
            ?? throw new UserErrorException($"{path} was not saved by classify, tag, generate or identify: no model class of this demo has its task, cell and sizes.");
        return new OpenedModel(candidate.Load(path, generation), candidate.Model.FeatureCount > 0, Writes: candidate.Model.Task == SequenceTask.Generation);
    }

    private static Candidate Classifier<TModel>()
        where TModel : class, ISequenceClassifier<TModel> => new(TModel.Description, (path, _) => Classify(TextClassifier<TModel>.Load(path)));

    private static Candidate FeatureClassifier<TModel>()
        where TModel : class, IFeatureClassifier<TModel> => new(TModel.Description, (path, _) => Identify<TModel>(path));

    private static Candidate Labeler<TModel>()
        where TModel : class, ISequenceLabeler<TModel> => new(TModel.Description, (path, _) => Tag(TextLabeler<TModel>.Load(path)));

    private static Candidate Generator<TModel>()
        where TModel : class, ISequenceGenerator<TModel> =>
            new(TModel.Description, (path, generation) => Write(TextGenerator<TModel>.Load(path), generation));

    private static bool Matches(ModelDescription model, ModelFileHeader header) =>
        header.Task == model.Task
        && header.Cell == ModelNames.Of(model.Cell)
        && header.VocabularySize.GetValueOrDefault() == model.VocabularySize
        && header.FeatureCount.GetValueOrDefault() == model.FeatureCount
        && header.HiddenSize == model.HiddenSize
        && header.LayerCount == model.LayerCount
        && header.IsBidirectional == model.IsBidirectional
        && header.EmbeddingSize == model.EmbeddingSize
        && header.Pooling == ModelNames.Of(model.Pooling)
        && header.SequenceLength == model.SequenceLength
        && header.OutputSize == model.OutputSize;

    /// <summary>Label, probability and text, separated by TABs.</summary>
    private static Answer Classify<TModel>(TextClassifier<TModel> classifier)
        where TModel : class, ISequenceClassifier<TModel> => (line, _, _) =>
        {
            LabelPrediction prediction = classifier.Predict(line);
            return string.Create(CultureInfo.InvariantCulture, $"{prediction.Label}\t{prediction.Probability:F4}\t{line}");
        };

    /// <summary>Label and probability, separated by a TAB; the line is a whole sequence, one step after another.</summary>
    private static Answer Identify<TModel>(string path)
        where TModel : class, IFeatureClassifier<TModel>
    {
        TModel model = ModelFile.Load<TModel>(path, out ModelMetadata metadata);
        LabelSet labels = metadata.Labels ?? throw new UserErrorException($"{path} does not say what its classes are called.");
        ModelDescription description = TModel.Description;
        float[] probabilities = new float[description.OutputSize];
        return (line, error, _) =>
        {
            List<float> features = NumberLine.Parse(line, error);
            (int steps, int rest) = Math.DivRem(features.Count, description.FeatureCount);
            if (rest != 0 || steps < 1 || steps > description.SequenceLength)
            {
                throw error(
                    $"The line has {features.Count} numbers; a sequence has 1 to {description.SequenceLength} steps of {description.FeatureCount} numbers each, all in one line.");
            }

            Limits.CheckFeatures(CollectionsMarshal.AsSpan(features), model.Standardization!, error);

            int best = NamedClass.Of(model, CollectionsMarshal.AsSpan(features), probabilities, labels);
            return string.Create(CultureInfo.InvariantCulture, $"{labels.NameOf(best)}\t{probabilities[best]:F4}");
        };
    }

    /// <summary>Every word with its tag behind a slash.</summary>
    private static Answer Tag<TModel>(TextLabeler<TModel> labeler)
        where TModel : class, ISequenceLabeler<TModel> => (line, _, _) =>
        {
            IReadOnlyList<string> words = labeler.Vocabulary.Tokenizer.Tokenize(line);
            IReadOnlyList<TokenPrediction> tagged = labeler.Predict(WordShapes.Replace(words, labeler.Vocabulary));
            return string.Join(' ', words.Zip(tagged, (word, prediction) => $"{word}/{prediction.Label}"));
        };

    private static Answer Write<TModel>(TextGenerator<TModel> generator, GenerationSettings generation)
        where TModel : class, ISequenceGenerator<TModel> => (line, _, cancellation) =>
            line + string.Concat(generator.GeneratePieces(line, generation.Length, generation.ToOptions(), cancellation));

    private sealed record Candidate(ModelDescription Model, Func<string, GenerationSettings, Answer> Load);
}
