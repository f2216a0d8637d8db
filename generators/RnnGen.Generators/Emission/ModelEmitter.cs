using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>From a spec to source text.</summary>
internal static class ModelEmitter
{
    /// <summary>The files of one model, each written when it is asked for: the consumer's class, and behind it a namespace of the model's own.</summary>
    /// <exception cref="OperationCanceledException">Whoever types on has no use for the files that are left.</exception>
    public static IEnumerable<EmittedFile> Emit(ModelSpec spec, CancellationToken cancellationToken)
    {
        var plan = new ModelPlan(spec);
        string space = GeneratedNamespace.For(spec.Type);
        string model = spec.Type.DisplayName;
        var files = new List<(string Name, Func<string> Write)>
        {
            ("", () => ModelClassEmitter.WriteFile(space, plan)),
            (".Description", () => DescriptionEmitter.WriteFile(space, model, plan)),
            (".Layout", () => LayoutEmitter.WriteFile(space, model, plan)),
        };

        // What reads from both ends needs the whole sequence, as training has it: it predicts by the forward pass of training.
        if (plan.Directions == 1)
        {
            files.Add((".Prediction", () => PredictionEmitter.WriteFile(space, model, plan)));
        }

        files.Add((".Training", () => TrainingEmitter.WriteFile(space, model, plan)));
        files.AddRange(VectorWidth.All.Select(width =>
            ($".Kernels{width.Bits}", new Func<string>(() => KernelsEmitter.WriteFile(space, model, width, plan)))));
        foreach ((string name, Func<string> write) in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new EmittedFile($"{spec.Type.HintName}{name}.g.cs", write());
        }
    }
}
