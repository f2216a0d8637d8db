using System;
using System.Threading.Tasks;
using RnnGen.Demo.Models;

namespace RnnGen.Demo.Tests;

/// <summary>What saved models are asked, and what they are not.</summary>
public class PredictCommandTests
{
    [Fact]
    public async Task Input_that_is_not_UTF_8_is_refused_by_its_line_after_the_answers_to_those_before()
    {
        using var folder = new TemporaryFolder();

        DemoRun run = await DemoRun.OfAsync(["predict", "--model", SaveClassifier(folder)], [.. "one\r\ntwo caf\u00E9\nthr"u8, 0xE9, .. "e\nfour\n"u8]);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("error: standard input:3: The line is not UTF-8", run.Error, StringComparison.Ordinal);
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(2, lines.Length);
        Assert.EndsWith("\tone", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("\ttwo caf\u00E9", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_line_needs_no_end_and_a_byte_order_mark_is_no_text()
    {
        using var folder = new TemporaryFolder();

        DemoRun run = await DemoRun.OfAsync(["predict", "--model", SaveClassifier(folder)], "\uFEFFone");

        Assert.EndsWith("\tone", run.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_may_begin_with_an_at_sign()
    {
        using var folder = new TemporaryFolder();

        DemoRun run = await DemoRun.OfAsync(["predict", "--model", SaveClassifier(folder), "@somebody one"]);

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("\t@somebody one", run.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_refused()
    {
        using var folder = new TemporaryFolder();

        (await DemoRun.OfAsync(["predict", "--model", SaveClassifier(folder)], new string('a', (1 << 20) + 1)))
            .AssertRefused("standard input:1: The line is longer than 1048576 bytes.");
    }

    [Theory]
    [InlineData("one\ntwo")]
    [InlineData("one\r\ntwo")]
    [InlineData("one\rtwo")]
    [InlineData("one\n")]
    public async Task A_text_with_a_line_break_is_refused_where_answers_are_lines(string text)
    {
        using var folder = new TemporaryFolder();

        (await DemoRun.OfAsync(["predict", "--model", SaveClassifier(folder), text])).AssertRefused("line break");
        (await DemoRun.OfAsync(["predict", "--model", SaveTagger(folder), text])).AssertRefused("line break");
    }

    [Fact]
    public async Task A_carriage_return_within_a_line_of_input_is_a_line_break_too()
    {
        using var folder = new TemporaryFolder();

        (await DemoRun.OfAsync(["predict", "--model", SaveClassifier(folder)], "one\rtwo\n")).AssertRefused("standard input:1: The text has a line break");
    }

    [Fact]
    public async Task A_generator_goes_on_from_several_lines()
    {
        using var folder = new TemporaryFolder();

        DemoRun run = await DemoRun.OfAsync(["predict", "--model", SaveGenerator(folder), "ab\nab", "--length", "3", "--temperature", "100", "--seed", "2"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("ab\nab", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--length", "7")]
    [InlineData("--temperature", "0.8")]
    [InlineData("--seed", "1")]
    public async Task An_option_of_generators_is_refused_for_other_models_even_with_its_default(string option, string value)
    {
        using var folder = new TemporaryFolder();

        (await DemoRun.OfAsync(["predict", "--model", SaveClassifier(folder), "one", option, value])).AssertRefused($"{option} is only for a generator");
        (await DemoRun.OfAsync(["predict", "--model", SaveTagger(folder), "one", option, value])).AssertRefused($"{option} is only for a generator");
    }

    // What they answer does not matter here: none of them is trained.
    private static string SaveClassifier(TemporaryFolder folder)
    {
        string path = folder["classifier.safetensors"];
        var vocabulary = Vocabulary.Build(["one two"], Tokenizer.Words, SentimentClassifier.VocabularySize);
        new TextClassifier<SentimentClassifier>(new SentimentClassifier(seed: 1), vocabulary, LabelSet.Build(["up", "down"])).Save(path);
        return path;
    }

    private static string SaveTagger(TemporaryFolder folder)
    {
        string path = folder["tagger.safetensors"];
        var vocabulary = Vocabulary.Build(["one two"], Tokenizer.Words, PartOfSpeechTagger.VocabularySize);
        new TextLabeler<PartOfSpeechTagger>(new PartOfSpeechTagger(seed: 1), vocabulary, LabelSet.Build(["NUM"])).Save(path);
        return path;
    }

    private static string SaveGenerator(TemporaryFolder folder)
    {
        string path = folder["generator.safetensors"];
        var vocabulary = Vocabulary.Build(["ab\nab\n"], Tokenizer.Characters, CharacterModel.VocabularySize);
        new TextGenerator<CharacterModel>(new CharacterModel(seed: 1), vocabulary).Save(path);
        return path;
    }
}
