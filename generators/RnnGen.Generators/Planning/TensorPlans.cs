using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Generators.Planning;

/// <summary>The tensors of a model, by PyTorch's names and in the order of its state_dict.</summary>
internal static class TensorPlans
{
    /// <summary>
    /// As in Keras (keras.layers.Embedding). PyTorch's variance of 1 puts the cell's first inputs where its gates saturate, and leaves the rows of rare words
    /// as noise: with it, a bidirectional LSTM tags English three points worse (docs/results.md).
    /// </summary>
    public const float EmbeddingBound = 0.05f;

    /// <summary>All tensors.</summary>
    public static IReadOnlyList<TensorPlan> Of(ModelPlan plan) => [.. EmbeddingTensors(plan), .. CellTensors(plan), .. OutputTensors(plan)];

    /// <summary>How many numbers training adjusts: those of all tensors, without padding.</summary>
    public static int CountOf(ModelPlan plan) => Of(plan).Sum(tensor => tensor.Count);

    private static IEnumerable<TensorPlan> EmbeddingTensors(ModelPlan plan)
    {
        if (plan.Spec.TiesEmbedding)
        {
            yield return new("embedding.weight", plan.Spec.Vocabulary, plan.Spec.Embedding, false, plan.OutputWeights, "OutputWeights", 1, plan.OutputStride, "V")
            {
                StrideName = "OutputStride",
                InitialBound = InitialBound(plan.JoinedSize),
            };
        }

        if (plan.HasOwnEmbedding)
        {
            yield return new("embedding.weight", plan.Spec.Vocabulary, plan.Spec.Embedding, false, plan.EmbeddingWeights, "EmbeddingWeights", plan.First.Stride, 1, "E")
            {
                StrideName = plan.First.StrideName,
                InitialBound = EmbeddingBound,
            };
        }
    }

    private static IEnumerable<TensorPlan> CellTensors(ModelPlan plan)
    {
        for (int layer = 0; layer < plan.Spec.Layers; layer++)
        {
            for (int direction = 0; direction < plan.Directions; direction++)
            {
                foreach (TensorPlan tensor in CellTensors(plan, layer, direction))
                {
                    yield return tensor;
                }
            }
        }
    }

    private static IEnumerable<TensorPlan> CellTensors(ModelPlan plan, int layer, int direction)
    {
        InputPlan input = layer == 0 ? plan.First : plan.Upper;
        int start = layer == 0
            ? direction * plan.FirstCellSize
            : plan.UpperCells + ((((layer - 1) * plan.Directions) + direction) * plan.UpperCellSize);
        string suffix = $"_l{layer}{(direction == 0 ? "" : "_reverse")}";
        string mark = (direction == 0 ? "" : "r") + (plan.Spec.Layers == 1 ? "" : layer);
        int gates = plan.Cell.WeightGates;
        int rows = gates * plan.Spec.Hidden;
        int between = plan.Cell.IsGated ? plan.GateUnits : 0;
        TensorPlan[] tensors =
        [
            input.IsToken
                ? Matrix("rnn.weight_ih" + suffix, input.Width, start + plan.InputWeights, "InputWeights", plan.GateStride, plan.GateStrideName, "U" + mark)
                : Weights("rnn.weight_ih" + suffix, input.Width, start + plan.InputWeights, "InputWeights", "U" + mark, CachePlan.PanelOf(input.WeightRows), input.Name),
            Weights("rnn.weight_hh" + suffix, plan.Spec.Hidden, start, "RecurrentWeights", "W" + mark, plan.RecurrentPanel, "Recurrent"),
            new("rnn.bias_ih" + suffix, rows, 1, true, start + plan.HiddenBias, "HiddenBias", 1, 1, "b" + mark, gates, between) { GateStrideName = plan.GateUnitsName },
            .. plan.Cell.HasCandidateBias
                ? [new("rnn.bias_hh" + suffix, rows, 1, true, start + plan.CandidateBias, "CandidateBias", 1, 1, "d" + mark, gates, between, gates - 1) { GateStrideName = plan.GateUnitsName }]
                : Enumerable.Empty<TensorPlan>(),
        ];
        return tensors.Select(tensor => tensor with { InitialBound = InitialBound(plan.Spec.Hidden), Cell = (layer * plan.Directions) + direction });

        TensorPlan Matrix(string name, int columns, int offset, string offsetName, int stride, string strideName, string letter) =>
            new(name, rows, columns, false, offset, offsetName, 1, stride, letter, gates, between) { StrideName = strideName, GateStrideName = plan.GateUnitsName };

        TensorPlan Weights(string name, int columns, int offset, string offsetName, string letter, int panel, string panels)
        {
            TensorPlan tensor = Matrix(name, columns, offset, offsetName, plan.WeightStride, plan.WeightStrideName, letter);
            return !plan.OutgrowsCache ? tensor : tensor with
            {
                PanelStride = panel,
                PanelStrideName = panels + "Panel",
                GateStride = plan.Cell.IsGated ? plan.GateOfPanels(panel) : 0,
                GateStrideName = panels + "Gate",
            };
        }
    }

    private static IEnumerable<TensorPlan> OutputTensors(ModelPlan plan)
    {
        float bound = InitialBound(plan.JoinedSize);
        if (!plan.Spec.TiesEmbedding)
        {
            yield return new("fc.weight", plan.Spec.Outputs, plan.JoinedSize, false, plan.OutputWeights, "OutputWeights", 1, plan.OutputStride, "V")
            {
                StrideName = "OutputStride",
                InitialBound = bound,
            };
        }

        yield return new("fc.bias", plan.Spec.Outputs, 1, true, plan.OutputBias, "OutputBias", 1, 1, "c") { InitialBound = bound };
    }

    /// <summary>PyTorch draws the weights of nn.RNN (by its hidden units) and of nn.Linear (by its inputs) uniformly from plus or minus this.</summary>
    private static float InitialBound(int size) => (float)(1 / Math.Sqrt(size));
}
