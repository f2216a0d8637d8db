namespace RnnGen.Generators.Emission;

/// <summary>How the just-in-time compiler is to treat kernels.</summary>
internal static class KernelAttributes
{
    /// <summary>Optimised at the first call: a kernel in tier 0 is ten to fifty times slower.</summary>
    public const string Optimized = "[MethodImpl(MethodImplOptions.AggressiveOptimization)]";

    /// <summary>And called, not inlined: the JIT inlines so much in a method and no more, and would leave the nonlinearities of what calls several of these, or parts of them, as calls.</summary>
    public const string Called = "[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]";
}
