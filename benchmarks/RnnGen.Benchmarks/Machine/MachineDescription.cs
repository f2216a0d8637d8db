using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Benchmarks.Machine;

/// <summary>The machine in one line.</summary>
internal static class MachineDescription
{
    private const string CpuInfo = "/proc/cpuinfo";

    /// <summary>Processor, number of cores, widest vectors, operating system and .NET version.</summary>
    public static string Line { get; } =
        $"{ProcessorName()}, {Environment.ProcessorCount} cores, {WidestVectors()}-bit vectors, {RuntimeInformation.OSDescription}, " +
        $"{RuntimeInformation.FrameworkDescription} {RuntimeInformation.ProcessArchitecture}";

    private static string ProcessorName()
    {
        string? line = File.Exists(CpuInfo)
            ? File.ReadLines(CpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? "unknown processor";
    }

    private static int WidestVectors() => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
}
