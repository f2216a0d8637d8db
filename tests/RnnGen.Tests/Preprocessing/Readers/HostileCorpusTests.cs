using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using RnnGen.Tests.Persistence;

namespace RnnGen.Tests.Preprocessing.Readers;

public class HostileCorpusTests
{
    private const int LineLimit = 1 << 20;

    [Fact]
    public void A_line_of_the_limit_is_read_and_one_byte_more_is_refused()
    {
        using var fits = new CorpusFile($"a\n{new string('x', LineLimit)}\nb\n");
        Assert.Equal([1, LineLimit, 1], CorpusReader.ReadLines(fits.Path).Select(line => line.Length));

        using var tooLong = new CorpusFile($"a\n{new string('x', LineLimit + 1)}\nb\n");
        tooLong.AssertRefused(2, "longer than 1048576 bytes", path => CorpusReader.ReadLines(path).Count());
    }

    [Fact]
    public void A_line_without_end_is_refused_before_it_is_all_in_memory()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("sparse");
        using (FileStream stream = File.Create(path))
        {
            stream.SetLength(1L << 32);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<CorpusFormatException>(() => _ = CorpusReader.ReadConll(path).Count());

        // The buffer doubles from 64 KiB to 2 MiB: 4 MiB in all, and little else.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 6L << 20);
    }

    [Theory]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 })]
    public void Bytes_that_are_not_utf8_are_refused_by_line(byte[] bytes)
    {
        using var file = new CorpusFile([.. "first\n\n"u8, .. bytes, .. "\nlast"u8]);
        file.AssertRefused(3, "not UTF-8", path => CorpusReader.ReadLines(path).Count());
        file.AssertRefused(3, "not UTF-8", path => CorpusReader.ReadText(path).Length);
    }

    [Fact]
    public void A_file_in_utf16_is_refused_in_its_first_line()
    {
        using var file = new CorpusFile([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a\tb\n")]);
        file.AssertRefused(1, "not UTF-8", path => CorpusReader.ReadTsv(path, TsvColumns.LabelText).Count());
    }

    [Fact]
    public void A_missing_file_is_the_usual_exception_and_comes_at_once()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("none");
        Assert.Equal(path, Assert.Throws<FileNotFoundException>(() => CorpusReader.ReadTsv(path, TsvColumns.LabelText)).FileName);
        Assert.Throws<FileNotFoundException>(() => CorpusReader.ReadConllu(path));
        Assert.Throws<FileNotFoundException>(() => CorpusReader.ReadConll(path));
        Assert.Throws<FileNotFoundException>(() => CorpusReader.ReadLines(path));
        Assert.Throws<FileNotFoundException>(() => CorpusReader.ReadText(path));
        Assert.Throws<ArgumentException>(() => CorpusReader.ReadText(""));
    }

    [Fact]
    public void A_sequence_can_be_enumerated_again_and_lets_go_of_the_file_when_it_is_left_early()
    {
        using var file = new CorpusFile("a\nb\n");
        IEnumerable<string> lines = CorpusReader.ReadLines(file.Path);
        Assert.Equal("a", lines.First());
        Assert.Equal(["a", "b"], lines);
        using FileStream exclusive = File.Open(file.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(4, exclusive.Length);
    }
}
