using System.Collections.Immutable;
using System.Linq;

namespace RnnGen.Tests.Persistence;

/// <summary>
/// Describes models as the generator would: matrices transposed where that suits kernels, rows and gates padded.
/// </summary>
internal static class Declarations
{
    public static ModelDescription Elman(
        string name,
        SequenceTask task,
        int vocabulary,
        int hidden,
        int sequenceLength,
        int outputs,
        Nonlinearity nonlinearity = Nonlinearity.Tanh)
    {
        int paddedHidden = (hidden + 7) / 8 * 8;
        int paddedOutputs = (outputs + 7) / 8 * 8;
        int offset = 0;
        ImmutableArray<TensorInfo> tensors =
        [
            Transposed("rnn.weight_ih_l0", hidden, vocabulary, paddedHidden, ref offset),
            Transposed("rnn.weight_hh_l0", hidden, hidden, paddedHidden, ref offset),
            Vector("rnn.bias_ih_l0", hidden, paddedHidden, ref offset),
            Transposed("fc.weight", outputs, hidden, paddedOutputs, ref offset),
            Vector("fc.bias", outputs, paddedOutputs, ref offset),
        ];
        return Describe(name, task, vocabulary, hidden, sequenceLength, outputs, nonlinearity, tensors, offset);
    }

    /// <summary>
    /// A classifier with the gates of a hidden unit side by side, <paramref name="gateStride"/> floats apart, in every row of U, W and b.
    /// </summary>
    public static ModelDescription Gated(
        string name, CellKind cell, int vocabulary, int hidden, int sequenceLength, int outputs, int gateStride)
    {
        int gates = cell == CellKind.Lstm ? 4 : 3;
        int row = gates * gateStride;
        int w = vocabulary * row;
        int b = w + (hidden * row);
        int d = b + row;
        int v = cell == CellKind.Gru ? d + gateStride : d;
        int c = v + (hidden * outputs);
        ImmutableArray<TensorInfo> tensors =
        [
            new("rnn.weight_ih_l0", gates * hidden, vocabulary, IsVector: false, 0, 1, row, InitialBound: 1, gates, gateStride),
            new("rnn.weight_hh_l0", gates * hidden, hidden, IsVector: false, w, 1, row, InitialBound: 1, gates, gateStride),
            new("rnn.bias_ih_l0", gates * hidden, 1, IsVector: true, b, 1, 0, InitialBound: 1, gates, gateStride),
            new("rnn.bias_hh_l0", gates * hidden, 1, IsVector: true, d, 1, 0, InitialBound: 1, gates, gateStride, SharedGates: gates - 1),
            new("fc.weight", outputs, hidden, IsVector: false, v, 1, outputs, InitialBound: 1),
            new("fc.bias", outputs, 1, IsVector: true, c, 1, 0, InitialBound: 1),
        ];
        return Describe(
            name,
            SequenceTask.Classification,
            vocabulary,
            hidden,
            sequenceLength,
            outputs,
            Nonlinearity.Tanh,
            cell == CellKind.Gru ? tensors : tensors.RemoveAt(3),
            c + outputs,
            cell);
    }

    public static ModelDescription Describe(
        string name,
        SequenceTask task,
        int vocabulary,
        int hidden,
        int sequenceLength,
        int outputs,
        Nonlinearity nonlinearity,
        ImmutableArray<TensorInfo> tensors,
        int storage,
        CellKind cell = CellKind.Elman) => new()
        {
            Name = name,
            Task = task,
            Cell = cell,
            Nonlinearity = nonlinearity,
            VocabularySize = vocabulary,
            HiddenSize = hidden,
            SequenceLength = sequenceLength,
            OutputSize = outputs,
            ParameterCount = tensors.Sum(static tensor => tensor.Count),
            ParameterStorage = storage,
            StateSize = hidden,
            Tensors = tensors,
            TrainingRowWidths = [],
            StateBuffers = [],
            TransposedStorage = 0,
            GradientParts = 1,
        };

    private static TensorInfo Transposed(string name, int rows, int columns, int paddedRows, ref int offset)
    {
        var tensor = new TensorInfo(name, rows, columns, IsVector: false, offset, RowStride: 1, ColumnStride: paddedRows, InitialBound: 1);
        offset += columns * paddedRows;
        return tensor;
    }

    private static TensorInfo Vector(string name, int length, int paddedLength, ref int offset)
    {
        var tensor = new TensorInfo(name, length, 1, IsVector: true, offset, RowStride: 1, ColumnStride: 0, InitialBound: 1);
        offset += paddedLength;
        return tensor;
    }
}
