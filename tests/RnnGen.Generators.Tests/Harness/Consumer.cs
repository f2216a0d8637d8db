using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RnnGen.Generators.Tests.Harness;

/// <summary>Compilations as a project that references RnnGen would have them.</summary>
internal static class Consumer
{
    /// <summary>The running framework.</summary>
    public static ImmutableArray<MetadataReference> FrameworkReferences { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The running framework and the runtime under test.</summary>
    public static ImmutableArray<MetadataReference> References { get; } =
        FrameworkReferences.Add(MetadataReference.CreateFromFile(typeof(SequenceModelAttribute).Assembly.Location));

    /// <summary>All compilations come from this one, so that the compiler reads the references once.</summary>
    private static readonly CSharpCompilation Empty =
        CSharpCompilation.Create("Consumer", references: References, options: ConsumerSettings.Default.CompilationOptions);

    /// <summary>A library of some files, which are named <c>File0.cs</c>, <c>File1.cs</c> and so on.</summary>
    public static CSharpCompilation Compile(params IEnumerable<string> sources) => Compile(ConsumerSettings.Default, sources);

    /// <summary>A library of some files, compiled as <paramref name="settings"/> say.</summary>
    public static CSharpCompilation Compile(ConsumerSettings settings, IEnumerable<string> sources)
    {
        // Asking for a type binds the references; the compilations below then share what was bound.
        _ = Empty.GetSpecialType(SpecialType.System_Object);
        return Empty.WithOptions(settings.CompilationOptions).AddSyntaxTrees(
        [
            .. sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, settings.ParseOptions, $"File{index}.cs")),
            .. settings.ExtraSources.Select((source, index) => CSharpSyntaxTree.ParseText(source, settings.ParseOptions, $"Extra{index}.cs")),
        ]);
    }
}
