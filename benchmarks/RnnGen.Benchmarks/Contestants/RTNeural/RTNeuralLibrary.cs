using System;
using System.Runtime.InteropServices;

namespace RnnGen.Benchmarks.Contestants.RTNeural;

/// <summary>One build of <c>benchmarks/RTNeural/streaming.cpp</c>.</summary>
internal sealed class RTNeuralLibrary
{
    private RTNeuralLibrary(nint library)
    {
        Create = Function<CreateFunction>(library, "rtneural_create");
        Run = Function<RunFunction>(library, "rtneural_run");
        Destroy = Function<DestroyFunction>(library, "rtneural_destroy");
    }

    public delegate nint CreateFunction(
        int isLstm,
        int hidden,
        float[] inputHidden,
        float[] hiddenHidden,
        float[] hiddenBias,
        float[] recurrentBias,
        float[] outputHidden,
        float[] outputBias,
        float[] features,
        int steps);

    public delegate void RunFunction(nint stream, nint outputs);

    public delegate void DestroyFunction(nint stream);

    /// <summary>Makes a network; zero if the build has none of that size.</summary>
    public CreateFunction Create { get; }

    /// <summary>Reads all steps.</summary>
    public RunFunction Run { get; }

    /// <summary>Frees a network.</summary>
    public DestroyFunction Destroy { get; }

    /// <summary>Loads a build; null if its file is none of these libraries, or needs what is not here.</summary>
    public static RTNeuralLibrary? TryLoad(string file) => NativeLibrary.TryLoad(file, out nint library) ? new RTNeuralLibrary(library) : null;

    private static TDelegate Function<TDelegate>(nint library, string name)
        where TDelegate : Delegate => Marshal.GetDelegateForFunctionPointer<TDelegate>(NativeLibrary.GetExport(library, name));
}
