using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using RnnGen.Generators;

namespace RnnGen.Benchmarks.Suites;

/// <summary>What the generator and its output cost the compiler, in a project of a hundred files one of which declares a model.</summary>
public class GeneratorBenchmarks
{
    private const int OtherFiles = 99;
    private CSharpCompilation? _project;
    private CSharpCompilation? _edited;
    private CSharpCompilation? _withGenerated;
    private ImmutableArray<SyntaxTree> _trees;
    private ImmutableArray<SyntaxTree> _treesWithGenerated;
    private GeneratorDriver? _driver;
    private bool _isEdited;

    /// <summary>The hidden size of the model.</summary>
    [Params(16, 64, 256)]
    public int Hidden { get; set; }

    /// <summary>Makes the project, and a driver that has seen it.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        string model = string.Create(
            CultureInfo.InvariantCulture,
            $"[RnnGen.SequenceClassifier(Vocabulary = 64, Hidden = {Hidden}, SequenceLength = 32, Classes = 8)] public sealed partial class Model;");
        SyntaxTree unrelated = CSharpSyntaxTree.ParseText(OtherFile(0, "1"));
        _trees = [CSharpSyntaxTree.ParseText(model), unrelated, .. Enumerable.Range(1, OtherFiles - 1).Select(i => CSharpSyntaxTree.ParseText(OtherFile(i, "1")))];
        _project = CSharpCompilation.Create("Project", _trees, References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _edited = _project.ReplaceSyntaxTree(unrelated, CSharpSyntaxTree.ParseText(OtherFile(0, "2")));
        _driver = CSharpGeneratorDriver.Create(new RnnModelGenerator()).RunGeneratorsAndUpdateCompilation(_project, out Compilation output, out _);
        _withGenerated = (CSharpCompilation)output;
        _treesWithGenerated = output.SyntaxTrees.ToImmutableArray();
        if (_treesWithGenerated.Length == _trees.Length)
        {
            throw new InvalidOperationException("The generator wrote nothing.");
        }
    }

    /// <summary>The generator's first run over the project: a new driver, and a compilation that has bound nothing.</summary>
    [Benchmark]
    public GeneratorDriver Cold() => CSharpGeneratorDriver.Create(new RnnModelGenerator()).RunGenerators(Unbound(_project!, _trees));

    /// <summary>Its next run, after an edit in a file that declares no model.</summary>
    [Benchmark]
    public GeneratorDriver UnrelatedEdit()
    {
        _isEdited = !_isEdited;
        return _driver = _driver!.RunGenerators(_isEdited ? _edited! : _project!);
    }

    /// <summary>The compilation of the project with the generated files.</summary>
    [Benchmark]
    public EmitResult CompileWithModel() => Emit(Unbound(_withGenerated!, _treesWithGenerated));

    /// <summary>The compilation of the project alone, without its model, for comparison.</summary>
    [Benchmark]
    public EmitResult CompileWithoutModel() => Emit(Unbound(_project!, _trees));

    private static string OtherFile(int number, string value) => string.Create(
        CultureInfo.InvariantCulture, $"namespace Others; internal static class Other{number} {{ public static int Value(int x) => x + {value}; }}");

    // The same files and references, none of whose symbols are bound yet.
    private static CSharpCompilation Unbound(CSharpCompilation compilation, IEnumerable<SyntaxTree> trees) =>
        compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);

    private static EmitResult Emit(CSharpCompilation compilation)
    {
        EmitResult result = compilation.Emit(Stream.Null);
        return result.Success ? result : throw new InvalidOperationException(result.Diagnostics[0].ToString());
    }

    private static IEnumerable<MetadataReference> References()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return platform
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(SequenceModelAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
