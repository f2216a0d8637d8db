using System;

namespace RnnGen.Tests.Models;

/// <summary>The case of a generated labeler.</summary>
internal sealed class LabelerCase<TModel> : ModelCase<TModel>
    where TModel : class, ISequenceLabeler<TModel>
{
    protected override void Predict(TModel model, ReadOnlySpan<int> tokens, Span<float> probabilities) =>
        model.Predict(tokens, probabilities);

    protected override void PredictMany(TModel model, ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths, Span<float> probabilities) =>
        model.PredictMany(tokens, lengths, probabilities);
}
