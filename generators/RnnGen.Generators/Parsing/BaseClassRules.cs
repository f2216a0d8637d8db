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
    /// Whether a call without arguments means one of the constructors that accept it. Of those without a params array, which go before all others, one without parameters does, and one that is alone;
    /// of those with one, one that has nothing else. (C# specification, "Better function member".)
    /// </summary>
    private static bool IsCallable(IMethodSymbol[] accepting)
    {
        IMethodSymbol[] first = [.. accepting.GroupBy(PriorityOf).OrderByDescending(group => group.Key).FirstOrDefault() ?? Enumerable.Empty<IMethodSymbol>()];
        IMethodSymbol[] plain = [.. first.Where(constructor => !constructor.Parameters.Any(parameter => parameter.IsParams))];
        IMethodSymbol[] preferred = plain.Length > 0 ? plain : first;
        return preferred.Length == 1 || preferred.Count(constructor => constructor.Parameters.All(parameter => parameter.IsParams)) == 1;
    }

    /// <summary>The number that <c>[OverloadResolutionPriority]</c> gives a constructor; 0 without.</summary>
    private static int PriorityOf(IMethodSymbol constructor) =>
        constructor.GetAttributes()
            .Where(data => data.AttributeClass?.Name == "OverloadResolutionPriorityAttribute")
            .SelectMany(data => data.ConstructorArguments)
            .Select(argument => argument.Value)
            .OfType<int>()
            .FirstOrDefault();
}
