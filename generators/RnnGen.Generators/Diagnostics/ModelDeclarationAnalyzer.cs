using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RnnGen.Generators.Parsing;

namespace RnnGen.Generators.Diagnostics;

/// <summary>Reports every rule that a model's declaration breaks.</summary>
/// <remarks>
/// An analyzer and not the generator does so, because a location that went through the generator's pipeline would defeat its caching
/// and be out of the reach of <c>#pragma warning</c>.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelDeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DiagnosticDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // The generator reads declarations in files that count as generated, too.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Report, SymbolKind.NamedType);
    }

    private static void Report(SymbolAnalysisContext context)
    {
        if (ModelDeclaration.Read((INamedTypeSymbol)context.Symbol, context.Compilation, context.CancellationToken) is not { } declaration)
        {
            return;
        }

        Violation[] violations = [.. DeclarationRules.FindViolations(declaration, context.CancellationToken)];
        foreach (Violation violation in violations.Concat(ConstantRules.Check(declaration, isValid: violations.Length == 0)))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.Of(violation.Rule), violation.Location, violation.Arguments));
        }
    }
}
