using System.Collections.Immutable;

namespace RnnGen;

/// <summary>The declared sizes of a model and the layout of its parameters, the same for all instances of its class.</summary>
public sealed class ModelDescription
{
    /// <summary>The name of the class.</summary>
    public required string Name { get; init; }

    /// <summary>What the model answers.</summary>
    public required SequenceTask Task { get; init; }

    /// <summary>The recurrent cell.</summary>
    public required CellKind Cell { get; init; }

    /// <summary>The nonlinearity of an Elman cell.</summary>
    public required Nonlinearity Nonlinearity { get; init; }

    /// <summary>How many different tokens there are.</summary>
    public required int VocabularySize { get; init; }

    /// <summary>How many hidden units the cell has.</summary>
    public required int HiddenSize { get; init; }

    /// <summary>The longest sequence, in steps. (A generator's sequence has one token more: it reads all but the last.)</summary>
    public required int SequenceLength { get; init; }

    /// <summary>How many classes, labels or next tokens the output distinguishes.</summary>
    public required int OutputSize { get; init; }

    /// <summary>The trainable numbers of the model, padding not counted.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>The length of the span of all parameters, padding counted.</summary>
    public required int ParameterStorage { get; init; }

    /// <summary>The length of the streaming state.</summary>
    public required int StateSize { get; init; }

    /// <summary>The named tensors, in the order of a PyTorch state_dict.</summary>
    public required ImmutableArray<TensorInfo> Tensors { get; init; }

    /// <summary>
    /// How wide a row of each training buffer is: the activations that the forward pass keeps for the backward pass, per step. The last
    /// buffer is that of the outputs: logits, then probabilities, then gradients.
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
