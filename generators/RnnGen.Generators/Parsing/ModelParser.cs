using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Parsing;

/// <summary>From a class with a task's attribute to the spec of its model.</summary>
internal static class ModelParser
{
    /// <summary>Whether a node with a task's attribute can be a model's declaration; records are nodes of another kind.</summary>
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) => node is ClassDeclarationSyntax;

    /// <summary>The class, and the spec that it asks for, or none if it is wrong: the compiler or the analyzer says why.</summary>
    public static ModelCandidate Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        ModelDeclaration? declaration = ModelDeclaration.Read(type, context.SemanticModel.Compilation, cancellationToken);
        bool isValid = declaration is { HasUnknownArgument: false } && !DeclarationRules.FindViolations(declaration, cancellationToken).Any();
        string hintName = HintNames.Of(type, cancellationToken);
        return new ModelCandidate(hintName, isValid ? Parse(declaration!, hintName) : null);
    }

    private static ModelSpec? Parse(ModelDeclaration declaration, string hintName) =>
        declaration.FindValue(SizeRange.Hidden.Property) is { } hidden
        && declaration.FindValue(SizeRange.SequenceLength.Property) is { } sequenceLength
        && declaration.FindValue(declaration.Task.Outputs.Property) is { } outputs
            ? new ModelSpec(
                TypeParser.Parse(declaration.Type, hintName),
                declaration.Task.Task,
                (ModelCell)(declaration.FindValue(RuntimeNames.CellProperty) ?? (int)ModelCell.Elman),
                (ModelNonlinearity)(declaration.FindValue(RuntimeNames.NonlinearityProperty) ?? (int)ModelNonlinearity.Tanh),
                declaration.FindValue(SizeRange.Vocabulary.Property) ?? 0,
                hidden,
                sequenceLength,
                outputs)
            {
                ResetsBefore = declaration.IsSet(RuntimeNames.ResetBeforeProperty),
                Layers = declaration.FindValue(SizeRange.Layers.Property) ?? 1,
                IsBidirectional = declaration.IsSet(RuntimeNames.BidirectionalProperty),
                Embedding = declaration.FindValue(SizeRange.Embedding.Property) ?? 0,
                Features = declaration.FindValue(SizeRange.Features.Property) ?? 0,
                TiesEmbedding = declaration.IsSet(RuntimeNames.TieEmbeddingProperty),
                Dropout = declaration.FindNumber(RuntimeNames.DropoutProperty) ?? 0,
                RecurrentDropout = declaration.FindNumber(RuntimeNames.RecurrentDropoutProperty) ?? 0,
                AnswersEveryStep = declaration.IsSet(RuntimeNames.EveryStepProperty),
                Pooling = (ModelPooling)(declaration.FindValue(RuntimeNames.PoolingProperty) ?? (int)ModelPooling.Last),
            }
            : null;
}
