using System;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using RnnGen.Generators.Emission;
using RnnGen.Generators.Model;
using RnnGen.Generators.Parsing;

namespace RnnGen.Generators;

/// <summary>Writes the network into every class that carries a task's attribute.</summary>
/// <remarks>Attribute to spec (Parsing), spec to text (Emission). Wrong declarations yield no spec; the analyzer in Diagnostics reports them.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class RnnModelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        RegisterTask(context, RuntimeNames.ClassifierAttribute, TrackingNames.Classifiers);
        RegisterTask(context, RuntimeNames.LabelerAttribute, TrackingNames.Labelers);
        RegisterTask(context, RuntimeNames.GeneratorAttribute, TrackingNames.Generators);
        RegisterTask(context, RuntimeNames.RegressorAttribute, TrackingNames.Regressors);
    }

    private static void RegisterTask(IncrementalGeneratorInitializationContext context, string attribute, string trackingName)
    {
        // The compiler compares values by their place. Ordered by name, a class keeps its place when it moves within its file or to another.
        IncrementalValuesProvider<ModelSpec> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, ModelParser.IsCandidate, ModelParser.Parse)
            .Collect()
            .SelectMany(static (candidates, _) => candidates.OrderBy(candidate => candidate.Name, StringComparer.Ordinal))
            .Where(static candidate => candidate.Spec is not null)
            .Select(static (candidate, _) => candidate.Spec!)
            .WithTrackingName(trackingName);

        context.RegisterSourceOutput(models, static (output, spec) =>
        {
            foreach (EmittedFile file in ModelEmitter.Emit(spec, output.CancellationToken))
            {
                output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
            }
        });
    }
}
