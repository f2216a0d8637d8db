using System;
using RnnGen.Numerics;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

/// <summary>A model with a plain network, for the shapes that have no class of their own.</summary>
internal sealed class PlainElman<TShape> : IRecurrentModel<PlainElman<TShape>>
    where TShape : IPlainShape
{
    private readonly AlignedBuffer _parameters = new(Description.ParameterStorage);

    public static ModelDescription Description => TShape.Network.Description;

    public Span<float> Parameters => _parameters.Span;

    public FeatureStandardization? Standardization { get; } =
        Description.FeatureCount > 0 ? new FeatureStandardization(Description.FeatureCount) : null;

    public static PlainElman<TShape> Create(int seed)
    {
        var model = new PlainElman<TShape>();
        ParameterInitializer.Fill(model.Parameters, Description.Tensors, seed);
        return model;
    }

    public static PlainElman<TShape> CreateEmpty() => new();

    public static void Transpose(ReadOnlySpan<float> parameters, Span<float> transposed) => TShape.Network.Transpose(parameters, transposed);

    public static void AccumulateGradients(TrainingWorkspace workspace, int part, Span<float> gradients) =>
        TShape.Network.AccumulateGradients(workspace, part, gradients);

    public void ForwardBlock(TrainingWorkspace workspace, int block) => TShape.Network.ForwardBlock(Parameters, workspace, block);

    public void BackwardBlock(TrainingWorkspace workspace, int block) => TShape.Network.BackwardBlock(workspace, block);
}
