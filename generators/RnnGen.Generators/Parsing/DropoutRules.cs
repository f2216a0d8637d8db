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
            if (declaration.FindNumber(property) is { } rate && !(rate >= 0 && rate < 1))
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
        if (declaration.FindNumber(RuntimeNames.DropoutProperty) > 0
            && (declaration.FindValue(SizeRange.Layers.Property) ?? 1) == 1
            && embedding == 0)
        {
            yield return new Violation(
                Rule.DropoutHasAPlace, declaration.FindArgument(RuntimeNames.DropoutProperty)!.GetLocation(), declaration.Type.Name);
        }

        if (declaration.IsSet(RuntimeNames.TieEmbeddingProperty) && (embedding == 0 || embedding != declaration.FindValue(SizeRange.Hidden.Property)))
        {
            yield return new Violation(
                Rule.TiedEmbeddingIsAsLargeAsHidden, declaration.FindArgument(RuntimeNames.TieEmbeddingProperty)!.GetLocation(), declaration.Type.Name);
        }
    }
}
