using System;
using System.Collections.Generic;
using System.Globalization;
using RnnGen.Benchmarks.Contestants;
using RnnGen.Benchmarks.Machine;

namespace RnnGen.Benchmarks.Reports;

/// <summary>What stands above the results of a run: when, where and how it was made.</summary>
internal static class RunHeading
{
    /// <summary>The lines.</summary>
    /// <param name="arguments">The arguments of the command.</param>
    public static IEnumerable<string> Lines(IEnumerable<string> arguments)
    {
#if PEERS
        const string Properties = "-p:Peers=true ";
#else
        const string Properties = "";
#endif
        yield return $"- {DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC; {MachineDescription.Line}";
        yield return $"- `dotnet run -c Release {Properties}--project benchmarks/RnnGen.Benchmarks -- {string.Join(' ', arguments)}`";
        foreach (Peer peer in Peers.All)
        {
            if (peer.Problem is { } problem)
            {
                yield return $"- without {peer.Name}: {problem}";
            }
        }
    }
}
