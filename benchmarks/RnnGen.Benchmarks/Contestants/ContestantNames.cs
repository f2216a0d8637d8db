using System;

namespace RnnGen.Benchmarks.Contestants;

/// <summary>The names of the contestants in the tables.</summary>
internal static class ContestantNames
{
    public const string RnnGen = "RnnGen";
    public const string RnnGenTwoThreads = "RnnGen, 2 threads";
    public const string RnnGenOneByOne = "RnnGen, one by one";
    public const string RnnGenForward = "RnnGen, forward";
    public const string RnnGenForwardAndBackward = "RnnGen, forward and backward";
    public const string RnnGenWeightGradient = "RnnGen, weight gradient";
    public const string RnnGenStep = "RnnGen, a step";
    public const string OnnxRuntime = "ONNX Runtime";
    public const string TorchSharp = "TorchSharp";
    public const string RTNeural = "RTNeural";
    public const string NaiveLoops = "naive C#";
    public const string MultiplyAdds = "ceiling: multiply-add";
    public const string ReadingW = "ceiling: reading W";
    public const string FirstLevelLoads = "ceiling: loads from L1";
    public const string SecondLevelLoads = "ceiling: loads from L2";

    /// <summary>Whether a contestant is RnnGen itself, in one of its ways.</summary>
    public static bool IsOurs(string name) => name == RnnGen || name.StartsWith(RnnGen + ",", StringComparison.Ordinal);
}
