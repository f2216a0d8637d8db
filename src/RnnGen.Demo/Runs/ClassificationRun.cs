using System.Collections.Generic;
using System.Linq;
using System.Threading;
using RnnGen.Demo.Baselines;
using RnnGen.Demo.Rendering;
using Spectre.Console;

namespace RnnGen.Demo.Runs;

/// <summary>Trains a classifier on texts and shows what it has learned.</summary>
internal static class ClassificationRun<TModel>
    where TModel : class, ISequenceClassifier<TModel>
{
    private const int ExamplesShown = 8;

    public static void Execute(
        ClassificationData data, TrainingSettings settings, string? savePath, IAnsiConsole console, CancellationToken cancellation)
    {
        ModelDescription description = TModel.Description;
        LabelSet labels = Limits.CheckLabels(
            data.Training.Select(sample => sample.Label), data.Development.Select(sample => sample.Label), description, "Classes");
        var vocabulary = Vocabulary.Build(
            data.Training.Select(sample => sample.Text), data.Tokenizer, description.VocabularySize, data.MinimumFrequency);
        var training = SequenceDataset.ForClassification(data.Training, vocabulary, description.SequenceLength, labels);
        var development = SequenceDataset.ForClassification(data.Development, vocabulary, description.SequenceLength, labels);
        Report.Data(console, description, vocabulary, training, development);

        TModel model = TModel.Create(settings.Seed);
        // Who cancels ends the training alone; what it has reached is measured.
        _ = TrainingMonitor.Fit(model, training, development, settings, console, cancellation);

        var classifier = new TextClassifier<TModel>(model, vocabulary, labels);
        bool isSaved = Report.TrySave(console, classifier.Save, savePath);
        ConfusionMatrix result = Measure(classifier, data.Development);
        ConfusionMatrix majority = Majority(data, labels);
        ConfusionMatrix bagOfWords = NaiveBayes(data, labels);
        Report.Comparison(
            console,
            Report.OnDevelopmentSet,
            ("the most frequent class", majority.Accuracy, majority.MacroF1),
            ($"naive Bayes on a bag of {data.Unit}", bagOfWords.Accuracy, bagOfWords.MacroF1),
            ("the recurrent network", result.Accuracy, result.MacroF1));
        Report.Classes(console, result, labels);

        WriteExamples(console, classifier, data.Development);
        Report.Cost(console, description, "a sequence", Measure(model, development), classifier.Save, savePath, isSaved);
    }

    /// <summary>As whoever loads it will have it: of the classes that the model is compiled for, those that have a name.</summary>
    private static ConfusionMatrix Measure(TextClassifier<TModel> classifier, IReadOnlyList<ClassifiedText> samples)
    {
        var confusion = new ConfusionMatrix(classifier.Labels.Count);
        foreach ((ClassifiedText sample, LabelPrediction prediction) in samples.Zip(classifier.PredictMany(samples.Select(sample => sample.Text))))
        {
            confusion.Add(classifier.Labels.IdOf(sample.Label), classifier.Labels.IdOf(prediction.Label));
        }

        return confusion;
    }

    private static ConfusionMatrix Majority(ClassificationData data, LabelSet labels)
    {
        int majority = labels.IdOf(data.Training.CountBy(sample => sample.Label).MaxBy(count => count.Value).Key);
        var confusion = new ConfusionMatrix(labels.Count);
        foreach (ClassifiedText sample in data.Development)
        {
            confusion.Add(labels.IdOf(sample.Label), majority);
        }

        return confusion;
    }

    private static ConfusionMatrix NaiveBayes(ClassificationData data, LabelSet labels)
    {
        var bayes = new BagOfWords();
        foreach (ClassifiedText sample in data.Training)
        {
            bayes.Add(data.Tokenizer.Tokenize(sample.Text), sample.Label);
        }

        var confusion = new ConfusionMatrix(labels.Count);
        foreach (ClassifiedText sample in data.Development)
        {
            confusion.Add(labels.IdOf(sample.Label), labels.IdOf(bayes.Predict(data.Tokenizer.Tokenize(sample.Text))));
        }

        return confusion;
    }

    private static void WriteExamples(IAnsiConsole console, TextClassifier<TModel> classifier, IReadOnlyList<ClassifiedText> samples)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn("predicted").AddColumn("true").AddColumn("text");
        for (int i = 0; i < ExamplesShown; i++)
        {
            // Spread over the file, which may well be sorted by class.
            ClassifiedText sample = samples[(int)((long)i * samples.Count / ExamplesShown)];
            var prediction = classifier.Predict(sample.Text);
            string colour = prediction.Label == sample.Label ? "green" : "red";
            _ = table.AddRow(
                $"[{colour}]{Markup.Escape(prediction.Label)}[/] {Format.Percent(prediction.Probability)}",
                Markup.Escape(sample.Label),
                Markup.Escape(sample.Text));
        }

        console.Write(table);
    }

    private static Measurement Measure(TModel model, SequenceDataset dataset)
    {
        float[] probabilities = new float[TModel.Description.OutputSize];
        return Measurement.Of(i => model.Predict(dataset.InputsOf(i % dataset.Count), probabilities));
    }
}
