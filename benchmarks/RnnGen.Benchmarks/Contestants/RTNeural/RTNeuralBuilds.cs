using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Runtime.Intrinsics;

namespace RnnGen.Benchmarks.Contestants.RTNeural;

/// <summary>The builds of RTNeural that lie beside this program, where the project copies what <c>benchmarks/RTNeural/build</c> has made.</summary>
internal static class RTNeuralBuilds
{
    private static readonly Lazy<ImmutableArray<RTNeuralLibrary>> Loaded = new(() => [.. Files().Select(RTNeuralLibrary.TryLoad).OfType<RTNeuralLibrary>()]);

    /// <summary>All that load.</summary>
    public static ImmutableArray<RTNeuralLibrary> All => Loaded.Value;

    /// <summary>Why there are none; null if there are.</summary>
    public static string? FindProblem() => All.IsEmpty ? "not built; benchmarks/RTNeural/build compiles it from a clone" : null;

    private static string[] Files()
    {
        string directory = Path.Combine(AppContext.BaseDirectory, "rtneural");
        string[] files = Directory.Exists(directory) ? Directory.GetFiles(directory, "*.so") : [];
        return [.. files.Where(file => Vector512.IsHardwareAccelerated || !file.Contains("-512-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
