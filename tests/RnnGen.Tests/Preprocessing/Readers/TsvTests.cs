using System;
using System.Linq;

namespace RnnGen.Tests.Preprocessing.Readers;

public class TsvTests
{
    [Fact]
    public void Either_column_may_come_first()
    {
        using var file = new CorpusFile("1\ta stirring , funny film\n0\tdull\n");
        Assert.Equal(
            [new ClassifiedText("a stirring , funny film", "1"), new ClassifiedText("dull", "0")],
            CorpusReader.ReadTsv(file.Path, TsvColumns.LabelText));
        Assert.Equal(new ClassifiedText("0", "dull"), CorpusReader.ReadTsv(file.Path, TsvColumns.TextLabel).Last());
    }

    [Fact]
    public void Empty_lines_carriage_returns_a_byte_order_mark_and_a_missing_last_line_end_are_tolerated()
    {
        using var file = new CorpusFile("\uFEFFé\tA\r\n\r\n\n漢 😀\tB");
        Assert.Equal(
            [new ClassifiedText("é", "A"), new ClassifiedText("漢 😀", "B")],
            CorpusReader.ReadTsv(file.Path, TsvColumns.TextLabel));
    }

    [Theory]
    [InlineData("a\tb\n\nno tab\n", 3, "no TAB; expected is label TAB text")]
    [InlineData("a\tb\na\tb\tc\n", 2, "more than one TAB")]
    [InlineData("\tb\n", 1, "Column 1 is empty")]
    [InlineData("  \tb\n", 1, "Column 1 is empty")]
    [InlineData("a\t", 1, "Column 2 is empty")]
    [InlineData("a\t \r\n", 1, "Column 2 is empty")]
    public void Wrong_lines_are_refused_by_file_and_line(string content, long line, string problem)
    {
        using var file = new CorpusFile(content);
        file.AssertRefused(line, problem, path => CorpusReader.ReadTsv(path, TsvColumns.LabelText).Count());
    }

    [Fact]
    public void Lines_before_a_wrong_one_have_been_read_by_then()
    {
        using var file = new CorpusFile("a\tb\nwrong\n");
        Assert.Equal(new ClassifiedText("b", "a"), CorpusReader.ReadTsv(file.Path, TsvColumns.LabelText).First());
    }

    [Fact]
    public void Columns_that_are_neither_are_refused_at_once()
    {
        using var file = new CorpusFile("a\tb\n");
        Assert.Throws<ArgumentOutOfRangeException>(() => CorpusReader.ReadTsv(file.Path, (TsvColumns)2));
    }
}
