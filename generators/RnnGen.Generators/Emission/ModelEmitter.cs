using System.Collections.Generic;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Emission;

/// <summary>From a spec to source text.</summary>
internal static class ModelEmitter
{
    /// <summary>The files of one model.</summary>
    public static IReadOnlyList<EmittedFile> Emit(ModelSpec spec) => [];
}
