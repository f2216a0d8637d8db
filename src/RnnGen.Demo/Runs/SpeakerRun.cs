using System.Collections.Generic;
using System.Linq;
using System.Threading;
using RnnGen.Demo.Baselines;
using RnnGen.Demo.Rendering;
using Spectre.Console;

namespace RnnGen.Demo.Runs;

/// <summary>Trains a classifier of speakers and shows what it has learned.</summary>
internal static class SpeakerRun<TModel>
    where TModel : class, IFeatureClassifier<TModel>
{
    public static void Execute(
        SpeakerData data, TrainingSettings settings, string? savePath, IAnsiConsole console, CancellationToken cancellation)
    {
        ModelDescription description = TModel.Description;
        LabelSet labels = Limits.CheckLabels(
            data.Training.Select(sample => sample.Label), data.HeldOut.Select(sample => sample.Label), description, "Classes");
        var training = SequenceDataset.ForClassification(data.Training, description.FeatureCount, description.SequenceLength, labels);
        var heldOut = SequenceDataset.ForClassification(data.HeldOut, description.FeatureCount, description.SequenceLength, labels);
        Limits.CheckFeatures(training, heldOut);
        Report.Data(console, description, training, heldOut);

        TModel model = TModel.Create(settings.Seed);
        // Who cancels ends the training alone; what it has reached is measured.
        _ = TrainingMonitor.Fit(model, training, heldOut, settings, console, cancellation);

        bool isSaved = Report.TrySave(console, Save, savePath);
        ConfusionMatrix result = Measure(model, data.HeldOut, labels);
        ConfusionMatrix nearest = Nearest(data, labels, description.FeatureCount);
        Report.Comparison(
            console,
            "on the sequences held out",
            ("the nearest mean of a class, over time", nearest.Accuracy, nearest.MacroF1),
            ("the recurrent network", result.Accuracy, result.MacroF1));
        Report.Classes(console, result, labels);
        Report.Cost(console, description, "a sequence", Measure(model, heldOut), Save, savePath, isSaved);

        void Save(string path) => ModelFile.Save(model, path, new ModelMetadata { Labels = labels });
    }

    /// <summary>As whoever loads it will have it: of the classes that the model is compiled for, those that have a name.</summary>
    private static ConfusionMatrix Measure(TModel model, IReadOnlyList<ClassifiedFeatures> samples, LabelSet labels)
    {
        var confusion = new ConfusionMatrix(labels.Count);
        float[] probabilities = new float[TModel.Description.OutputSize];
        foreach (ClassifiedFeatures sample in samples)
        {
            confusion.Add(labels.IdOf(sample.Label), NamedClass.Of(model, sample.Features.Span, probabilities, labels));
        }

        return confusion;
    }

    private static ConfusionMatrix Nearest(SpeakerData data, LabelSet labels, int featureCount)
    {
        var baseline = new NearestClassMean(data.Training, featureCount);
        var confusion = new ConfusionMatrix(labels.Count);
        foreach (ClassifiedFeatures sample in data.HeldOut)
        {
            confusion.Add(labels.IdOf(sample.Label), labels.IdOf(baseline.Predict(sample.Features.Span)));
        }

        return confusion;
    }

    private static Measurement Measure(TModel model, SequenceDataset dataset)
    {
        float[] probabilities = new float[TModel.Description.OutputSize];
        return Measurement.Of(i => model.Predict(dataset.FeaturesOf(i % dataset.Count), probabilities));
    }
}
