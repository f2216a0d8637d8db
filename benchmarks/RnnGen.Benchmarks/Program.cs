using System;
using System.CommandLine;
using BenchmarkDotNet.Running;
using RnnGen.Benchmarks.Contestants;
using RnnGen.Benchmarks.Ratios;
using RnnGen.Benchmarks.Startup;
using RnnGen.Benchmarks.Suites;

// BenchmarkDotNet has a command line of its own, so its arguments are passed on unseen.
var root = new RootCommand("Benchmarks of RnnGen beside its peers. With other arguments than these commands: BenchmarkDotNet's suites.")
{
    RatiosCommand.Create(),
    StartupCommand.Create(),
};
if (args is [] or ["ratios" or "startup" or "--help" or "-h" or "-?" or "--version", ..])
{
    return root.Parse(args).Invoke();
}

foreach (Peer peer in Peers.All)
{
    if (peer.Problem is { } problem)
    {
        Console.WriteLine($"without {peer.Name}: {problem}");
    }
}

BenchmarkSwitcher.FromAssembly(typeof(ComparisonBenchmarks).Assembly).Run(args, SuiteConfiguration.Create());
return 0;
