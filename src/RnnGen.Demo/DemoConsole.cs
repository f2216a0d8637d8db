using System;
using System.Collections.Generic;
using System.IO;
using RnnGen.Demo.Readers;
using Spectre.Console;

namespace RnnGen.Demo;

/// <summary>Where the demo reads from and writes to, so that tests can stand in for the terminal.</summary>
/// <param name="Output">Tables, progress and results.</param>
/// <param name="PlainOutput">What another program may want to read, without colour or wrapping: predictions.</param>
/// <param name="Error">One line for whatever went wrong.</param>
/// <param name="Input">The lines that <c>predict</c> reads when it is given no text, with their numbers from 1.</param>
internal sealed record DemoConsole(IAnsiConsole Output, TextWriter PlainOutput, TextWriter Error, IEnumerable<(long Number, string Text)> Input)
{
    /// <summary>The terminal, or the files that standard output, error and input are redirected to.</summary>
    public static DemoConsole System => new(AnsiConsole.Console, Console.Out, Console.Error, StandardInput.Read());
}
