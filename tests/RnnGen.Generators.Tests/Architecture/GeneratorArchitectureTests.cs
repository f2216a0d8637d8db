using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using RnnGen.Generators.Model;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Architecture;

/// <summary>Who may know whom.</summary>
public sealed class GeneratorArchitectureTests
{
    private static readonly Lazy<SourceGraph> Sources = new(() => SourceGraph.Of("generators", "RnnGen.Generators"));

    /// <summary>A folder of the generator, and the folders whose types it may use.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        [""] = ["Parsing", "Emission", "Model"],
        ["Parsing"] = ["Model"],
        ["Emission"] = ["Planning", "Model"],
        ["Planning"] = ["Model"],
        ["Model"] = [],
        ["Diagnostics"] = ["Parsing"],
    };

    [Fact]
    public void The_generator_and_the_runtime_do_not_reference_each_other()
    {
        Assembly generator = typeof(RnnModelGenerator).Assembly;
        Assembly runtime = typeof(SequenceModelAttribute).Assembly;

        Assert.DoesNotContain(generator.GetReferencedAssemblies(), name => name.Name == runtime.GetName().Name);
        Assert.DoesNotContain(runtime.GetReferencedAssemblies(), name => name.Name == generator.GetName().Name);
        Assert.All(
            runtime.GetReferencedAssemblies(),
            name => Assert.True(name.Name!.StartsWith("System.", StringComparison.Ordinal) || name.Name == "netstandard", name.Name));
    }

    [Fact]
    public void Each_folder_knows_only_those_below_it() => Assert.Empty(
        Sources.Value.Uses
            .Where(use => use.DeclaredIn is not null)
            .Select(use => (use.File, From: use.Folder, To: SourceUse.FolderOf(use.DeclaredIn!), use.Type.Name))
            .Where(use => use.From != use.To && !Allowed[use.From].Contains(use.To))
            .Select(use => $"{use.File} uses {use.To}/{use.Name}"));

    [Fact]
    public void Only_Parsing_and_Diagnostics_know_symbols_and_syntax() => Assert.Empty(
        Sources.Value.Uses
            .Where(use => use.Folder is not ("Parsing" or "Diagnostics") && (IsOrImplements<ISymbol>(use.Type) || IsOrImplements<SyntaxNode>(use.Type)))
            .Select(use => $"{use.File} uses {use.Type.Name}"));

    [Fact]
    public void Emission_Planning_and_Model_know_nothing_of_the_compiler() => Assert.Empty(
        Sources.Value.Uses
            .Where(use => use.Folder is "Emission" or "Planning" or "Model" && use.Namespace.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(use => $"{use.File} uses {use.Type.Name}"));

    [Fact]
    public void No_two_files_need_each_other()
    {
        ILookup<string, string> needs = Sources.Value.Uses
            .Where(use => use.DeclaredIn is not null && use.DeclaredIn != use.File)
            .Distinct()
            .ToLookup(use => use.File, use => use.DeclaredIn!);

        Assert.DoesNotContain(needs.Select(group => group.Key), file => Reaches(file, file));

        bool Reaches(string from, string to)
        {
            HashSet<string> seen = [];
            Stack<string> open = new(needs[from]);
            while (open.TryPop(out string? file))
            {
                if (file == to)
                {
                    return true;
                }

                if (seen.Add(file))
                {
                    foreach (string next in needs[file])
                    {
                        open.Push(next);
                    }
                }
            }

            return false;
        }
    }

    [Fact]
    public void The_files_that_the_generator_wrote_are_known_by_its_name() =>
        Assert.Equal(GeneratedFiles.Directory, typeof(RnnModelGenerator).FullName);

    [Fact]
    public void The_rules_see_what_they_are_about()
    {
        Assert.Contains(Sources.Value.Uses, use => use is { Folder: "Parsing", Type.Name: nameof(INamedTypeSymbol) });
        Assert.Contains(Sources.Value.Uses, use => use is { Folder: "", DeclaredIn: "Emission/ModelEmitter.cs" });
    }

    private static bool IsOrImplements<T>(INamedTypeSymbol type) =>
        type.AllInterfaces.Append(type).Concat(BaseTypesOf(type)).Any(candidate => candidate.ToDisplayString() == typeof(T).FullName);

    private static IEnumerable<INamedTypeSymbol> BaseTypesOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? scope = type.BaseType; scope is not null; scope = scope.BaseType)
        {
            yield return scope;
        }
    }
}
