using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using RnnGen.Training;

namespace RnnGen.Tests.Generation;

/// <summary>
/// A generator whose next token depends on the present one alone, by a table: everything about it can be worked out by hand. It has room for 8 tokens;
/// its state counts the steps, so that a test sees when a state was shared or forgotten.
/// </summary>
internal sealed class BigramModel(Func<int, float[]> rowOf) : ISequenceGenerator<BigramModel>
{
    public const int Tokens = 8;

    public static ModelDescription Description { get; } = new()
    {
        Name = nameof(BigramModel),
        Task = SequenceTask.Generation,
        Cell = CellKind.Elman,
        Nonlinearity = Nonlinearity.Tanh,
        VocabularySize = Tokens,
        HiddenSize = 1,
        SequenceLength = 4,
        OutputSize = Tokens,
        ParameterCount = 0,
        ParameterStorage = 0,
        StateSize = 1,
        Tensors = [],
        TrainingRowWidths = ImmutableArray<int>.Empty,
        StateBuffers = ImmutableArray<int>.Empty,
        TransposedStorage = 0,
        GradientParts = 0,
    };

    public Span<float> Parameters => [];

    /// <summary>The tokens that the model has read, in all its steps.</summary>
    public List<int> Read { get; } = [];

    public static BigramModel Create(int seed) => throw new NotSupportedException();

    public static BigramModel CreateEmpty() => throw new NotSupportedException();

    public static void AccumulateGradients(TrainingWorkspace workspace, int part, Span<float> gradients) => throw new NotSupportedException();

    public static void Transpose(ReadOnlySpan<float> parameters, Span<float> transposed) => throw new NotSupportedException();

    public int Step(int token, Span<float> state, Span<float> probabilities)
    {
        Assert.Equal(Read.Count, state[0]);
        state[0]++;
        Read.Add(token);
        float[] row = rowOf(token);
        row.CopyTo(probabilities);
        return Array.IndexOf(row, row.Max());
    }

    public double LogProbability(ReadOnlySpan<int> tokens)
    {
        double sum = 0;
        for (int t = 1; t < tokens.Length; t++)
        {
            sum += Math.Log(rowOf(tokens[t - 1])[tokens[t]]);
        }

        return sum;
    }

    public void Predict(ReadOnlySpan<int> tokens, Span<float> probabilities) => throw new NotSupportedException();

    public void ForwardBlock(TrainingWorkspace workspace, int block) => throw new NotSupportedException();

    public void BackwardBlock(TrainingWorkspace workspace, int block) => throw new NotSupportedException();
}
