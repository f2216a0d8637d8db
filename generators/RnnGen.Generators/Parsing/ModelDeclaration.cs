using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RnnGen.Generators.Parsing;

/// <summary>
/// A class that carries a task's attribute, in symbols and syntax. It lives as long as the call that reads it: the generator's
/// pipeline sees the spec that comes out of it, the analyzer the violations.
/// </summary>
internal sealed class ModelDeclaration
{
    private readonly AttributeData _attribute;

    private ModelDeclaration(
        Compilation compilation,
        INamedTypeSymbol type,
        AttributeData attribute,
        AttributeSyntax attributeSyntax,
        TypeDeclarationSyntax syntax,
        IReadOnlyList<TaskAttribute> tasks)
    {
        Compilation = compilation;
        Type = type;
        _attribute = attribute;
        AttributeSyntax = attributeSyntax;
        Syntax = syntax;
        Tasks = tasks;
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol Type { get; }

    /// <summary>The part of the class that carries the attribute.</summary>
    public TypeDeclarationSyntax Syntax { get; }

    public AttributeSyntax AttributeSyntax { get; }

    /// <summary>Every task that the class declares: one, unless the declaration is wrong.</summary>
    public IReadOnlyList<TaskAttribute> Tasks { get; }

    /// <summary>The first declared task, whose attribute the other members describe.</summary>
    public TaskAttribute Task => Tasks[0];

    /// <summary>Reads the declaration on a class.</summary>
    /// <returns>Null if <paramref name="type"/> is no class from source with a task's attribute.</returns>
    public static ModelDeclaration? Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        if (type.TypeKind != TypeKind.Class)
        {
            return null;
        }

        AttributeData[] attributes = [.. type.GetAttributes().Where(data => TaskAttribute.Of(data.AttributeClass) is not null)];
        return attributes.Length > 0
            && attributes[0].ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax attributeSyntax
            && attributeSyntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } syntax
                ? new(compilation, type, attributes[0], attributeSyntax, syntax, [.. attributes.Select(data => TaskAttribute.Of(data.AttributeClass)!)])
                : null;
    }

    /// <summary>Where the attribute sets properties.</summary>
    public IEnumerable<AttributeArgumentSyntax> Arguments =>
        AttributeSyntax.ArgumentList?.Arguments.Where(argument => argument.NameEquals is not null) ?? [];

    /// <summary>
    /// Whether the attribute gives a property what is no constant, or none that is known: it does not compile, or is written by a source generator. What such an argument says is not to be guessed.
    /// </summary>
    public bool HasUnknownArgument => Arguments.Any(argument => IsProperty(argument) && !IsKnown(argument));

    /// <summary>Where the attribute sets a property; null if it does not.</summary>
    public AttributeArgumentSyntax? FindArgument(string property) => Arguments.FirstOrDefault(argument => NameOf(argument) == property);

    /// <summary>
    /// The integer, or the enum member's integer, that the attribute gives a property; null if it gives none or something that is
    /// no integer, which the compiler reports.
    /// </summary>
    public int? FindValue(string property)
    {
        TypedConstant value = _attribute.NamedArguments.FirstOrDefault(argument => argument.Key == property).Value;
        return value.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum && value.Value is int number ? number : null;
    }

    /// <summary>Whether the attribute sets a property to true.</summary>
    public bool IsSet(string property) =>
        _attribute.NamedArguments.FirstOrDefault(argument => argument.Key == property).Value is { Kind: TypedConstantKind.Primitive, Value: true };

    /// <summary>The real number that the attribute gives a property; null if it gives none.</summary>
    public double? FindNumber(string property) =>
        _attribute.NamedArguments.FirstOrDefault(argument => argument.Key == property).Value is { Kind: TypedConstantKind.Primitive, Value: double number }
            ? number
            : null;

    private static string NameOf(AttributeArgumentSyntax argument) => argument.NameEquals!.Name.Identifier.ValueText;

    private bool IsProperty(AttributeArgumentSyntax argument)
    {
        for (INamedTypeSymbol? type = _attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (!type.GetMembers(NameOf(argument)).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsKnown(AttributeArgumentSyntax argument) =>
        _attribute.NamedArguments.Any(known => known.Key == NameOf(argument) && known.Value.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum);
}
