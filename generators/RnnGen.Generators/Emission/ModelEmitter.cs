using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>From a spec to source text.</summary>
internal static class ModelEmitter
{
    /// <summary>The files of one model: the consumer's class, and behind it a namespace of the model's own.</summary>
    public static IReadOnlyList<EmittedFile> Emit(ModelSpec spec)
    {
        var plan = new ModelPlan(spec);
        string hint = spec.Type.HintName;
        string space = GeneratedNamespace.For(spec.Type);
        string model = spec.Type.DisplayName;
        var files = new List<EmittedFile>
        {
            new($"{hint}.g.cs", ModelClassEmitter.WriteFile(space, plan)),
            new($"{hint}.Description.g.cs", DescriptionEmitter.WriteFile(space, model, plan)),
            new($"{hint}.Layout.g.cs", LayoutEmitter.WriteFile(space, model, plan)),
            new($"{hint}.Training.g.cs", TrainingEmitter.WriteFile(space, model, plan)),
        };

        // What reads from both ends needs the whole sequence, as training has it: it predicts by the forward pass of training.
        if (plan.Directions == 1)
        {
            files.Insert(3, new($"{hint}.Prediction.g.cs", PredictionEmitter.WriteFile(space, model, plan)));
        }

        files.AddRange(VectorWidth.All.Select(width =>
            new EmittedFile($"{hint}.Kernels{width.Bits}.g.cs", KernelsEmitter.WriteFile(space, model, width, plan))));
        return files;
    }
}
