using System.Linq;

namespace RnnGen.Tests.Preprocessing.Readers;

public class ConllTests
{
    [Fact]
    public void Tabs_or_spaces_separate_the_columns_and_blank_lines_the_sentences()
    {
        using var file = new CorpusFile("\uFEFF\nEU B-ORG\r\nrejects   O\r\n \r\n\r\nNew York\tB-LOC\n#\tO");
        LabeledSentence[] sentences = CorpusReader.ReadConll(file.Path).ToArray();

        Assert.Equal(2, sentences.Length);
        Assert.Equal(["EU", "rejects"], sentences[0].Tokens);
        Assert.Equal(["B-ORG", "O"], sentences[0].Labels);
        Assert.Equal(["New York", "#"], sentences[1].Tokens);
        Assert.Equal(["B-LOC", "O"], sentences[1].Labels);
    }

    [Theory]
    [InlineData("alone", "1 columns")]
    [InlineData("one two three", "3 columns")]
    [InlineData("a\tb\tc", "3 columns")]
    [InlineData("a\t", "2 columns")]
    [InlineData("\tb", "2 columns")]
    public void Wrong_lines_are_refused_by_file_and_line(string line, string problem)
    {
        using var file = new CorpusFile($"a X\n\nb Y\n{line}\n");
        file.AssertRefused(4, problem, path => CorpusReader.ReadConll(path).Count());
    }
}
