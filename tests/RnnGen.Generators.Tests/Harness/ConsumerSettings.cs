using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RnnGen.Generators.Tests.Harness;

/// <summary>What a consumer's project file may say. Every warning is on.</summary>
internal sealed record ConsumerSettings
{
    public static ConsumerSettings Default { get; } = new();

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public bool CheckOverflow { get; init; }

    public bool AllowUnsafe { get; init; }

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Default;

    public OptimizationLevel Optimization { get; init; } = OptimizationLevel.Release;

    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>Files besides the ones under test: global usings, or types with awkward names.</summary>
    public ImmutableArray<string> ExtraSources { get; init; } = [];

    public CSharpParseOptions ParseOptions => new(LanguageVersion, DocumentationMode.Diagnose);

    public CSharpCompilationOptions CompilationOptions => new(
        OutputKind,
        optimizationLevel: Optimization,
        checkOverflow: CheckOverflow,
        allowUnsafe: AllowUnsafe,
        warningLevel: 9999,
        nullableContextOptions: Nullable);
}
