using System;
using System.IO;
using System.Linq;
using System.Text;
using RnnGen.Demo.Models;
using RnnGen.Demo.Readers;

namespace RnnGen.Demo.Tests;

/// <summary>Files of numbers: what is read from them, and what is said about those that are wrong.</summary>
public class FeatureSequencesTests
{
    private const string Step = "1 2 3 4 5 6 7 8 9 10 11 12";
    private const string Ones = "1.0 1.0 1.0 1.0 1.0 1.0 1.0 1.0 1.0 1.0 1.0 1.0";

    [Theory]
    [InlineData($"{Step}\n{Step}\n{Ones}\n{Step}\n{Ones}\n")]
    [InlineData($"{Step}\n{Step}\n\n{Step}\n")]
    [InlineData($"\n\n{Step}\n{Step}\n \t \n\n{Ones}\n{Step}")]
    [InlineData($"{Step} \r\n{Step}\t\r\n\r\n{Step}\r\n")]
    [InlineData($"\uFEFF{Step}\n  {Step}\n{Ones}\n1\t2\t3\t4\t5\t6\t7\t8\t9\t1e1\t11.0\t+12\n")]
    public void A_line_is_a_step_and_a_line_of_ones_or_an_empty_one_ends_a_sequence(string content)
    {
        float[] step = [.. Enumerable.Range(1, 12).Select(i => (float)i)];

        Assert.Equal([[.. step, .. step], step], Read(content));
    }

    [Fact]
    public void A_file_without_a_step_has_no_sequence() => Assert.Empty(Read($"\n{Ones}\n\n"));

    [Theory]
    [InlineData($"{Step}\n1 2 3 4 5 6 seven 8 9 10 11 12\n", ":2: Column 7 is \"seven\"")]
    [InlineData($"{Step}\n{Ones}\n1 2 3 4 5 6 7 8 9 10 11 NaN\n", ":3: Column 12 is \"NaN\"")]
    [InlineData("-Infinity 2 3 4 5 6 7 8 9 10 11 12\n", ":1: Column 1 is \"-Infinity\"")]
    [InlineData("1e39 2 3 4 5 6 7 8 9 10 11 12\n", ":1: Column 1 is \"1e39\"")]
    [InlineData("1 2,5 3 4 5 6 7 8 9 10 11 12\n", ":1: Column 2 is \"2,5\"")]
    [InlineData($"{Step}\r\n1\r2 3 4 5 6 7 8 9 10 11 12 13\r\n", ":2: Column 1 is \"1\\r2\"")]
    [InlineData($"{Step}\r{Step}\n", ":1: Column 12 is \"12\\r1\"")]
    [InlineData($"{Step}\n{Step}\r\r\n", ":2: Column 12 is \"12\\r\"")]
    [InlineData($"{Step}\n{Step}\r", ":2: Column 12 is \"12\\r\"")]
    [InlineData($"{Step}\n1 2 3\n", ":2: The line has 3 numbers; a step has 12.")]
    [InlineData($"{Step} 13\n", ":1: The line has 13 numbers; a step has 12.")]
    [InlineData("1.0 1.0 1.0 1.0 1.0 1.0 1.0 1.0 1.0 1.0 1.0\n", ":1: The line has 11 numbers; a step has 12.")]
    public void A_wrong_line_is_refused_by_its_number_and_that_of_the_column(string content, string named)
    {
        var exception = Assert.Throws<CorpusFormatException>(() => Read(content));

        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_number_is_quoted_no_further_than_a_reader_needs()
    {
        var exception = Assert.Throws<CorpusFormatException>(() => Read(new string('x', 5000)));

        Assert.Contains($"\"{new string('x', 32)}…\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sequence_may_be_as_long_as_the_model_says_and_no_longer()
    {
        string longest = string.Concat(Enumerable.Repeat(Step + "\n", SpeakerClassifier.SequenceLength));

        Assert.Equal(SpeakerClassifier.SequenceLength * SpeakerClassifier.FeatureCount, Assert.Single(Read(longest)).Length);
        var exception = Assert.Throws<CorpusFormatException>(() => Read(longest + Step));
        Assert.Equal(SpeakerClassifier.SequenceLength + 1, exception.LineNumber);
        Assert.Contains("SequenceLength", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_an_end_is_refused_before_it_is_read_as_a_whole()
    {
        var exception = Assert.Throws<CorpusFormatException>(() => Read(Step + "\n" + new string(' ', BoundedLines.MaximumLength + 1)));

        Assert.Equal(2, exception.LineNumber);
    }

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0xC3)]
    public void A_line_that_is_not_UTF_8_is_refused_by_its_number(byte wrong)
    {
        using var folder = new TemporaryFolder();
        string path = folder["numbers.train"];
        File.WriteAllBytes(path, [.. Encoding.ASCII.GetBytes($"{Step}\n{Step}\n1"), wrong, .. Encoding.ASCII.GetBytes($" 2\n{Step}\n")]);

        var exception = Assert.Throws<CorpusFormatException>(() => FeatureSequences.Read(path, SpeakerClassifier.Description));

        Assert.Equal(3, exception.LineNumber);
        Assert.Contains("not UTF-8", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("nowhere.train", Assert.Throws<FileNotFoundException>(() => FeatureSequences.Read("nowhere.train", SpeakerClassifier.Description)).Message, StringComparison.Ordinal);

    private static float[][] Read(string content)
    {
        using var folder = new TemporaryFolder();
        return [.. FeatureSequences.Read(folder.Write("numbers.train", content), SpeakerClassifier.Description)];
    }
}
