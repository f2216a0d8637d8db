using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace RnnGen.Generators.Parsing;

/// <summary>The classes that a class derives from.</summary>
internal static class BaseTypes
{
    /// <summary>The nearest first, without <see cref="object"/>.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? scope = type.BaseType; scope is { SpecialType: not SpecialType.System_Object }; scope = scope.BaseType)
        {
            yield return scope;
        }
    }
}
