using System;
using System.IO;
using System.Linq;
using System.Threading;
using RnnGen.Demo.Corpora;
using RnnGen.Demo.Models;
using RnnGen.Demo.Rendering;
using RnnGen.Demo.Runs;
using Spectre.Console;

namespace RnnGen.Demo.Commands;

/// <summary>What the demo does without a command: three tasks, trained on the corpora that ship with it.</summary>
internal static class Showcase
{
    private static readonly TrainingSettings SentimentSettings = new() { Epochs = 30, LearningRate = 3e-3 };
    private static readonly TrainingSettings TaggingSettings = new() { Epochs = 10, LearningRate = 5e-3 };
    private static readonly TrainingSettings CoupletSettings = new() { Epochs = 30, BatchSize = 16, LearningRate = 3e-3, Monitor = ValidationMetric.Loss };

    private static readonly GenerationSettings Writing = new(Length: 200, Temperature: 0.5f, Seed: 1);
    private const int CoupletsCounted = 200;

    public static void Run(DemoConsole console, CancellationToken cancellation)
    {
        var summary = new RunSummary(console.Output);
        Sentiment(console.Output, cancellation);
        cancellation.ThrowIfCancellationRequested();
        console.Output.WriteLine();
        Tagging(console.Output, cancellation);
        cancellation.ThrowIfCancellationRequested();
        console.Output.WriteLine();
        Couplets(console.Output, cancellation);
        summary.Write();
    }

    private static void Sentiment(IAnsiConsole console, CancellationToken cancellation)
    {
        Introduce(
            console,
            "1. Sentiment of a sentence",
            "Reviews full of negation, contrast and scope (\"far from boring\", \"they told me that … they were wrong\"). Nearly every word is as frequent in"
            + " one class as in the other, and no construction of the development set stands with the same adjective in training: only the order of the words tells.");
        var data = new ClassificationData(
            [.. CorpusReader.ReadTsv(PathOf("sentiment.train.tsv"), TsvColumns.LabelText)],
            [.. CorpusReader.ReadTsv(PathOf("sentiment.dev.tsv"), TsvColumns.LabelText)],
            Tokenizer.Words,
            "words");
        ClassificationRun<ShowcaseSentiment>.Execute(data, SentimentSettings, savePath: null, console, cancellation);
    }

    private static void Tagging(IAnsiConsole console, CancellationToken cancellation)
    {
        Introduce(
            console,
            "2. Parts of speech",
            "Sentences full of words that are several parts of speech (\"They saw the saw\", \"Will will fish\"): which, only their neighbours tell."
            + " No verb of the development set has the same noun for its object in training.");
        LabelingRun<ShowcaseTagger>.Execute(
            new LabelingData(
                [.. CorpusReader.ReadConll(PathOf("tagging.train.conll"))], [.. CorpusReader.ReadConll(PathOf("tagging.dev.conll"))]),
            TaggingSettings,
            savePath: null,
            console,
            cancellation);
    }

    private static void Couplets(IAnsiConsole console, CancellationToken cancellation)
    {
        Introduce(
            console,
            "3. Text, character by character",
            "Couplets in which an animal and three things rhyme, some ten characters from one rhyme to the next: further than counts of pairs and triples"
            + " of characters reach. No couplet of the development set ends its lines in the same two words, in that order, as one in training.");
        var data = new GenerationData(ReadCouplets("couplets.train.txt"), ReadCouplets("couplets.dev.txt"), IsRunning: false);
        TextGenerator<ShowcaseCharacters> generator = GenerationRun<ShowcaseCharacters>.Execute(
            new GenerationTask(data, Writing, ["", "", "The proud goose"]), CoupletSettings, savePath: null, console, cancellation);
        int rhymes = Enumerable.Range(0, CoupletsCounted)
            .Select(i => generator.Generate("", Writing.Length, Writing.ToOptions() with { Seed = i }))
            .Count(CoupletGrammar.IsRhymed);
        console.WriteLine($"  Rhymes       in {rhymes} of {CoupletsCounted} couplets that it writes; by chance, one in sixteen");
    }

    private static string[] ReadCouplets(string file) =>
        [.. CorpusReader.ReadText(PathOf(file)).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(couplet => couplet.TrimEnd('\n'))];

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Corpora", "Texts", file);

    private static void Introduce(IAnsiConsole console, string title, string text)
    {
        console.Write(new Rule($"[bold]{Markup.Escape(title)}[/]").LeftJustified());
        console.Write(new Padder(new Text(text), new Padding(2, 0, 2, 1)));
    }
}
