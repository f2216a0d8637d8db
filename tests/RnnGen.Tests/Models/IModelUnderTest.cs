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

    /// <summary>What features go through; null for a model of tokens.</summary>
    FeatureStandardization? Standardization { get; }

    /// <summary>The outputs of a whole sequence, probabilities or a regressor's numbers: one row, or a row a step.</summary>
    void Predict(SequenceInput input, Span<float> outputs);

    /// <summary>The outputs of many sequences, one after another.</summary>
    void PredictMany(SequenceInput input, ReadOnlySpan<int> lengths, Span<float> outputs);

    /// <summary>The outputs after one more step.</summary>
    /// <returns>The most probable output; 0 of a regressor.</returns>
    int Step(SequenceInput step, Span<float> state, Span<float> outputs);

    /// <summary>The outputs after one more token.</summary>
    int Step(int token, Span<float> state, Span<float> outputs) => Step(new ReadOnlySpan<int>(in token), state, outputs);

    /// <summary>Loss and gradients of one observation.</summary>
    float Backward(SequenceInput input, SequenceTarget target, Span<float> gradients);

    /// <summary>Full-batch steps of a training session.</summary>
    /// <returns>The loss before each step.</returns>
    IReadOnlyList<double> Train(
        IReadOnlyList<Observation> batch,
        Optimizer optimizer,
        int steps,
        int threads = 2,
        long dropoutSeed = 0,
        IReadOnlyList<float>? labelWeights = null);

    /// <summary>The bytes of a file of the model.</summary>
    byte[] Save();

    void ForwardBlock(TrainingWorkspace workspace, int block);

    void BackwardBlock(TrainingWorkspace workspace, int block);

    void AccumulateGradients(TrainingWorkspace workspace, int part, Span<float> gradients);

    void Transpose(Span<float> transposed);
}
