using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Parsing;

/// <summary>From a class's symbol to what the generated part has to repeat of it.</summary>
internal static class TypeParser
{
    public static TypeSpec Parse(INamedTypeSymbol type, string hintName) => new(
        string.Join(".", NamespacesAround(type).Select(space => Identifiers.Escape(space.Name))),
        new EquatableArray<string>(TypesAround(type).Select(Reopen)),
        Identifiers.Escape(type.Name),
        hintName);

    /// <summary>The namespaces around a type, the outermost first, without the global one.</summary>
    private static Stack<INamespaceSymbol> NamespacesAround(INamedTypeSymbol type)
    {
        Stack<INamespaceSymbol> spaces = new();
        for (INamespaceSymbol space = type.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            spaces.Push(space);
        }

        return spaces;
    }

    /// <summary>The types around a type, the outermost first.</summary>
    private static Stack<INamedTypeSymbol> TypesAround(INamedTypeSymbol type)
    {
        Stack<INamedTypeSymbol> types = new();
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            types.Push(outer);
        }

        return types;
    }

    /// <summary>One more part of a type. Modifiers, base types and constraints need to stand on one part only.</summary>
    private static string Reopen(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        string parameters = type.Arity == 0
            ? ""
            : "<" + string.Join(", ", type.TypeParameters.Select(parameter => Identifiers.Escape(parameter.Name))) + ">";
        return "partial " + keyword + " " + Identifiers.Escape(type.Name) + parameters;
    }
}
