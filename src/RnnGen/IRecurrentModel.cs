using System;
using RnnGen.Training;

namespace RnnGen;

/// <summary>What every generated class offers to the runtime, which stays generic without reflection.</summary>
/// <remarks>
/// <para>The members below <see cref="Parameters"/> are the trainer's; applications call the members of the task's own interface.</para>
/// <para>
/// Predictions allocate nothing. Where a network reads both ways, or its intermediate results are more than 64 KiB, too many for the stack, that holds
/// once warm: a thread's first calls make memory that it keeps. The members of such a class say so.
/// </para>
/// </remarks>
/// <typeparam name="TSelf">The generated class.</typeparam>
public interface IRecurrentModel<TSelf>
    where TSelf : class, IRecurrentModel<TSelf>
{
    /// <summary>The declared sizes and the layout of the parameters.</summary>
    static abstract ModelDescription Description { get; }

    /// <summary>A new model whose weights are drawn from the initial distribution; the same seed gives the same bits everywhere.</summary>
    /// <param name="seed">Any number.</param>
    static abstract TSelf Create(int seed);

    /// <summary>A new model whose parameters are all zero, for whoever fills them at once: a loader, a copy.</summary>
    static abstract TSelf CreateEmpty();

    /// <summary>All weights and biases, in the layout of <see cref="ModelDescription.Tensors"/>, on a 64-byte boundary.</summary>
    Span<float> Parameters { get; }

    /// <summary>What the numbers of a step go through before the network reads them; null for a model that reads tokens.</summary>
    FeatureStandardization? Standardization => null;

    /// <summary>Runs one block of sequences forward: hidden states, probabilities, losses and most probable outputs, all into the workspace.</summary>
    /// <param name="workspace">A loaded workspace for this model's class.</param>
    /// <param name="block">0 to <see cref="TrainingWorkspace.Blocks"/>' length - 1. Different blocks may run at the same time.</param>
    void ForwardBlock(TrainingWorkspace workspace, int block);

    /// <summary>Backpropagation through time for one block, after its <see cref="ForwardBlock"/>: pre-activation gradients, into the workspace.</summary>
    /// <param name="workspace">The workspace, with <see cref="TrainingWorkspace.Transposed"/> filled from the present parameters.</param>
    /// <param name="block">0 to <see cref="TrainingWorkspace.Blocks"/>' length - 1. Different blocks may run at the same time.</param>
    void BackwardBlock(TrainingWorkspace workspace, int block);

    /// <summary>Adds one part of the gradient of the loss to <paramref name="gradients"/>, after every block's <see cref="BackwardBlock"/>.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="part">0 to <see cref="ModelDescription.GradientParts"/> - 1. Different parts may run at the same time.</param>
    /// <param name="gradients">ParameterStorage numbers in the layout of <see cref="Parameters"/>.</param>
    static abstract void AccumulateGradients(TrainingWorkspace workspace, int part, Span<float> gradients);

    /// <summary>Writes the transposed copy of the weights that the backward pass reads.</summary>
    /// <param name="parameters">ParameterStorage numbers.</param>
    /// <param name="transposed">TransposedStorage numbers.</param>
    static abstract void Transpose(ReadOnlySpan<float> parameters, Span<float> transposed);
}
