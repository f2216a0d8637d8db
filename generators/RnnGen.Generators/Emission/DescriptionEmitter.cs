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
        string tensors = string.Join(",\n        ", TensorPlans.Of(plan).Select(tensor => Tensor(plan, tensor)));
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
                GradientParts = GradientParts,
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

    private static string Tensor(ModelPlan plan, TensorPlan tensor)
    {
        string bound = tensor.InitialBound.ToString("R", CultureInfo.InvariantCulture);
        return $"new(\"{tensor.Name}\", "
            + $"Rows: {IndexExpression.Number(tensor.Rows)}, Columns: {IndexExpression.Number(tensor.Columns)}, IsVector: {(tensor.IsVector ? "true" : "false")}, "
            + $"Offset: {Offset(plan, tensor)}, RowStride: {Stride(tensor, tensor.RowStride)}, ColumnStride: {Stride(tensor, tensor.ColumnStride)}, "
            + $"InitialBound: {bound}f{GateArguments(tensor)}{PanelArguments(tensor)})";
    }

    private static string Offset(ModelPlan plan, TensorPlan tensor)
    {
        if (tensor.Cell is not { } cell)
        {
            return tensor.OffsetName;
        }

        return cell < plan.Directions
            ? IndexExpression.Sum(IndexExpression.Times(cell, "FirstCellSize"), tensor.OffsetName)
            : IndexExpression.Sum("UpperCells", IndexExpression.Times(cell - plan.Directions, "UpperCellSize"), tensor.OffsetName);
    }

    private static string Stride(TensorPlan tensor, int stride) => stride == 1 ? "1" : tensor.StrideName;

    private static string GateArguments(TensorPlan tensor) => tensor.Gates == 1
        ? ""
        : $", Gates: {IndexExpression.Number(tensor.Gates)}, GateStride: {tensor.GateStrideName}"
            + (tensor.SharedGates == 0 ? "" : $", SharedGates: {IndexExpression.Number(tensor.SharedGates)}");

    private static string PanelArguments(TensorPlan tensor) =>
        tensor.PanelStride == 0 ? "" : $", PanelRows: {CachePlan.PanelWidthName}, PanelStride: {tensor.PanelStrideName}";

    private static string StateBuffers(ModelPlan plan) =>
        string.Join(", ", Enumerable.Range(0, plan.Cells).Select(cell => IndexExpression.Sum(IndexExpression.Times(cell, "CellBuffers"), "States")));
}
