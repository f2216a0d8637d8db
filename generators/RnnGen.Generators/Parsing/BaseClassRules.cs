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
        else if (!baseType.InstanceConstructors.Any(constructor =>
            constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)
            && declaration.Compilation.IsSymbolAccessibleWithin(constructor, type)))
        {
            yield return new Violation(Rule.BaseClassHasConstructor, location, baseType.Name, type.Name);
        }
    }
}
