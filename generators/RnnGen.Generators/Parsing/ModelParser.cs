using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Parsing;

/// <summary>From a class with a task's attribute to the spec of its model.</summary>
internal static class ModelParser
{
    /// <summary>The spec that a declaration asks for; null for an invalid one, which the compiler or the analyzer reports.</summary>
    public static ModelSpec? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        context.TargetSymbol is INamedTypeSymbol type
        && ModelDeclaration.Read(type, context.SemanticModel.Compilation, cancellationToken) is { } declaration
        && !DeclarationRules.FindViolations(declaration).Any()
            ? Parse(declaration)
            : null;

    private static ModelSpec? Parse(ModelDeclaration declaration) =>
        declaration.FindValue(SizeRange.Vocabulary.Property) is { } vocabulary
        && declaration.FindValue(SizeRange.Hidden.Property) is { } hidden
        && declaration.FindValue(SizeRange.SequenceLength.Property) is { } sequenceLength
        && declaration.FindValue(declaration.Task.Outputs.Property) is { } outputs
            ? new ModelSpec(
                TypeParser.Parse(declaration.Type),
                declaration.Task.Task,
                ModelCell.Elman,
                (ModelNonlinearity)(declaration.FindValue(RuntimeNames.NonlinearityProperty) ?? (int)ModelNonlinearity.Tanh),
                vocabulary,
                hidden,
                sequenceLength,
                outputs)
            : null;
}
