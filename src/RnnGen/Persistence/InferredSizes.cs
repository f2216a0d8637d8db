using System;
using System.Linq;

namespace RnnGen.Persistence;

/// <summary>What the shapes of a state_dict tell about the model, for files that do not say it in words.</summary>
/// <param name="Cell">The cell, by the number of gates stacked in the recurrent matrix; null if none has so many.</param>
/// <param name="Vocabulary">
/// The rows of the embedding or, without one, the columns of the first layer's input matrix; null if there is none.
/// </param>
/// <param name="Hidden">The columns of the recurrent matrix; null if there is none.</param>
/// <param name="Outputs">The rows of the last layer; null if there is none.</param>
internal sealed record InferredSizes(string? Cell, long? Vocabulary, long? Hidden, long? Outputs)
{
    public static InferredSizes From(SafetensorsHeader header)
    {
        SafetensorsEntry? recurrent = Matrix(header, "rnn.weight_hh_l0");
        SafetensorsEntry? input = Matrix(header, "rnn.weight_ih_l0");
        return new InferredSizes(
            recurrent is null ? null : CellOf(recurrent.Shape[0], recurrent.Shape[1]),
            Matrix(header, "embedding.weight")?.Shape[0] ?? input?.Shape[1],
            recurrent?.Shape[1],
            Matrix(header, "fc.weight")?.Shape[0]);
    }

    private static SafetensorsEntry? Matrix(SafetensorsHeader header, string name) =>
        header.Entries.FirstOrDefault(entry => entry.Name == name && entry.Shape.Length == 2);

    /// <summary>PyTorch stacks the gates' matrices: one for nn.RNN, three for nn.GRU, four for nn.LSTM.</summary>
    private static string? CellOf(long rows, long columns) =>
        columns == 0 ? null : Math.DivRem(rows, columns) switch
        {
            (1, 0) => "elman",
            (3, 0) => "gru",
            (4, 0) => "lstm",
            _ => null,
        };
}
