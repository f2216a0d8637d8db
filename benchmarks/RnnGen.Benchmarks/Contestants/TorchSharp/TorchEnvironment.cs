using System;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp;

namespace RnnGen.Benchmarks.Contestants.TorchSharp;

/// <summary>Whether TorchSharp can run here.</summary>
internal static class TorchEnvironment
{
    /// <summary>Why TorchSharp cannot run; null if it can, with one thread.</summary>
    public static string? FindProblem()
    {
        try
        {
            // Before TorchSharp does it, which answers a library that does not load with pages of trace and a copy of all of them.
            Assembly assembly = typeof(torch).Assembly;
            _ = NativeLibrary.TryLoad("torch_cpu", assembly, searchPath: null, out _);
            _ = NativeLibrary.Load("LibTorchSharp", assembly, searchPath: null);
            torch.set_num_threads(1);
            torch.set_num_interop_threads(1);
            return null;
        }
        catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException or NotSupportedException)
        {
            string[] lines = exception.GetBaseException().Message.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            string cause = lines.FirstOrDefault(line => line.Contains("GLIBCXX", StringComparison.Ordinal)) ?? lines[0];
            return $"its native library needs a C++ runtime of GCC 13 or newer (Debian 13, Ubuntu 24.04): {cause.Split(" (required", 2)[0].Trim()}";
        }
    }
}
