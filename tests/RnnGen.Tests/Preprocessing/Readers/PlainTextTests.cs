using System;
using System.Linq;
using System.Text;
using CsCheck;

namespace RnnGen.Tests.Preprocessing.Readers;

public class PlainTextTests
{
    [Fact]
    public void Lines_are_texts_and_blank_ones_are_skipped()
    {
        using var file = new CorpusFile("\uFEFFone\r\n\r\n  \n two \nthree");
        Assert.Equal(["one", " two ", "three"], CorpusReader.ReadLines(file.Path));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("\uFEFF", "")]
    [InlineData("a", "a")]
    [InlineData("a\n", "a\n")]
    [InlineData("\n\na\r\n\r\nb", "\n\na\n\nb")]
    [InlineData("a\rb\r", "a\rb\r")]
    [InlineData("x\uFEFFy\n\uFEFF", "x\uFEFFy\n\uFEFF")]
    public void A_running_text_keeps_everything_but_the_byte_order_mark_and_the_carriage_returns_of_line_ends(string content, string expected)
    {
        using var file = new CorpusFile(content);
        Assert.Equal(expected, CorpusReader.ReadText(file.Path));
    }

    [Fact]
    public void A_running_text_may_be_one_long_line()
    {
        string text = string.Concat(Enumerable.Repeat("0123456789é", 300_000));
        using var file = new CorpusFile(text);
        Assert.Equal(text, CorpusReader.ReadText(file.Path));
    }

    [Theory]
    [InlineData("ééé")]
    [InlineData("é\né\n")]
    [InlineData("é\r\né")]
    [InlineData("\uFEFFabc")]
    public void A_running_text_is_as_long_as_its_bytes_are_however_many_lines_it_has(string content)
    {
        using var file = new CorpusFile(content);
        Assert.NotEmpty(PlainTextFormat.ReadText(file.Path, maximumBytes: 6));
        Assert.Contains("longer than 5 bytes", Assert.Throws<CorpusFormatException>(() => PlainTextFormat.ReadText(file.Path, maximumBytes: 5)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_lines_around_the_size_of_the_buffer_come_back() =>
        Gen.Int[65_530, 65_540].Array[1, 4].Sample(
            lengths =>
            {
                string[] lines = lengths.Select((length, i) => new string((char)('a' + i), length)).ToArray();
                using var file = new CorpusFile(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
                Assert.Equal(lines, CorpusReader.ReadLines(file.Path));
            },
            iter: 30);
}
