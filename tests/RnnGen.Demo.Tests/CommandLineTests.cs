using System;
using System.Linq;
using System.Threading.Tasks;

namespace RnnGen.Demo.Tests;

/// <summary>What the demo says about itself and about wrong input.</summary>
public class CommandLineTests
{
    [Theory]
    [InlineData("")]
    [InlineData("classify")]
    [InlineData("tag")]
    [InlineData("generate")]
    [InlineData("identify")]
    [InlineData("predict")]
    [InlineData("corpora")]
    public async Task Help_ends_with_command_lines_to_copy(string command)
    {
        DemoRun run = await DemoRun.OfAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Examples:", run.Output, StringComparison.Ordinal);
        Assert.Contains($"RnnGen.Demo -- {command}", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("classify", "Networks of words and their defaults:", "bilstm elman gru lstm")]
    [InlineData("classify", "Networks of characters and their defaults:", "bilstm elman gru lstm")]
    [InlineData("tag", "Networks and their defaults:", "bilstm bigru elman gru lstm")]
    [InlineData("generate", "Networks and their defaults:", "lstm-256 lstm-256x2 elman gru lstm")]
    [InlineData("identify", "Networks and their defaults:", "bigru bilstm elman gru lstm")]
    public async Task Help_lists_the_networks_each_with_its_defaults(string command, string heading, string names)
    {
        DemoRun run = await DemoRun.OfAsync([command, "--help"]);

        string[] lines = [.. run.Output.Split('\n').SkipWhile(line => line.TrimEnd() != heading).Skip(1).TakeWhile(line => line.Trim().Length > 0)];
        string[][] networks = [.. lines.Chunk(2)];
        Assert.Equal(names.Split(' '), networks.Select(network => network[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]));
        Assert.All(networks, network => Assert.StartsWith("--epochs ", network[1].Trim(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("classify --train nowhere.tsv --dev nowhere.tsv", "nowhere.tsv")]
    [InlineData("tag --train nowhere.conllu --dev nowhere.conllu", "nowhere.conllu")]
    [InlineData("generate --train nowhere.txt --dev nowhere.txt", "nowhere.txt")]
    [InlineData("identify --train nowhere.train", "nowhere.train")]
    [InlineData("identify --train a --dev b", "--dev")]
    [InlineData("identify --train a --held-out 4", "--held-out")]
    [InlineData("identify --train a --sequences 2", "--sequences")]
    [InlineData("identify --train a --cell rnn", "rnn")]
    [InlineData("predict --model nowhere.safetensors hello", "nowhere.safetensors")]
    [InlineData("generate --train a --dev b --save nowhere/model.safetensors", "nowhere")]
    [InlineData("generate --train a --dev b --save .", "folder")]
    [InlineData("classify --train a --dev b --epochs 0", "--epochs")]
    [InlineData("classify --train a --dev b --learning-rate fast", "--learning-rate")]
    [InlineData("classify --train a --dev b --learning-rate 1e300", "a float")]
    [InlineData("classify --train a --dev b --weight-decay NaN", "--weight-decay")]
    [InlineData("classify --train a --dev b --format csv", "csv")]
    [InlineData("classify --train a --dev b --cell rnn", "rnn")]
    [InlineData("tag --train a --dev b --cell LSTM", "LSTM")]
    [InlineData("generate --train a --dev b --network bilstm", "bilstm")]
    [InlineData("classify --train a", "--dev")]
    [InlineData("train", "train")]
    [InlineData("generate --train a --dev b --temperature 100.5", "up to 100")]
    [InlineData("generate --train a --dev b --temperature 1e39", "up to 100")]
    [InlineData("predict --model a --temperature -1 hello", "--temperature")]
    public async Task A_wrong_command_line_is_refused_in_a_line_that_names_what_is_wrong(string commandLine, string named)
    {
        DemoRun run = await DemoRun.OfAsync(commandLine.Split(' '));

        run.AssertRefused(named);
    }

    [Theory]
    [InlineData("classify --train _ --dev b", "--train")]
    [InlineData("classify --train a --dev _", "--dev")]
    [InlineData("classify --train a --dev b --save _", "--save")]
    [InlineData("tag --train _ --dev b", "--train")]
    [InlineData("generate --train a --dev b --save _", "--save")]
    [InlineData("identify --train a --save _", "--save")]
    [InlineData("predict --model _ hello", "--model")]
    [InlineData("corpora --out _", "--out")]
    public async Task A_path_that_is_none_is_refused_in_a_line_that_names_the_option(string commandLine, string option)
    {
        foreach (string path in (string[])["", " ", "a\0b"])
        {
            DemoRun run = await DemoRun.OfAsync([.. commandLine.Split(' ').Select(argument => argument == "_" ? path : argument)]);

            run.AssertRefused($"Option '{option}' is '{path}'");
        }
    }

    [Fact]
    public async Task An_empty_training_file_is_called_empty_whether_or_not_its_format_is_known()
    {
        using var folder = new TemporaryFolder();
        string empty = folder.Write("empty.tsv", "");
        string development = folder.Write("dev.tsv", "good\tfine film\n");

        foreach (string format in (string[])["auto", "label-text", "text-label"])
        {
            (await DemoRun.OfAsync(["classify", "--train", empty, "--dev", development, "--format", format])).AssertRefused("The training file is empty.");
        }
    }

    [Fact]
    public async Task The_help_says_what_the_temperature_does_and_what_it_may_be()
    {
        DemoRun run = await DemoRun.OfAsync(["predict", "--help"]);

        string help = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("1 samples from the model's own probabilities; lower values prefer the likely", help, StringComparison.Ordinal);
        Assert.Contains("higher ones flatten. From 0 to 100.", help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("classify", "good\tfine film\nno tab\n", ":2:")]
    [InlineData("classify", "", "empty")]
    [InlineData("tag", "the DET\nfilm NOUN NOUN\n", ":2:")]
    [InlineData("tag", "", "empty")]
    [InlineData("generate", "", "two characters")]
    public async Task A_wrong_file_is_refused_in_a_line_that_names_what_is_wrong(string command, string content, string named)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("wrong.txt", content);
        string[] format = command == "classify" ? ["--format", "label-text"] : [];

        DemoRun run = await DemoRun.OfAsync([command, "--train", path, "--dev", path, .. format]);

        run.AssertRefused(named);
    }

    [Theory]
    [InlineData("", "0 sequences")]
    [InlineData("1 2 3\n", ":1:")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 twelve\n", ":1: Column 12")]
    public async Task A_wrong_file_of_numbers_is_refused_in_a_line_that_names_what_is_wrong(string content, string named)
    {
        using var folder = new TemporaryFolder();

        (await DemoRun.OfAsync(["identify", "--train", folder.Write("wrong.train", content)])).AssertRefused(named);
    }

    [Theory]
    [InlineData("3e38", 3, "Number 12 of step 1 of sequence 2 held out is 3E+38")]
    [InlineData("-3e38", 6, "Number 12 of step 1 of sequence 2 held out is -3E+38")]
    public async Task A_number_held_out_that_cannot_be_standardised_is_refused_before_the_training(string number, int perSpeaker, string named)
    {
        using var folder = new TemporaryFolder();
        string[] sequences = [.. Enumerable.Range(0, 12).Select(i => $"{i % 5} 0 0 0 0 0 0 0 0 0 0 {(i == 5 ? number : $"{i % 2}")}\n\n")];
        string data = folder.Write("far.train", string.Concat(sequences));

        (await DemoRun.OfAsync(["identify", "--train", data, "--sequences", $"{perSpeaker}"])).AssertRefused(named);
    }

    [Fact]
    public async Task A_training_number_that_cannot_be_standardised_is_refused_before_the_training()
    {
        using var folder = new TemporaryFolder();

        // The mean is -2.5e38: what lies above it by more than the largest float cannot be subtracted.
        string[] sequences = [.. Enumerable.Range(0, 18).Select(i => $"{(i == 1 ? "3e38" : "-3e38")} 0 0 0 0 0 0 0 0 0 0 0\n\n")];
        string data = folder.Write("far.train", string.Concat(sequences));

        (await DemoRun.OfAsync(["identify", "--train", data, "--sequences", "9"])).AssertRefused("Number 1 of step 1 of sequence 2 for training is 3E+38");
    }

    [Fact]
    public async Task A_training_that_diverges_ends_in_a_line_that_says_what_may_help()
    {
        using var folder = new TemporaryFolder();
        string data = folder.Write("order.tsv", string.Concat(Enumerable.Repeat("up\tone two\ndown\ttwo one\n", 4)));

        DemoRun run = await DemoRun.OfAsync(["classify", "--train", data, "--dev", data, "--format", "label-text", "--learning-rate", "1e38"]);

        Assert.Equal(1, run.ExitCode);
        string line = Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        Assert.Contains("A lower learning rate", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_speakers_than_the_network_has_classes_are_refused()
    {
        using var folder = new TemporaryFolder();
        string ten = folder.Write("ten.train", string.Concat(Enumerable.Repeat("0 0 0 0 0 0 0 0 0 0 0 0\n\n", 30)));

        (await DemoRun.OfAsync(["identify", "--train", ten, "--sequences", "3"])).AssertRefused("Classes = 9");
    }

    [Fact]
    public async Task A_label_that_only_the_development_file_has_is_refused()
    {
        using var folder = new TemporaryFolder();
        string training = folder.Write("train.tsv", "good\tfine film\nbad\tdull film\n");
        string development = folder.Write("dev.tsv", "mixed\tfine dull film\n");

        (await DemoRun.OfAsync(["classify", "--train", training, "--dev", development, "--format", "label-text"])).AssertRefused("\"mixed\"");
    }

    [Fact]
    public async Task A_file_that_is_no_model_is_refused()
    {
        using var folder = new TemporaryFolder();

        (await DemoRun.OfAsync(["predict", "--model", folder.Write("text.txt", "not a model at all"), "hello"])).AssertRefused("safetensors");
    }
}
