using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using RnnGen.Demo.Models;

namespace RnnGen.Demo.Tests;

/// <summary>From files to a saved model and back.</summary>
public class TrainingCommandTests
{
    [Theory]
    [InlineData("elman", ", 64 elman units,")]
    [InlineData("gru", ", 64 gru units,")]
    [InlineData("lstm", ", 64 lstm units,")]
    [InlineData("bilstm", ", 32 lstm units each way, max over time,")]
    public async Task Classify_learns_the_order_of_two_words_and_predict_answers_from_the_saved_file(string network, string shown)
    {
        using var folder = new TemporaryFolder();
        string data = folder.Write("order.tsv", string.Concat(Enumerable.Repeat("up\tone two\ndown\ttwo one\n", 40)));
        string model = folder["order.safetensors"];

        DemoRun training = await DemoRun.OfAsync(
            ["classify", "--train", data, "--dev", data, "--save", model, "--format", "label-text", "--learning-rate", "0.01", "--weight-decay", "0", "--epochs", "30", "--network", network]);
        DemoRun argument = await DemoRun.OfAsync(["predict", "--model", model, "one two"]);
        DemoRun input = await DemoRun.OfAsync(["predict", "--model", model], input: "two one\none two\n");

        AssertReported(training);
        AssertHeading("dev", training.Output);
        Assert.Contains(shown, string.Join(' ', training.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("beats the best baseline", training.Output, StringComparison.Ordinal);
        AssertPrediction("up", "one two", argument.Output);
        string[] lines = input.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        AssertPrediction("down", "two one", lines[0]);
        AssertPrediction("up", "one two", lines[1]);
    }

    [Theory]
    [InlineData("elman")]
    [InlineData("gru")]
    [InlineData("lstm")]
    [InlineData("bilstm")]
    public async Task Classify_finds_the_column_of_the_labels_and_reads_characters(string network)
    {
        using var folder = new TemporaryFolder();
        string[] words = [.. Enumerable.Range(0, 40).Select(i => string.Concat(Enumerable.Repeat("ab"[i % 2], 3 + (i / 2))))];
        string data = folder.Write("letters.tsv", string.Concat(words.Select(word => $"{word}\tonly {word[0]}\n")));
        string model = folder["letters.safetensors"];

        AssertReported(await DemoRun.OfAsync(["classify", "--train", data, "--dev", data, "--save", model, "--tokens", "characters", "--learning-rate", "0.01", "--epochs", "60", "--network", network]));

        AssertPrediction("only b", "bbbb", (await DemoRun.OfAsync(["predict", "--model", model, "bbbb"])).Output, SpellingClassifier.ClassCount);
    }

    [Theory]
    [InlineData("elman")]
    [InlineData("gru")]
    [InlineData("lstm")]
    [InlineData("bilstm")]
    public async Task Classify_learns_three_classes_with_every_network(string network)
    {
        using var folder = new TemporaryFolder();
        string data = folder.Write("three.tsv", string.Concat(Enumerable.Repeat("up\tone two\ndown\ttwo one\neven\ttwo two\n", 40)));
        string model = folder["three.safetensors"];

        AssertReported(await DemoRun.OfAsync(
            ["classify", "--train", data, "--dev", data, "--save", model, "--format", "label-text", "--learning-rate", "0.01", "--weight-decay", "0", "--epochs", "30", "--network", network]));

        AssertPrediction("even", "two two", (await DemoRun.OfAsync(["predict", "--model", model, "two two"])).Output, SentenceClassifier.ClassCount);
    }

    [Theory]
    [InlineData("elman")]
    [InlineData("gru")]
    [InlineData("lstm")]
    [InlineData("bigru")]
    [InlineData("bilstm")]
    public async Task Tag_learns_a_word_whose_tag_depends_on_the_one_before_it(string network)
    {
        using var folder = new TemporaryFolder();
        string data = folder.Write("can.conll", string.Concat(Enumerable.Repeat("we PRON\ncan AUX\n\nthe DET\ncan NOUN\n\n", 40)));
        string model = folder["can.safetensors"];

        AssertReported(await DemoRun.OfAsync(["tag", "--train", data, "--dev", data, "--save", model, "--learning-rate", "0.01", "--epochs", "20", "--patience", "0", "--cell", network]));
        DemoRun run = await DemoRun.OfAsync(["predict", "--model", model], input: "the can\nwe can\n");

        Assert.Equal(["the/DET can/NOUN", "we/PRON can/AUX"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Theory]
    [InlineData("elman")]
    [InlineData("gru")]
    [InlineData("lstm")]
    [InlineData("lstm-256")]
    [InlineData("lstm-256x2")]
    public async Task Generate_goes_on_as_the_text_did(string network)
    {
        using var folder = new TemporaryFolder();
        string data = folder.Write("abc.txt", string.Concat(Enumerable.Repeat("abcd", 2000)));
        string model = folder["abc.safetensors"];

        AssertReported(await DemoRun.OfAsync(["generate", "--train", data, "--dev", data, "--save", model, "--batch", "4", "--epochs", "10", "--network", network]));
        DemoRun run = await DemoRun.OfAsync(["predict", "--model", model, "abcda", "--length", "7", "--temperature", "0"]);

        Assert.Equal("abcdabcdabcd", run.Output.Trim());
    }

    [Theory]
    [InlineData("elman", ", 64 elman units, mean over time,")]
    [InlineData("gru", ", 64 gru units, mean over time,")]
    [InlineData("lstm", ", 64 lstm units, mean over time,")]
    [InlineData("bigru", ", 64 gru units each way, mean over time,")]
    [InlineData("bilstm", ", 64 lstm units each way, mean over time,")]
    public async Task Identify_tells_a_speaker_who_rises_from_one_who_falls_and_predict_answers_from_the_saved_file(string network, string shown)
    {
        using var folder = new TemporaryFolder();
        float[] steps = [-1.5f, -0.5f, 0.5f, 1.5f];

        // The same numbers in another order: means over time are equal, and exact.
        string[] rising = [.. Enumerable.Range(4, 12).Select(i => Sequence(steps, i / 4f, '\n'))];
        string[] falling = [.. Enumerable.Range(4, 12).Select(i => Sequence([.. steps.Reverse()], i / 4f, '\n'))];
        string data = folder.Write("two.train", string.Concat(rising.Concat(falling).Select(sequence => sequence + "\n")));
        string model = folder["two.safetensors"];

        DemoRun training = await DemoRun.OfAsync(["identify", "--train", data, "--sequences", "12", "--save", model, "--network", network]);
        DemoRun argument = await DemoRun.OfAsync(["predict", "--model", model, Sequence(steps, 2, ' ')]);
        DemoRun input = await DemoRun.OfAsync(["predict", "--model", model], input: Sequence([.. steps.Reverse()], 2, ' ') + "\n" + Sequence(steps, 1, ' ') + "\n");
        DemoRun blank = await DemoRun.OfAsync(["predict", "--model", model], input: "\n" + Sequence(steps, 1, ' ') + "\n\n");
        DemoRun wrong = await DemoRun.OfAsync(["predict", "--model", model, "1 2 3"]);
        DemoRun wrongLine = await DemoRun.OfAsync(["predict", "--model", model], input: Sequence(steps, 1, ' ') + "\n1 2 x\n");

        AssertReported(training);
        AssertHeading("held-out", training.Output);
        Assert.Contains(shown, string.Join(' ', training.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("beats the best baseline", training.Output, StringComparison.Ordinal);
        Assert.Contains("weights are those of the last step", training.Output, StringComparison.Ordinal);
        Assert.StartsWith("speaker 1\t", argument.Output, StringComparison.Ordinal);
        Assert.Equal(["speaker 2", "speaker 1"], input.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0]));
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("3 numbers", wrong.Error, StringComparison.Ordinal);
        Assert.StartsWith("speaker 1\t", Assert.Single(blank.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("standard input:2: Column 3 is \"x\"", wrongLine.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3e38", "error: Number 1 of step 2 is 3E+38, too far from the mean 0.5")]
    [InlineData("-3e38", "error: Number 1 of step 2 is -3E+38, too far from the mean 0.5")]
    public async Task Predict_refuses_a_number_that_cannot_be_standardised(string number, string said)
    {
        using var folder = new TemporaryFolder();
        string data = folder.Write("near.train", string.Concat(Enumerable.Repeat("0 0 0 0 0 0 0 0 0 0 0 0\n1 0 0 0 0 0 0 0 0 0 0 0\n\n", 6)));
        string model = folder["near.safetensors"];

        AssertReported(await DemoRun.OfAsync(["identify", "--train", data, "--sequences", "3", "--epochs", "1", "--save", model, "--network", "elman"]));
        DemoRun run = await DemoRun.OfAsync(["predict", "--model", model, $"0 0 0 0 0 0 0 0 0 0 0 0 {number} 0 0 0 0 0 0 0 0 0 0 0"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_training_saves_what_it_has_learned_and_exits_as_cancelled()
    {
        using var folder = new TemporaryFolder();
        string data = folder.Write("abc.txt", string.Concat(Enumerable.Repeat("abcd", 2000)));
        string model = folder["abc.safetensors"];

        DemoRun run = await DemoRun.OfAsync(
            ["generate", "--train", data, "--dev", data, "--save", model, "--epochs", "1000000", "--patience", "0"], cancelAt: "train loss");

        Assert.Equal(130, run.ExitCode);
        Assert.Equal("Cancelled.", run.Error.Trim());
        Assert.True(File.Exists(model));
    }

    /// <summary>Steps of twelve numbers, of which the first is given and the others are zero.</summary>
    private static string Sequence(float[] steps, float scale, char separator) =>
        string.Concat(steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"{step * scale} 0 0 0 0 0 0 0 0 0 0 0{separator}")));

    private static void AssertReported(DemoRun run)
    {
        Assert.Empty(run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("0 bytes allocated", run.Output, StringComparison.Ordinal);
        Assert.Contains("peak memory", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotContain('\r', run.Output.ReplaceLineEndings("\n"));
    }

    /// <summary>Epochs have a heading that says what they were measured on, and figures that end where its words end.</summary>
    private static void AssertHeading(string split, string output)
    {
        string[] lines = [.. output.ReplaceLineEndings("\n").Split('\n').SkipWhile(line => !line.Contains("train loss", StringComparison.Ordinal)).Take(2)];
        string heading = $"  epoch   train loss   {split} loss   {split} accuracy";
        Assert.StartsWith(heading + " ", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(" %", lines[1][..heading.Length], StringComparison.Ordinal);
        Assert.Equal(' ', lines[1][heading.Length]);
    }

    /// <summary>The most probable of some classes has at least its share.</summary>
    private static void AssertPrediction(string label, string text, string line, int classes = 2)
    {
        string[] columns = line.TrimEnd().Split('\t');
        Assert.Equal(3, columns.Length);
        Assert.Equal(label, columns[0]);
        Assert.InRange(double.Parse(columns[1], CultureInfo.InvariantCulture), 1.0 / classes, 1);
        Assert.Equal(text, columns[2]);
    }
}
