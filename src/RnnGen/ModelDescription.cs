using System.Collections.Immutable;
using RnnGen.Numerics;

namespace RnnGen;

/// <summary>The declared sizes of a model and the layout of its parameters, the same for all instances of its class.</summary>
public sealed class ModelDescription
{
    private readonly bool? _hasOutputEveryStep;

    /// <summary>The name of the class.</summary>
    public required string Name { get; init; }

    /// <summary>What the model answers.</summary>
    public required SequenceTask Task { get; init; }

    /// <summary>The recurrent cell.</summary>
    public required CellKind Cell { get; init; }

    /// <summary>Whether a GRU's reset is applied before the recurrent product; false for every other cell.</summary>
    public bool ResetsBefore { get; init; }

    /// <summary>The nonlinearity of an Elman cell.</summary>
    public required Nonlinearity Nonlinearity { get; init; }

    /// <summary>How many different tokens there are; 0 for a model that reads real numbers.</summary>
    public required int VocabularySize { get; init; }

    /// <summary>How many real numbers a step reads; 0 for a model that reads tokens.</summary>
    public int FeatureCount { get; init; }

    /// <summary>How long the row of a step's numbers is in memory: <see cref="FeatureCount"/> rounded up to a multiple of 16.</summary>
    public int FeatureStride => Softmax.RowLength(FeatureCount);

    /// <summary>How many hidden units the cell has, in each direction of each layer.</summary>
    public required int HiddenSize { get; init; }

    /// <summary>How many recurrent layers there are: 1 to 8.</summary>
    public int LayerCount { get; init; } = 1;

    /// <summary>Whether every layer reads the sequence both ways.</summary>
    public bool IsBidirectional { get; init; }

    /// <summary>How many numbers stand for a token; 0 where a token is a row of the cell's input weights.</summary>
    public int EmbeddingSize { get; init; }

    /// <summary>Whether the output layer's weights are the embedding; <c>fc.weight</c> is then another name of <c>embedding.weight</c>.</summary>
    public bool TiesEmbedding { get; init; }

    /// <summary>What the output layer reads of a model that has one output a sequence: a classifier, or a regressor that is not asked at every step.</summary>
    public Pooling Pooling { get; init; }

    /// <summary>The longest sequence, in steps. (A generator's sequence has one token more: it reads all but the last.)</summary>
    public required int SequenceLength { get; init; }

    /// <summary>How many classes, labels or next tokens the output distinguishes, or how many numbers a regressor gives.</summary>
    public required int OutputSize { get; init; }

    /// <summary>
    /// Whether there is an output at every step, or a single one after the last. Unless set, at every step of a labeler or generator, and once for a classifier
    /// and a regressor.
    /// </summary>
    public bool HasOutputEveryStep
    {
        get => _hasOutputEveryStep ?? Task is SequenceTask.Labeling or SequenceTask.Generation;
        init => _hasOutputEveryStep = value;
    }

    /// <summary>The trainable numbers of the model, padding not counted.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>The length of the span of all parameters, padding counted.</summary>
    public required int ParameterStorage { get; init; }

    /// <summary>The length of the streaming state; 0 for a model that reads both ways, which cannot stream.</summary>
    public required int StateSize { get; init; }

    /// <summary>The named tensors, in the order of a PyTorch state_dict.</summary>
    public required ImmutableArray<TensorInfo> Tensors { get; init; }

    /// <summary>
    /// How wide a row of each training buffer is, with its padding: the activations that the forward pass keeps for the backward pass, per step. The last
    /// buffer is that of the outputs: logits, then probabilities, then gradients; of a regressor, its outputs and then their gradients.
    /// </summary>
    public required ImmutableArray<int> TrainingRowWidths { get; init; }

    /// <summary>
    /// The numbers of the training buffers that hold states: all that a step takes over from the one before it is a row of each. They are one step ahead, as
    /// <see cref="Training.SequenceBlock"/> tells.
    /// </summary>
    public required ImmutableArray<int> StateBuffers { get; init; }

    /// <summary>The length of the transposed copy of the weights that serves a backward pass.</summary>
    public required int TransposedStorage { get; init; }

    /// <summary>Into how many independent parts the gradient of the weights divides; each is computed by one thread at a time.</summary>
    public required int GradientParts { get; init; }
}
