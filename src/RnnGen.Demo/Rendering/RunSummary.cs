using System;
using System.Diagnostics;
using Spectre.Console;

namespace RnnGen.Demo.Rendering;

/// <summary>Says at the end of a run that went well how long everything took and how much memory the process needed at most.</summary>
internal sealed class RunSummary(IAnsiConsole console)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    public void Write()
    {
        using var process = Process.GetCurrentProcess();
        console.MarkupLine(
            $"  Total        [bold]{Format.Seconds(Stopwatch.GetElapsedTime(_start))}[/] on {Environment.ProcessorCount} processors,"
            + $" peak memory [bold]{Format.Bytes(process.PeakWorkingSet64)}[/]");
    }
}
