using System;
using System.Text;

namespace RnnGen.Generators.Emission;

/// <summary>Writes indented lines; a multi-line text keeps its own relative indentation. What follows a block stands apart from it.</summary>
internal sealed class SourceWriter
{
    private const int IndentWidth = 4;
    private readonly StringBuilder _text = new();
    private int _level;
    private bool _isAfterBlock;

    public void Line()
    {
        _ = _text.Append('\n');
        _isAfterBlock = false;
    }

    public void Line(string text)
    {
        string code = text.TrimStart();
        if (_isAfterBlock && !ContinuesBlock(code))
        {
            Line();
        }

        if (code.Length > 0)
        {
            _ = _text.Append(' ', _level * IndentWidth).Append(text);
        }

        _ = _text.Append('\n');
        _isAfterBlock = code == "}";
    }

    /// <summary>Writes a block of lines at the present level.</summary>
    public void Lines(string text)
    {
        foreach (string line in text.Replace("\r\n", "\n").Split('\n'))
        {
            Line(line);
        }
    }

    public void Open(string header)
    {
        if (header.Length > 0)
        {
            Lines(header);
        }

        Line("{");
        _level++;
    }

    public void Close(string suffix = "")
    {
        if (_level == 0)
        {
            throw new InvalidOperationException("Nothing is open.");
        }

        _level--;
        Line("}" + suffix);
    }

    public override string ToString() => _text.ToString();

    private static bool ContinuesBlock(string code) =>
        code.Length == 0 || code[0] == '}' || code.StartsWith("else", StringComparison.Ordinal);
}
