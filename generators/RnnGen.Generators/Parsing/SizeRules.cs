using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Parsing;

/// <summary>What the sizes among the attribute's arguments must be. An argument that does not compile is left to the compiler.</summary>
internal static class SizeRules
{
    public static IEnumerable<Violation> Check(ModelDeclaration declaration)
    {
        if (declaration.Tasks.Count > 1)
        {
            yield return new Violation(
                Rule.OneTaskOnAClass,
                declaration.AttributeSyntax.GetLocation(),
                declaration.Type.Name,
                string.Join(" and ", declaration.Tasks.Select(task => "[" + task.DisplayName + "]")));
        }

        string[] missing = [.. declaration.Task.Sizes.Where(size => IsMissing(declaration, size)).Select(size => size.Property)];
        if (missing.Length > 0)
        {
            yield return new Violation(
                Rule.EverySizeIsDeclared,
                declaration.AttributeSyntax.GetLocation(),
                declaration.Task.DisplayName,
                declaration.Type.Name,
                string.Join(", ", missing));
        }

        foreach (SizeRange size in declaration.Task.Sizes.Concat(TaskAttribute.OptionalSizes))
        {
            if (declaration.FindValue(size.Property) is { } value && !size.Contains(value))
            {
                yield return new Violation(
                    Rule.SizeIsInRange,
                    declaration.FindArgument(size.Property)!.GetLocation(),
                    size.Property,
                    declaration.Type.Name,
                    Format(value),
                    Format(size.Minimum),
                    Format(size.Maximum));
            }
        }
    }

    /// <summary>Whether a size is needed and not there: the vocabulary is not needed where a step reads real numbers.</summary>
    private static bool IsMissing(ModelDeclaration declaration, SizeRange size) =>
        declaration.FindArgument(size.Property) is null
        && (size != SizeRange.Vocabulary || declaration.FindArgument(SizeRange.Features.Property) is null);

    /// <summary>A number as messages show it.</summary>
    public static string Format(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
