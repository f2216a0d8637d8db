using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Runtime.InteropServices;
using RnnGen.Benchmarks.Contestants.Naive;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.RTNeural;

/// <summary>RTNeural, in the fastest of its builds for the network, all steps in a call. The results are the outputs, a row a step.</summary>
internal sealed class RTNeuralStreaming : Contestant
{
    private static readonly TimeSpan TimeOfTrials = TimeSpan.FromMilliseconds(100);

    private readonly float[] _outputs = GC.AllocateArray<float>(Sizes.Steps * Sizes.Outputs, pinned: true);
    private readonly nint _address;
    private readonly RTNeuralLibrary.RunFunction _run;
    private readonly RTNeuralLibrary.DestroyFunction _destroy;
    private readonly nint _stream;

    private RTNeuralStreaming(RTNeuralLibrary library, nint stream)
        : base(ContestantNames.RTNeural)
    {
        _address = Marshal.UnsafeAddrOfPinnedArrayElement(_outputs, 0);
        _run = library.Run;
        _destroy = library.Destroy;
        _stream = stream;
    }

    /// <summary>
    /// The contestant: of the builds that compute what naive loops do, which those with fast math may not, the one that is fastest now. If none does, it is one of
    /// them, and the comparison names it. Null if no build has a network of that size.
    /// </summary>
    public static Contestant? Create(Workload workload)
    {
        var naive = new NaiveStreaming(workload);
        naive.Run();
        float[] expected = naive.Results();
        var builds = new List<RTNeuralStreaming>();
        foreach (RTNeuralLibrary library in RTNeuralBuilds.All)
        {
            if (CreateStream(library, workload) is var stream && stream != 0)
            {
                builds.Add(new RTNeuralStreaming(library, stream));
            }
        }

        RTNeuralStreaming? best = builds.Where(build => build.Agrees(expected)).MinBy(build => build.FastestRun()) ?? builds.FirstOrDefault();
        foreach (RTNeuralStreaming build in builds)
        {
            if (build != best)
            {
                build.Dispose();
            }
        }

        return best;
    }

    public override void Run() => _run(_stream, _address);

    public override float[] Results() => _outputs;

    public override void Dispose()
    {
        _destroy(_stream);
        base.Dispose();
    }

    private static nint CreateStream(RTNeuralLibrary library, Workload workload)
    {
        NetworkWeights weights = workload.Weights;
        return library.Create(
            workload.Cell == CellKind.Lstm ? 1 : 0,
            workload.Hidden,
            weights.InputHidden,
            weights.HiddenHidden,
            weights.HiddenBias,
            weights.RecurrentBias,
            weights.OutputHidden,
            weights.OutputBias,
            workload.FeaturesOf(0),
            Sizes.Steps);
    }

    private bool Agrees(float[] expected)
    {
        Run();
        return expected.Zip(_outputs).All(pair => MathF.Abs(pair.First - pair.Second) <= Comparisons.Comparison.Tolerance);
    }

    private long FastestRun()
    {
        long fastest = long.MaxValue;
        for (var total = Stopwatch.StartNew(); total.Elapsed < TimeOfTrials;)
        {
            long start = Stopwatch.GetTimestamp();
            Run();
            fastest = Math.Min(fastest, Stopwatch.GetTimestamp() - start);
        }

        return fastest;
    }
}
