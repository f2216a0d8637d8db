using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace RnnGen.Persistence;

/// <summary>What the names and shapes of a state_dict tell about the model, for files that do not say it in words.</summary>
/// <param name="Cell">The cell, by the number of gates stacked in the recurrent matrix; null if none has so many.</param>
/// <param name="ResetsBefore">False for a GRU with a second bias, which is of use only where the reset is applied after the recurrent product; otherwise null.</param>
/// <param name="Layers">How many layers there are, counted from the first on; null if there is none.</param>
/// <param name="Directions">2 if the first layer has weights for the way back, otherwise 1; null if there is no layer.</param>
/// <param name="Embedding">The columns of the embedding; 0 if there is a layer without one; null if there is no layer either.</param>
/// <param name="Inputs">
/// How many tokens or features there are: the rows of the embedding or, without one, the columns of the first layer's input matrix; null if
/// there is none.
/// </param>
/// <param name="Hidden">The columns of the recurrent matrix; null if there is none.</param>
/// <param name="Outputs">The rows of the last layer; null if there is none.</param>
internal sealed record InferredSizes(
    string? Cell, bool? ResetsBefore, int? Layers, int? Directions, long? Embedding, long? Inputs, long? Hidden, long? Outputs)
{
    private const string Gru = "gru";
    private const string RecurrentWeights = "rnn.weight_hh_l";

    /// <summary>What no tensors tell.</summary>
    public static InferredSizes Unknown { get; } = new(null, null, null, null, null, null, null, null);

    public static InferredSizes From(SafetensorsHeader header)
    {
        Dictionary<string, SafetensorsEntry> matrices = header.Entries
            .Where(static entry => entry.Shape.Length == 2)
            .ToDictionary(static entry => entry.Name, StringComparer.Ordinal);
        SafetensorsEntry? recurrent = matrices.GetValueOrDefault(RecurrentWeights + "0");
        SafetensorsEntry? input = matrices.GetValueOrDefault("rnn.weight_ih_l0");
        SafetensorsEntry? embedding = matrices.GetValueOrDefault("embedding.weight");
        string? cell = recurrent is null ? null : CellOf(recurrent.Shape[0], recurrent.Shape[1]);
        return new InferredSizes(
            cell,
            cell == Gru && header.Entries.Any(static entry => entry.Name == "rnn.bias_hh_l0") ? false : null,
            recurrent is null ? null : LayersOf(matrices),
            recurrent is null ? null : matrices.ContainsKey(RecurrentWeights + "0_reverse") ? 2 : 1,
            embedding?.Shape[1] ?? (recurrent is null ? null : 0),
            embedding?.Shape[0] ?? input?.Shape[1],
            recurrent?.Shape[1],
            matrices.GetValueOrDefault("fc.weight")?.Shape[0]);
    }

    private static int LayersOf(Dictionary<string, SafetensorsEntry> matrices)
    {
        int layers = 1;
        while (matrices.ContainsKey(RecurrentWeights + layers.ToString(CultureInfo.InvariantCulture)))
        {
            layers++;
        }

        return layers;
    }

    /// <summary>PyTorch stacks the gates' matrices: one for nn.RNN, three for nn.GRU, four for nn.LSTM.</summary>
    private static string? CellOf(long rows, long columns) =>
        columns == 0 ? null : Math.DivRem(rows, columns) switch
        {
            (1, 0) => "elman",
            (3, 0) => Gru,
            (4, 0) => "lstm",
            _ => null,
        };
}
