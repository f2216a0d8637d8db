using System.Collections.Generic;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Parsing;

/// <summary>What the attribute may say about the states that an answer is read from. An argument that does not compile is left to the compiler.</summary>
internal static class PoolingRules
{
    public static IEnumerable<Violation> Check(ModelDeclaration declaration)
    {
        int pooling = declaration.FindValue(RuntimeNames.PoolingProperty) ?? (int)ModelPooling.Last;
        if (!Choices<ModelPooling>.IsDefined(pooling))
        {
            yield return new Violation(
                Rule.PoolingIsDefined,
                declaration.FindArgument(RuntimeNames.PoolingProperty)!.GetLocation(),
                declaration.Type.Name,
                SizeRules.Format(pooling),
                Choices<ModelPooling>.Text);
        }
        else if (pooling != (int)ModelPooling.Last && declaration.IsSet(RuntimeNames.EveryStepProperty))
        {
            yield return new Violation(
                Rule.PoolingIsOfOneAnswer,
                declaration.FindArgument(RuntimeNames.PoolingProperty)!.GetLocation(),
                declaration.Type.Name,
                ((ModelPooling)pooling).ToString());
        }
    }
}
