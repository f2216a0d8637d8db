using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnGen.Generators.Tests.Baselines;

namespace RnnGen.Generators.Tests.Documentation;

/// <summary>A part of a generated file that a page quotes.</summary>
internal static partial class GeneratedExcerpt
{
    private static readonly ConcurrentDictionary<BaselineModel, Dictionary<string, string>> Generated = new();

    /// <summary>The part of a baseline model's file that a name stands for: a method with its comment, or a type up to its opening brace.</summary>
    /// <param name="file">The file, <c>Baselines.MediumClassifier.g.cs</c> for example.</param>
    /// <param name="name">The name of the method, with its type parameters, or of the type.</param>
    /// <returns>Whole lines, without their common indentation.</returns>
    public static string Of(string file, string name)
    {
        BaselineModel model = BaselineModel.All.Single(model => file.Split('.')[1] == model.Name);
        string text = Generated.GetOrAdd(model, static model => model.Generate())[file];
        MemberDeclarationSyntax member = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>().Single(
            node => NameOf(node) == name);
        int end = member is TypeDeclarationSyntax declaration ? declaration.OpenBraceToken.SpanStart : member.FullSpan.End;
        string part = text[member.FullSpan.Start..end].Trim('\n');
        string indentation = Indentation().Match(part).Value;
        return string.Concat(part.TrimEnd().Split('\n').Select(line => line.StartsWith(indentation, StringComparison.Ordinal) ? line[indentation.Length..] + "\n" : line + "\n"));
    }

    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text + method.TypeParameterList,
        TypeDeclarationSyntax type => type.Identifier.Text,
        _ => null,
    };

    [GeneratedRegex("^ *")]
    private static partial Regex Indentation();
}
