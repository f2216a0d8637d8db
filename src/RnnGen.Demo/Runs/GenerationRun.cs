using System;
using System.Linq;
using System.Threading;
using RnnGen.Demo.Baselines;
using RnnGen.Demo.Rendering;
using Spectre.Console;

namespace RnnGen.Demo.Runs;

/// <summary>Trains a character model on text and shows what it has learned.</summary>
internal static class GenerationRun<TModel>
    where TModel : class, ISequenceGenerator<TModel>
{
    private const int HighestOrder = 3;

    public static TextGenerator<TModel> Execute(
        GenerationTask task, TrainingSettings settings, string? savePath, IAnsiConsole console, CancellationToken cancellation)
    {
        GenerationData data = task.Data;
        data.Check();
        ModelDescription description = TModel.Description;
        var vocabulary = Vocabulary.Build(data.Training, Tokenizer.Characters, description.VocabularySize);
        SequenceDataset training = data.Encode(data.Training, vocabulary, description.SequenceLength);
        SequenceDataset development = data.Encode(data.Development, vocabulary, description.SequenceLength);
        Report.Data(console, description, vocabulary, training, development);

        TModel model = TModel.Create(settings.Seed);
        // Who cancels ends the training alone; what it has reached is measured.
        _ = TrainingMonitor.Fit(model, training, development, settings, console, cancellation);

        var generator = new TextGenerator<TModel>(model, vocabulary);
        bool isSaved = Report.TrySave(console, generator.Save, savePath);
        WriteComparison(console, data, vocabulary, Evaluator.Evaluate(model, development, settings.Threads, cancellationToken: CancellationToken.None).LossPerToken);
        WriteTexts(console, generator, task);
        Report.Cost(console, description, "a character", Measure(model, development), generator.Save, savePath, isSaved);
        return generator;
    }

    private static void WriteComparison(IAnsiConsole console, GenerationData data, Vocabulary vocabulary, double reached)
    {
        Table table = Report.NewComparison(Report.OnDevelopmentSet, "nats a character", "bits a character", "perplexity");
        string training = data.Flatten(data.Training, vocabulary);
        string development = data.Flatten(data.Development, vocabulary);
        double best = double.PositiveInfinity;
        for (int order = 1; order <= HighestOrder; order++)
        {
            double nats = new CharacterNgrams(order, training).CrossEntropy(development, data.TokensGiven);
            best = Math.Min(best, nats);
            AddRow(order switch { 1 => "single characters", 2 => "pairs of characters", _ => "triples of characters" }, nats, Decoration.None);
        }

        AddRow("the recurrent network", reached, Decoration.Bold);
        console.Write(table);
        Report.Verdict(console, reached < best, $"{Format.Decimals(Math.Abs(best - reached), 2)} nats a character");
        console.WriteLine();

        void AddRow(string name, double nats, Decoration decoration)
        {
            var style = new Style(decoration: decoration);
            _ = table.AddRow(
                new Text(name, style),
                new Text(Format.Decimals(nats, 3), style),
                new Text(Format.Decimals(nats / Math.Log(2), 3), style),
                new Text(Format.Decimals(Math.Exp(nats), 2), style));
        }
    }

    private static void WriteTexts(IAnsiConsole console, TextGenerator<TModel> generator, GenerationTask task)
    {
        GenerationSettings generation = task.Writing;
        console.WriteLine($"  Generated text (temperature {Format.Decimals(generation.Temperature, 1)}):");
        console.WriteLine();
        foreach ((int number, string prompt) in task.Prompts.Index())
        {
            SamplingOptions options = generation.ToOptions() with { Seed = generation.Seed + number, FromStart = !task.Data.IsRunning };
            string text = generator.Generate(prompt, generation.Length, options);

            // Past the console, which would break long lines where the text has no line end.
            console.Profile.Out.Writer.WriteLine("    " + text.Trim().ReplaceLineEndings("\n    "));
            console.WriteLine();
        }
    }

    private static Measurement Measure(TModel model, SequenceDataset dataset)
    {
        float[] state = new float[TModel.Description.StateSize];
        float[] probabilities = new float[TModel.Description.VocabularySize];
        return Measurement.Of(i =>
        {
            ReadOnlySpan<int> tokens = dataset.InputsOf(0);
            _ = model.Step(tokens[i % tokens.Length], state, probabilities);
        });
    }
}
