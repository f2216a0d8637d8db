using System;
using RnnGen.Numerics;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

/// <summary>A classifier of the sizes of the frozen PyTorch model classifier_rnn_tanh_v13_h7_t9_k3.</summary>
internal sealed class PlainElmanClassifier : IRecurrentModel<PlainElmanClassifier>
{
    private static readonly PlainElmanNetwork Network = new(
        nameof(PlainElmanClassifier), SequenceTask.Classification, vocabulary: 13, hidden: 7, outputs: 3, sequenceLength: 9);

    private readonly AlignedBuffer _parameters = new(Network.Description.ParameterStorage);

    public static ModelDescription Description => Network.Description;

    public Span<float> Parameters => _parameters.Span;

    public static PlainElmanClassifier Create(int seed)
    {
        var model = new PlainElmanClassifier();
        ParameterInitializer.Fill(model.Parameters, Description.Tensors, seed);
        return model;
    }

    public static PlainElmanClassifier CreateEmpty() => new();

    public static void Transpose(ReadOnlySpan<float> parameters, Span<float> transposed) => Network.Transpose(parameters, transposed);

    public static void AccumulateGradients(TrainingWorkspace workspace, int part, Span<float> gradients) =>
        Network.AccumulateGradients(workspace, part, gradients);

    public void ForwardBlock(TrainingWorkspace workspace, int block) => Network.ForwardBlock(Parameters, workspace, block);

    public void BackwardBlock(TrainingWorkspace workspace, int block) => Network.BackwardBlock(workspace, block);
}
