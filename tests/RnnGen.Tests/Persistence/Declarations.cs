using System.Collections.Immutable;
using System.Linq;

namespace RnnGen.Tests.Persistence;

/// <summary>
/// Describes Elman models as the generator would: matrices transposed where that suits kernels, rows padded to eight floats.
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

    public static ModelDescription Describe(
        string name,
        SequenceTask task,
        int vocabulary,
        int hidden,
        int sequenceLength,
        int outputs,
        Nonlinearity nonlinearity,
        ImmutableArray<TensorInfo> tensors,
        int storage) => new()
        {
            Name = name,
            Task = task,
            Cell = CellKind.Elman,
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
