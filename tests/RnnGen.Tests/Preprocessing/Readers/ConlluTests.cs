using System.Linq;

namespace RnnGen.Tests.Preprocessing.Readers;

public class ConlluTests
{
    [Fact]
    public void Forms_and_universal_tags_are_read_and_ranges_empty_words_and_comments_skipped()
    {
        using var file = new CorpusFile(string.Join(
            '\n',
            "# sent_id = 1",
            "# text = I don't",
            Word("1", "I", "PRON"),
            Word("2-3", "don't", "_"),
            Word("2", "do", "AUX"),
            Word("3", "n't", "PART"),
            Word("3.1", "go", "VERB"),
            "",
            "# newdoc",
            "",
            "",
            Word("1", "New York", "PROPN"),
            Word("2", "#", "SYM")));
        LabeledSentence[] sentences = CorpusReader.ReadConllu(file.Path).ToArray();

        Assert.Equal(2, sentences.Length);
        Assert.Equal(["I", "do", "n't"], sentences[0].Tokens);
        Assert.Equal(["PRON", "AUX", "PART"], sentences[0].Labels);
        Assert.Equal(["New York", "#"], sentences[1].Tokens);
        Assert.Equal(["PROPN", "SYM"], sentences[1].Labels);
    }

    [Fact]
    public void Carriage_returns_and_a_byte_order_mark_are_tolerated()
    {
        using var file = new CorpusFile($"\uFEFF# text\r\n{Word("1", "a", "X")}\r\n\r\n{Word("1", "b", "Y")}\r\n\r\n");
        Assert.Equal(["a", "b"], CorpusReader.ReadConllu(file.Path).Select(sentence => sentence.Tokens.Single()));
    }

    [Fact]
    public void A_file_without_words_has_no_sentences()
    {
        using var file = new CorpusFile("# only\n\n# comments\n");
        Assert.Empty(CorpusReader.ReadConllu(file.Path));
    }

    [Theory]
    [InlineData("1\ta\tX", "3 columns; CoNLL-U has 10")]
    [InlineData("a b c d e f g h i j", "1 columns")]
    [InlineData("2\ta\t_\tX\t_\t_\t_\t_\t_\t_", "id \"2\"; expected is 1")]
    [InlineData("x\ta\t_\tX\t_\t_\t_\t_\t_\t_", "id \"x\"; expected is 1")]
    [InlineData("1-\ta\t_\tX\t_\t_\t_\t_\t_\t_", "id \"1-\"")]
    [InlineData("-1\ta\t_\tX\t_\t_\t_\t_\t_\t_", "id \"-1\"")]
    [InlineData("1\t\t_\tX\t_\t_\t_\t_\t_\t_", "form (column 2) is empty")]
    [InlineData("1\ta\t_\t_\t_\t_\t_\t_\t_\t_", "\"a\" has no part of speech (column 4)")]
    [InlineData("1\ta\t_\t\t_\t_\t_\t_\t_\t_", "\"a\" has no part of speech (column 4)")]
    public void Wrong_lines_are_refused_by_file_and_line(string line, string problem)
    {
        using var file = new CorpusFile($"# text\n{Word("1", "fine", "ADJ")}\n\n{line}\n");
        file.AssertRefused(4, problem, path => CorpusReader.ReadConllu(path).Count());
    }

    private static string Word(string id, string form, string tag) => $"{id}\t{form}\tlemma\t{tag}\t_\t_\t0\troot\t_\t_";
}
