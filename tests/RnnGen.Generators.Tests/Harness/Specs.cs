using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Tests.Harness;

/// <summary>The specs that declarations become.</summary>
internal static class Specs
{
    /// <summary>The specs of all models in some files.</summary>
    public static IReadOnlyList<ModelSpec> Of(params IEnumerable<string> sources) =>
        [.. new GeneratorRun(Consumer.Compile(sources)).NamedOutputs().Select(output => (ModelSpec)output.Value)];

    /// <summary>The spec of the only model in some files.</summary>
    public static ModelSpec OfSingle(params IEnumerable<string> sources) => Assert.Single(Of(sources));
}
