using System;
using RnnGen.Numerics;
using RnnGen.Training;

namespace RnnGen.Tests.Persistence;

/// <summary>A model that has parameters and nothing else, written by hand in place of a generated class.</summary>
internal sealed class HandMadeModel<TDeclaration> : IRecurrentModel<HandMadeModel<TDeclaration>>
    where TDeclaration : IDeclaration
{
    private readonly AlignedBuffer _parameters = new(TDeclaration.Description.ParameterStorage);

    public static ModelDescription Description => TDeclaration.Description;

    public Span<float> Parameters => _parameters.Span;

    public static HandMadeModel<TDeclaration> Create(int seed)
    {
        var random = new Random(seed);
        var model = new HandMadeModel<TDeclaration>();
        foreach (TensorInfo tensor in Description.Tensors)
        {
            for (int i = tensor.SharedRows; i < tensor.Rows; i++)
            {
                for (int j = 0; j < tensor.Columns; j++)
                {
                    model.Parameters[tensor.IndexOf(i, j)] = (random.NextSingle() * 2) - 1;
                }
            }
        }

        return model;
    }

    public static HandMadeModel<TDeclaration> CreateEmpty() => new();

    public static void AccumulateGradients(TrainingWorkspace workspace, int part, Span<float> gradients) =>
        throw new NotSupportedException();

    public static void Transpose(ReadOnlySpan<float> parameters, Span<float> transposed) => throw new NotSupportedException();

    public void ForwardBlock(TrainingWorkspace workspace, int block) => throw new NotSupportedException();

    public void BackwardBlock(TrainingWorkspace workspace, int block) => throw new NotSupportedException();

    /// <summary>The bits of all parameters, padding included.</summary>
    public uint[] Bits() => Array.ConvertAll(Parameters.ToArray(), BitConverter.SingleToUInt32Bits);
}
