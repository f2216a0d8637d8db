using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace RnnGen.Generators.Parsing;

/// <summary>What a model's base class must be. There may be one: the generated part names none, and its constructor calls the base's own.</summary>
internal static class BaseClassRules
{
    public static IEnumerable<Violation> Check(ModelDeclaration declaration)
    {
        INamedTypeSymbol type = declaration.Type;
        if (type.BaseType is not { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error } baseType)
        {
            yield break;
        }

        Location location = declaration.Syntax.Identifier.GetLocation();
        if (BaseTypes.Of(type).FirstOrDefault(TaskAttribute.IsOn) is { } model)
        {
            yield return new Violation(Rule.BaseClassIsNoModel, location, type.Name, model.Name);
        }
        else if (!IsCallable([.. baseType.InstanceConstructors.Where(constructor =>
            constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)
            && declaration.Compilation.IsSymbolAccessibleWithin(constructor, type))]))
        {
            yield return new Violation(Rule.BaseClassHasConstructor, location, baseType.Name, type.Name);
        }
    }

    /// <summary>
    /// Whether a call without arguments means one of the constructors that accept it. One that has nothing to fill in goes before others; of several that all have an optional parameter, none does.
    /// </summary>
    private static bool IsCallable(IMethodSymbol[] accepting) =>
        accepting.Length == 1 || accepting.Any(constructor => constructor.Parameters.All(parameter => parameter.IsParams));
}
