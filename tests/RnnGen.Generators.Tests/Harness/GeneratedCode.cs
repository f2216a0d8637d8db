using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Tests.Harness;

/// <summary>A consumer's project, generated, compiled without a single diagnostic, and loaded for as long as this object lives.</summary>
public sealed class GeneratedCode : IDisposable
{
    private readonly AssemblyLoadContext _context = new("Consumer", isCollectible: true);

    private GeneratedCode(Stream image, IReadOnlyList<string> texts)
    {
        Assembly = _context.LoadFromStream(image);
        Texts = texts;
    }

    /// <summary>The loaded project. RnnGen itself is the test's own.</summary>
    public Assembly Assembly { get; }

    /// <summary>The generated files.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Compiles some files as a project with the default settings.</summary>
    public static GeneratedCode Compile(params string[] sources) => Compile(ConsumerSettings.Default, sources);

    /// <summary>Compiles some files; whatever the compiler has to say about them, a hint included, fails the test.</summary>
    internal static GeneratedCode Compile(ConsumerSettings settings, params IEnumerable<string> sources)
    {
        GeneratorRun run = new(Consumer.Compile(settings, sources));
        MemoryStream image = new();

        // The compiler looks at documentation comments only if it has to write them.
        EmitResult result = run.Output.Emit(
            image, xmlDocumentationStream: new MemoryStream(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(run.Result.Diagnostics);
        Assert.Empty(result.Diagnostics.Where(IsUnexpected).Select(Describe));
        image.Position = 0;
        return new GeneratedCode(image, [.. run.Sources.Select(source => source.SourceText.ToString())]);
    }

    public void Dispose() => _context.Unload();

    // The files under test are short: they have no documentation and import more than they need. The generated ones are held to everything.
    private static bool IsUnexpected(Diagnostic diagnostic) =>
        diagnostic.Id is not ("CS1591" or "CS8019" or "CS8933") || GeneratedFiles.Contain(diagnostic.Location.SourceTree?.FilePath ?? "");

    private static string Describe(Diagnostic diagnostic)
    {
        TextSpan span = diagnostic.Location.SourceSpan;
        string? text = diagnostic.Location.SourceTree?.GetText().ToString(span);
        return $"{diagnostic}: {text}";
    }
}
