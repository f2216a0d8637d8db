using System.Collections.Generic;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Parsing;

/// <summary>What the attribute may say about the recurrent cell. An argument that does not compile is left to the compiler.</summary>
internal static class CellRules
{
    public static IEnumerable<Violation> Check(ModelDeclaration declaration)
    {
        int cell = declaration.FindValue(RuntimeNames.CellProperty) ?? (int)ModelCell.Elman;
        if (!Choices<ModelCell>.IsDefined(cell))
        {
            yield return new Violation(
                Rule.CellIsDefined,
                declaration.FindArgument(RuntimeNames.CellProperty)!.GetLocation(),
                declaration.Type.Name,
                SizeRules.Format(cell),
                Choices<ModelCell>.Text);
        }

        int nonlinearity = declaration.FindValue(RuntimeNames.NonlinearityProperty) ?? (int)ModelNonlinearity.Tanh;
        if (!Choices<ModelNonlinearity>.IsDefined(nonlinearity))
        {
            yield return new Violation(
                Rule.NonlinearityIsDefined,
                declaration.FindArgument(RuntimeNames.NonlinearityProperty)!.GetLocation(),
                declaration.Type.Name,
                SizeRules.Format(nonlinearity),
                Choices<ModelNonlinearity>.Text);
        }
        else if (nonlinearity != (int)ModelNonlinearity.Tanh && (ModelCell)cell is ModelCell.Gru or ModelCell.Lstm)
        {
            yield return new Violation(
                Rule.NonlinearityIsOfElman,
                declaration.FindArgument(RuntimeNames.NonlinearityProperty)!.GetLocation(),
                declaration.Type.Name,
                ((ModelCell)cell).ToString(),
                ((ModelNonlinearity)nonlinearity).ToString());
        }

        if (declaration.IsSet(RuntimeNames.ResetBeforeProperty) && (ModelCell)cell is ModelCell.Elman or ModelCell.Lstm)
        {
            yield return new Violation(
                Rule.ResetIsOfGru,
                declaration.FindArgument(RuntimeNames.ResetBeforeProperty)!.GetLocation(),
                declaration.Type.Name,
                ((ModelCell)cell).ToString());
        }

        if (declaration.Task.Task == ModelTask.Generation && declaration.IsSet(RuntimeNames.BidirectionalProperty))
        {
            yield return new Violation(
                Rule.GeneratorReadsForward, declaration.FindArgument(RuntimeNames.BidirectionalProperty)!.GetLocation(), declaration.Type.Name);
        }
    }
}
