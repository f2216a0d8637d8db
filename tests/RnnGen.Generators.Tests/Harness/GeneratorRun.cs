using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RnnGen.Generators.Tests.Harness;

/// <summary>The generator, run over one compilation after another as an editor would, with every step tracked.</summary>
/// <remarks>
/// It runs under a culture that would spoil any number formatted without thought. The compiler turns an exception of a generator into a warning; here it fails the test.
/// </remarks>
internal sealed class GeneratorRun
{
    private GeneratorDriver _driver;

    public GeneratorRun(CSharpCompilation compilation, IIncrementalGenerator? generator = null)
    {
        _driver = CSharpGeneratorDriver.Create(
            [(generator ?? new RnnModelGenerator()).AsSourceGenerator()],
            parseOptions: (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Update(compilation);
    }

    /// <summary>The compilation of the last run, with what was generated for it.</summary>
    public Compilation Output { get; private set; } = null!;

    /// <summary>The last run.</summary>
    public GeneratorRunResult Result { get; private set; }

    /// <summary>The generated files of the last run.</summary>
    public ImmutableArray<GeneratedSourceResult> Sources => Result.GeneratedSources;

    /// <summary>Runs again, over a changed compilation, with what the earlier runs have cached.</summary>
    public void Update(CSharpCompilation compilation)
    {
        using var culture = new HostileCulture();
        _driver = _driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        Output = output;
        Result = _driver.GetRunResult().Results.Single();
        if (Result.Exception is { } exception)
        {
            ExceptionDispatchInfo.Throw(exception);
        }
    }

    /// <summary>Why the steps ran that write files, one reason a model.</summary>
    public IEnumerable<IncrementalStepRunReason> WriteReasons() =>
        Result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason);

    /// <summary>The values of every step that the generator names, the three tasks one after another.</summary>
    public IEnumerable<(object Value, IncrementalStepRunReason Reason)> NamedOutputs() =>
        new[] { TrackingNames.Classifiers, TrackingNames.Labelers, TrackingNames.Generators, TrackingNames.Regressors }
            .SelectMany(name => Result.TrackedSteps.TryGetValue(name, out ImmutableArray<IncrementalGeneratorRunStep> steps) ? steps : [])
            .SelectMany(step => step.Outputs);
}
