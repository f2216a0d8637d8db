namespace RnnGen.Tests.Persistence;

/// <summary>Classifier, relu, the sizes of PyTorch's file of this name.</summary>
internal sealed class ReluV20H33K5 : IDeclaration
{
    public static ModelDescription Description { get; } = Declarations.Elman(
        "ReluV20H33K5", SequenceTask.Classification, vocabulary: 20, hidden: 33, sequenceLength: 8, outputs: 5, Nonlinearity.Relu);
}

/// <summary>Classifier, tanh, the sizes of PyTorch's file of this name.</summary>
internal sealed class ClassifierV13H7K3 : IDeclaration
{
    public static ModelDescription Description { get; } =
        Declarations.Elman("ClassifierV13H7K3", SequenceTask.Classification, vocabulary: 13, hidden: 7, sequenceLength: 9, outputs: 3);
}

/// <summary>Classifier, tanh, the sizes of PyTorch's file of this name.</summary>
internal sealed class ClassifierV32H16K4 : IDeclaration
{
    public static ModelDescription Description { get; } =
        Declarations.Elman("ClassifierV32H16K4", SequenceTask.Classification, vocabulary: 32, hidden: 16, sequenceLength: 12, outputs: 4);
}

/// <summary>Generator, tanh, the sizes of PyTorch's file of this name.</summary>
internal sealed class GeneratorV17H20 : IDeclaration
{
    public static ModelDescription Description { get; } =
        Declarations.Elman("GeneratorV17H20", SequenceTask.Generation, vocabulary: 17, hidden: 20, sequenceLength: 10, outputs: 17);
}

/// <summary>Generator, tanh, the sizes of PyTorch's file of this name.</summary>
internal sealed class GeneratorV33H65 : IDeclaration
{
    public static ModelDescription Description { get; } =
        Declarations.Elman("GeneratorV33H65", SequenceTask.Generation, vocabulary: 33, hidden: 65, sequenceLength: 12, outputs: 33);
}

/// <summary>Labeler, tanh, the sizes of PyTorch's file of this name.</summary>
internal sealed class LabelerV13H7K6 : IDeclaration
{
    public static ModelDescription Description { get; } =
        Declarations.Elman("LabelerV13H7K6", SequenceTask.Labeling, vocabulary: 13, hidden: 7, sequenceLength: 9, outputs: 6);
}

/// <summary>Labeler, tanh, the sizes of PyTorch's file of this name.</summary>
internal sealed class LabelerV40H64K17 : IDeclaration
{
    public static ModelDescription Description { get; } =
        Declarations.Elman("LabelerV40H64K17", SequenceTask.Labeling, vocabulary: 40, hidden: 64, sequenceLength: 16, outputs: 17);
}

/// <summary>One hidden unit, six tokens, one class: small enough to write its file by hand.</summary>
internal sealed class Tiny : IDeclaration
{
    public static ModelDescription Description { get; } =
        Declarations.Elman("Tiny", SequenceTask.Classification, vocabulary: 6, hidden: 1, sequenceLength: 4, outputs: 2);
}

/// <summary>Two hidden units, one token, one class, a float of padding after each gate: small enough to write its file by hand.</summary>
internal sealed class TinyGru : IDeclaration
{
    public static ModelDescription Description { get; } = Declarations.Gated(
        "TinyGru", CellKind.Gru, vocabulary: 1, hidden: 2, sequenceLength: 4, outputs: 1, gateStride: 3);
}

/// <summary>The same sizes with an LSTM's gates.</summary>
internal sealed class TinyLstm : IDeclaration
{
    public static ModelDescription Description { get; } = Declarations.Gated(
        "TinyLstm", CellKind.Lstm, vocabulary: 1, hidden: 2, sequenceLength: 4, outputs: 1, gateStride: 3);
}

/// <summary>A GRU, gates padded from five floats to eight.</summary>
internal sealed class GruV6H5K3 : IDeclaration
{
    public static ModelDescription Description { get; } = Declarations.Gated(
        "GruV6H5K3", CellKind.Gru, vocabulary: 6, hidden: 5, sequenceLength: 4, outputs: 3, gateStride: 8);
}

/// <summary>An LSTM, gates padded from five floats to eight.</summary>
internal sealed class LstmV6H5K3 : IDeclaration
{
    public static ModelDescription Description { get; } = Declarations.Gated(
        "LstmV6H5K3", CellKind.Lstm, vocabulary: 6, hidden: 5, sequenceLength: 4, outputs: 3, gateStride: 8);
}

/// <summary>A model with two biases of its own in every row.</summary>
internal sealed class TwoBiases : IDeclaration
{
    public static ModelDescription Description { get; } = Declarations.Describe(
        "TwoBiases",
        SequenceTask.Classification,
        vocabulary: 6,
        hidden: 2,
        sequenceLength: 4,
        outputs: 2,
        Nonlinearity.Tanh,
        [
            new TensorInfo("rnn.bias_ih_l0", 2, 1, IsVector: true, Offset: 0, RowStride: 1, ColumnStride: 0, InitialBound: 1),
            new TensorInfo("rnn.bias_hh_l0", 2, 1, IsVector: true, Offset: 2, RowStride: 1, ColumnStride: 0, InitialBound: 1),
            new TensorInfo("rnn.bias_ih_l0_reverse", 2, 1, IsVector: true, Offset: 4, RowStride: 1, ColumnStride: 0, InitialBound: 1),
        ],
        storage: 6);
}
