using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RnnGen.Generators.Tests.Harness;

/// <summary>The generator's own source files, and which of them names which type.</summary>
internal sealed class SourceGraph
{
    private SourceGraph(IReadOnlyList<SourceUse> uses) => Uses = uses;

    /// <summary>Every use of a type, by file; each once. Documentation comments do not count.</summary>
    public IReadOnlyList<SourceUse> Uses { get; }

    /// <summary>Reads a project's folder, compiled against what the test itself runs on.</summary>
    public static SourceGraph Of(params ReadOnlySpan<string> project)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Sources",
            Repository.SourcesOf(project)
                .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file.Path), new CSharpParseOptions(LanguageVersion.Preview), file.Name)),
            [
                .. Consumer.FrameworkReferences,
                MetadataReference.CreateFromFile(typeof(Compilation).Assembly.Location),
                MetadataReference.CreateFromFile(typeof(CSharpCompilation).Assembly.Location),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        return new SourceGraph([.. compilation.SyntaxTrees.SelectMany(tree => FindUses(compilation.GetSemanticModel(tree)))]);
    }

    private static IEnumerable<SourceUse> FindUses(SemanticModel model) => model.SyntaxTree.GetRoot()
        .DescendantNodes()
        .OfType<ExpressionSyntax>()
        .SelectMany(node => TypesOf(model, node))
        .Select(type => type.OriginalDefinition)
        .OfType<INamedTypeSymbol>()
        .Distinct(SymbolEqualityComparer.Default)
        .Cast<INamedTypeSymbol>()
        .Select(type => new SourceUse(
            model.SyntaxTree.FilePath,
            type,
            type.ContainingNamespace?.ToDisplayString() ?? "",
            type.Locations.FirstOrDefault()?.SourceTree?.FilePath));

    private static IEnumerable<ITypeSymbol> TypesOf(SemanticModel model, ExpressionSyntax node)
    {
        ISymbol? symbol = model.GetSymbolInfo(node).Symbol;
        ITypeSymbol?[] types = [symbol as ITypeSymbol, symbol is INamespaceOrTypeSymbol ? null : symbol?.ContainingType, model.GetTypeInfo(node).Type];
        return types.OfType<ITypeSymbol>();
    }
}
