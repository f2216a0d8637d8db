using System;
using System.IO;
using System.Text;
using RnnGen.Tests.Persistence;

namespace RnnGen.Tests.Preprocessing.Readers;

/// <summary>A file with given content that is gone after the test.</summary>
internal sealed class CorpusFile : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public CorpusFile(string text)
        : this(Encoding.UTF8.GetBytes(text))
    {
    }

    public CorpusFile(byte[] bytes) => File.WriteAllBytes(Path, bytes);

    public string Path => _directory.PathOf("corpus");

    public void Dispose() => _directory.Dispose();

    /// <summary>Reads the file to its end, which has to fail, and checks that the exception names the line.</summary>
    public void AssertRefused(long line, string problem, Func<string, int> count)
    {
        CorpusFormatException exception = Assert.Throws<CorpusFormatException>(() => _ = count(Path));
        Assert.Equal((Path, line), (exception.File, exception.LineNumber));
        Assert.StartsWith(FormattableString.Invariant($"{Path}:{line}: "), exception.Message, StringComparison.Ordinal);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }
}
