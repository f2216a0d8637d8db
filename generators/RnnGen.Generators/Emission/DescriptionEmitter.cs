using System.Globalization;
using System.Linq;
using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>What the runtime is told of a model: its sizes, its tensors and the memory that it needs.</summary>
/// <remarks>
/// It is no static field of the user's class: those are initialised in the order in which the compiler sees the parts of the class, the generated one last,
/// and a field of the user's that holds a model would be initialised before it.
/// </remarks>
internal static class DescriptionEmitter
{
    /// <summary>The description of the model whose own namespace is <paramref name="space"/>, as code outside of it writes it.</summary>
    public static string InstanceOf(string space) => $"global::{space}.Description.Instance";

    public static string WriteFile(string space, string model, ModelPlan plan)
    {
        ModelSpec spec = plan.Spec;
        SourceWriter writer = GeneratedFile.BeginInternal(space, $"{model}: its description for the runtime.", RuntimeNames.Namespace);
        writer.Line("/// <summary>The description of the model, which all its instances share.</summary>");
        writer.Line(GeneratedFile.NotOfCoverage);
        writer.Open("internal static class Description");
        string tensors = string.Join(",\n        ", TensorPlans.Of(plan).Select(Tensor));
        string widths = string.Join(",\n        ", new BufferPlans(plan).All.Select(buffer => buffer.StrideName));
        writer.Lines($$"""
            public static readonly ModelDescription Instance = new()
            {
                Name = "{{spec.Type.DisplayName}}",
                Task = SequenceTask.{{spec.Task}},
                Cell = CellKind.{{spec.Cell}},
                Nonlinearity = Nonlinearity.{{spec.Nonlinearity}},
                VocabularySize = {{(spec.Features > 0 ? "0" : "VocabularySize")}},
                HiddenSize = HiddenSize,{{OptionalSizes(spec)}}
                SequenceLength = SequenceLength,
                OutputSize = OutputSize,
                ParameterCount = ParameterCount,
                ParameterStorage = ParameterStorage,
                StateSize = {{(spec.IsBidirectional ? "0" : "StateSize")}},
                Tensors =
                [
                    {{tensors}},
                ],
                TrainingRowWidths =
                [
                    {{widths}},
                ],
                StateBuffers = [{{StateBuffers(plan)}}],
                TransposedStorage = TransposedStorage,
                GradientParts = {{plan.GradientParts.ToString(CultureInfo.InvariantCulture)}},
            };
            """);
        writer.Close();
        return writer.ToString();
    }

    /// <summary>The lines of the description that a network of one layer and one direction does not have.</summary>
    private static string OptionalSizes(ModelSpec spec) =>
        (spec.ResetsBefore ? "\n    ResetsBefore = true," : "")
        + (spec.Features > 0 ? "\n    FeatureCount = FeatureCount," : "")
        + (spec.Task == ModelTask.Regression && spec.HasOutputEveryStep ? "\n    HasOutputEveryStep = true," : "")
        + (spec.Layers > 1 ? "\n    LayerCount = LayerCount," : "")
        + (spec.IsBidirectional ? "\n    IsBidirectional = true," : "")
        + (spec.Embedding > 0 ? "\n    EmbeddingSize = EmbeddingSize," : "")
        + (spec.TiesEmbedding ? "\n    TiesEmbedding = true," : "")
        + (spec.Pooling != ModelPooling.Last ? $"\n    Pooling = Pooling.{spec.Pooling}," : "");

    private static string Tensor(TensorPlan tensor) => string.Format(
        CultureInfo.InvariantCulture,
        "new(\"{0}\", {1}, {2}, {3}, {4}, {5}, {6}, {7}{8})",
        tensor.Name,
        tensor.Rows,
        tensor.Columns,
        tensor.IsVector ? "true" : "false",
        tensor.Offset,
        tensor.RowStride,
        tensor.ColumnStride,
        tensor.InitialBound.ToString("R", CultureInfo.InvariantCulture) + "f",
        GateArguments(tensor) + PanelArguments(tensor));

    private static string GateArguments(TensorPlan tensor) => (tensor.Gates, tensor.SharedGates) switch
    {
        (1, _) => "",
        (_, 0) => string.Format(CultureInfo.InvariantCulture, ", {0}, {1}", tensor.Gates, tensor.GateStride),
        _ => string.Format(CultureInfo.InvariantCulture, ", {0}, {1}, {2}", tensor.Gates, tensor.GateStride, tensor.SharedGates),
    };

    private static string PanelArguments(TensorPlan tensor) => tensor.PanelStride == 0
        ? ""
        : string.Format(CultureInfo.InvariantCulture, ", PanelRows: {0}, PanelStride: {1}", CachePlan.PanelWidth, tensor.PanelStride);

    private static string StateBuffers(ModelPlan plan) =>
        plan.Cells == 1 ? "States" : string.Join(", ", new BufferPlans(plan).States);
}
