using System;
using System.IO;
using System.Text;

namespace RnnGen;

/// <summary>Reads a UTF-8 file line by line: a byte order mark is skipped, lines end in LF or CR LF, and no line grows beyond a limit.</summary>
internal sealed class Utf8LineReader : IDisposable
{
    /// <summary>The longest line of a corpus in bytes: far beyond any sentence.</summary>
    public const int DefaultMaximumLineBytes = 1 << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _path;
    private readonly FileStream _stream;
    private readonly int _maximumLineBytes;
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The path.</param>
    /// <param name="maximumLineBytes">The longest line, its end not counted.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public Utf8LineReader(string path, int maximumLineBytes = DefaultMaximumLineBytes)
    {
        _path = path;
        _maximumLineBytes = maximumLineBytes;

        // Reads go straight into this object's own buffer.
        _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
    }

    /// <summary>The number of the line that was read last, counted from 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>How many bytes all lines that were read had, their ends included.</summary>
    public long ByteCount { get; private set; }

    /// <summary>Whether the line that was read last ended in a line end; only the last line of a file may not.</summary>
    public bool Terminated { get; private set; }

    /// <summary>The next line without its end; null after the last.</summary>
    /// <exception cref="CorpusFormatException">The line is too long, or not UTF-8.</exception>
    public string? ReadLine()
    {
        int length = FindLineEnd();
        if (length == 0 && !Terminated)
        {
            return null;
        }

        LineNumber++;
        ReadOnlySpan<byte> line = _buffer.AsSpan(_start, length);
        int taken = Terminated ? length + 1 : length;
        _start += taken;
        ByteCount += taken;
        if (Terminated && line.EndsWith("\r"u8))
        {
            line = line[..^1];
        }

        if (LineNumber == 1 && line.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
        }

        return Decode(line);
    }

    /// <summary>An exception that names the line that was read last.</summary>
    /// <param name="problem">What is wrong and what is expected.</param>
    public CorpusFormatException Error(string problem) => new(_path, LineNumber, problem);

    public void Dispose() => _stream.Dispose();

    /// <summary>The length of the next line, which is then in the buffer as a whole; sets <see cref="Terminated"/>.</summary>
    private int FindLineEnd()
    {
        int searched = 0;
        while (true)
        {
            int found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            Terminated = found >= 0;
            int length = Terminated ? searched + found : _end - _start;
            if (length > _maximumLineBytes)
            {
                throw new CorpusFormatException(_path, LineNumber + 1, $"The line is longer than {_maximumLineBytes} bytes.");
            }

            if (Terminated || !Fill())
            {
                return length;
            }

            searched = length;
        }
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }

    private string Decode(ReadOnlySpan<byte> line)
    {
        try
        {
            return StrictUtf8.GetString(line);
        }
        catch (DecoderFallbackException exception)
        {
            throw new CorpusFormatException(_path, LineNumber, $"The line is not UTF-8: {exception.Message}", exception);
        }
    }
}
