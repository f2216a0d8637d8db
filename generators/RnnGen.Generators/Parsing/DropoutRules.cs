using System.Collections.Generic;
using System.Globalization;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Parsing;

/// <summary>What dropout and a tied embedding need.</summary>
internal static class DropoutRules
{
    public static IEnumerable<Violation> Check(ModelDeclaration declaration)
    {
        foreach (string property in new[] { RuntimeNames.DropoutProperty, RuntimeNames.RecurrentDropoutProperty })
        {
            if (declaration.FindNumber(property) is { } rate && !IsProbability(rate))
            {
                yield return new Violation(
                    Rule.DropoutIsAProbability,
                    declaration.FindArgument(property)!.GetLocation(),
                    property,
                    declaration.Type.Name,
                    rate.ToString("R", CultureInfo.InvariantCulture));
            }
        }

        int embedding = declaration.FindValue(SizeRange.Embedding.Property) ?? 0;
        if (declaration.FindNumber(RuntimeNames.DropoutProperty) is { } dropout
            && dropout != 0
            && IsProbability(dropout)
            && (declaration.FindValue(SizeRange.Layers.Property) ?? 1) == 1
            && embedding == 0)
        {
            yield return new Violation(
                Rule.DropoutHasAPlace, declaration.FindArgument(RuntimeNames.DropoutProperty)!.GetLocation(), declaration.Type.Name);
        }

        // Without a Hidden there is nothing to compare with, and it is Hidden that is reported as missing.
        if (declaration.IsSet(RuntimeNames.TieEmbeddingProperty)
            && declaration.FindValue(SizeRange.Hidden.Property) is { } hidden
            && (embedding == 0 || embedding != hidden))
        {
            yield return new Violation(
                Rule.TiedEmbeddingIsAsLargeAsHidden,
                declaration.FindArgument(RuntimeNames.TieEmbeddingProperty)!.GetLocation(),
                declaration.Type.Name,
                SizeRules.Format(embedding),
                SizeRules.Format(hidden));
        }
    }

    // Training has it as a float, where a rate very near to 1 is 1.
    private static bool IsProbability(double rate) => rate >= 0 && (float)rate < 1;
}
