using System;
using RnnGen.Numerics;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

/// <summary>A labeler of the sizes of the frozen PyTorch model labeler_rnn_tanh_v13_h7_t9_k6.</summary>
internal sealed class PlainElmanLabeler : IRecurrentModel<PlainElmanLabeler>
{
    private static readonly PlainElmanNetwork Network = new(
        nameof(PlainElmanLabeler), SequenceTask.Labeling, vocabulary: 13, hidden: 7, outputs: 6, sequenceLength: 9);

    private readonly AlignedBuffer _parameters = new(Network.Description.ParameterStorage);

    public static ModelDescription Description => Network.Description;

    public Span<float> Parameters => _parameters.Span;

    public static PlainElmanLabeler Create(int seed)
    {
        var model = new PlainElmanLabeler();
        ParameterInitializer.Fill(model.Parameters, Description.Tensors, seed);
        return model;
    }

    public static PlainElmanLabeler CreateEmpty() => new();

    public static void Transpose(ReadOnlySpan<float> parameters, Span<float> transposed) => Network.Transpose(parameters, transposed);

    public static void AccumulateGradients(TrainingWorkspace workspace, int part, Span<float> gradients) =>
        Network.AccumulateGradients(workspace, part, gradients);

    public void ForwardBlock(TrainingWorkspace workspace, int block) => Network.ForwardBlock(Parameters, workspace, block);

    public void BackwardBlock(TrainingWorkspace workspace, int block) => Network.BackwardBlock(workspace, block);
}
