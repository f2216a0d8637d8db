using System.CommandLine;
using RnnGen.Benchmarks.Ratios;

return new RootCommand("Benchmarks of RnnGen beside its peers.") { RatiosCommand.Create() }.Parse(args).Invoke();
