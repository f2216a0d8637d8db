using System;
using Microsoft.CodeAnalysis;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Pipeline;

/// <summary>The compiler demotes an exception of a generator to a warning; the tests must not.</summary>
public sealed class GeneratorFailureTests
{
    [Fact]
    public void An_exception_of_a_generator_fails_the_run() => Assert.Equal(
        "broken",
        Assert.Throws<InvalidOperationException>(() => new GeneratorRun(Consumer.Compile("class A;"), new BrokenGenerator())).Message);

    private sealed class BrokenGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider, (_, _) => throw new InvalidOperationException("broken"));
    }
}
