using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using RnnGen.Generators.Diagnostics;

namespace RnnGen.Generators.Tests.Harness;

/// <summary>Runs generator and analyzer over a declaration, as the compiler does: the analyzer sees what was generated.</summary>
internal static class DeclarationCheck
{
    /// <summary>The analyzer's diagnostics in the files of <paramref name="compilation"/>, as an editor asks for them.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="ofOtherGenerators">Files that the generator does not see and the analyzer does.</param>
    /// <remarks>The bodies of generated methods are not compiled, which takes most of the time of a whole build.</remarks>
    public static Task<IReadOnlyList<Diagnostic>> Analyze(CSharpCompilation compilation, params SyntaxTree[] ofOtherGenerators) => Analyze(compilation, ofOtherGenerators, async (output, analysis) =>
    {
        List<Diagnostic> diagnostics = [];
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            diagnostics.AddRange(await analysis.GetAnalyzerSemanticDiagnosticsAsync(
                output.GetSemanticModel(tree), filterSpan: null, TestContext.Current.CancellationToken));
        }

        return diagnostics;
    });

    /// <summary>The analyzer's diagnostics, as a build reports them.</summary>
    public static Task<IReadOnlyList<Diagnostic>> AnalyzeBuild(CSharpCompilation compilation) => Analyze(
        compilation, [], async (_, analysis) => await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));

    /// <summary>Asserts that nothing is wrong with the declaration of one or more models, and that each becomes a spec.</summary>
    public static async Task IsValid(string source, int models = 1)
    {
        Assert.Empty(await Analyze(Consumer.Compile(source)));
        Assert.Equal(models, Specs.Of(source).Count);
    }

    /// <summary>Asserts that exactly the marked diagnostics are reported, with these messages, and that nothing is generated.</summary>
    public static Task IsRefused(string marked, params string[] messages) => IsRefused(ConsumerSettings.Default, marked, messages);

    /// <summary>Asserts that exactly the marked diagnostics are reported, with these messages, and that only the valid models get a network.</summary>
    public static async Task IsRefused(ConsumerSettings settings, string marked, string[] messages, int valid = 0)
    {
        MarkedSource source = new(marked);
        CSharpCompilation compilation = Consumer.Compile(settings, [source.Text]);
        IReadOnlyList<Diagnostic> reported = await Analyze(compilation);

        Assert.NotEmpty(source.Expected);
        Assert.Equal(source.Expected, reported.Select(diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan)));
        Assert.Equal(messages, reported.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
        Assert.Equal(valid, new GeneratorRun(compilation).NamedOutputs().Count());
    }

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(
        CSharpCompilation compilation, SyntaxTree[] ofOtherGenerators, Func<Compilation, CompilationWithAnalyzers, Task<IReadOnlyList<Diagnostic>>> ask)
    {
        GeneratorRun run = new(compilation);
        using var culture = new HostileCulture();
        ConcurrentQueue<Exception> exceptions = [];
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]), (exception, _, _) => exceptions.Enqueue(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);

        Compilation output = run.Output.AddSyntaxTrees(ofOtherGenerators);
        IReadOnlyList<Diagnostic> diagnostics = await ask(
            output, new CompilationWithAnalyzers(output, [new ModelDeclarationAnalyzer()], options));

        Assert.Empty(exceptions);
        return [.. diagnostics
            .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }
}
