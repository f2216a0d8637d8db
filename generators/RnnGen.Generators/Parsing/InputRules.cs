using System.Collections.Generic;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Parsing;

/// <summary>What a step may read: a token or real numbers, and not both.</summary>
internal static class InputRules
{
    public static IEnumerable<Violation> Check(ModelDeclaration declaration)
    {
        if (declaration.FindArgument(SizeRange.Features.Property) is not { } features)
        {
            yield break;
        }

        if (declaration.Task.Task == ModelTask.Generation)
        {
            yield return new Violation(Rule.GeneratorReadsTokens, features.GetLocation(), declaration.Type.Name);
        }
        else if (declaration.FindArgument(SizeRange.Vocabulary.Property) is not null)
        {
            yield return new Violation(Rule.InputIsOfOneKind, features.GetLocation(), declaration.Type.Name);
        }

        if (declaration.FindArgument(SizeRange.Embedding.Property) is { } embedding)
        {
            yield return new Violation(Rule.EmbeddingIsOfTokens, embedding.GetLocation(), declaration.Type.Name);
        }
    }
}
