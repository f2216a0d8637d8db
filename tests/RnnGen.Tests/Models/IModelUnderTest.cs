using System;
using System.Collections.Generic;
using RnnGen.Tests.Reference;
using RnnGen.Training;

namespace RnnGen.Tests.Models;

/// <summary>An instance of a generated class behind one face for all tasks.</summary>
internal interface IModelUnderTest
{
    ModelCase Case { get; }

    /// <summary>The instance of the generated class.</summary>
    object Instance { get; }

    Span<float> Parameters { get; }

    /// <summary>The probabilities of a whole sequence: one row for a classifier, otherwise a row a token.</summary>
    void Predict(ReadOnlySpan<int> tokens, Span<float> probabilities);

    /// <summary>The probabilities of many sequences, one after another.</summary>
    void PredictMany(ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths, Span<float> probabilities);

    int Step(int token, Span<float> state, Span<float> probabilities);

    /// <summary>Loss and gradients of one observation.</summary>
    float Backward(ReadOnlySpan<int> tokens, ReadOnlySpan<int> targets, Span<float> gradients);

    /// <summary>Full-batch steps of a training session.</summary>
    /// <returns>The loss before each step.</returns>
    IReadOnlyList<double> Train(IReadOnlyList<Observation> batch, Optimizer optimizer, int steps, int threads = 2, long dropoutSeed = 0);

    /// <summary>The bytes of a file of the model.</summary>
    byte[] Save();

    void ForwardBlock(TrainingWorkspace workspace, int block);

    void BackwardBlock(TrainingWorkspace workspace, int block);

    void AccumulateGradients(TrainingWorkspace workspace, int part, Span<float> gradients);

    void Transpose(Span<float> transposed);
}
