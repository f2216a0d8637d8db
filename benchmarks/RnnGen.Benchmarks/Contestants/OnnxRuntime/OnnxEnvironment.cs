using System;
using Microsoft.ML.OnnxRuntime;

namespace RnnGen.Benchmarks.Contestants.OnnxRuntime;

/// <summary>Whether ONNX Runtime can run here.</summary>
internal static class OnnxEnvironment
{
    private const string Telemetry = "ORT_DISABLE_TELEMETRY";

    /// <summary>Why ONNX Runtime cannot run; null if it can.</summary>
    public static string? FindProblem()
    {
        // The native library reads the environment that the process started with, so it cannot be set from here.
        if (Environment.GetEnvironmentVariable(Telemetry) != "1")
        {
            return $"{Telemetry}=1 is not set; \"dotnet run\" sets it";
        }

        try
        {
            OrtEnv.Instance().DisableTelemetryEvents();
            return null;
        }
        catch (Exception exception) when (exception is TypeInitializationException or DllNotFoundException or EntryPointNotFoundException or OnnxRuntimeException)
        {
            return $"its native library does not load: {exception.GetBaseException().Message}";
        }
    }
}
