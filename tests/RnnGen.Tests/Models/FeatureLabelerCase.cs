using System;

namespace RnnGen.Tests.Models;

/// <summary>The case of a generated labeler of features.</summary>
internal sealed class FeatureLabelerCase<TModel> : ModelCase<TModel>
    where TModel : class, IFeatureLabeler<TModel>
{
    protected override void Predict(TModel model, SequenceInput input, Span<float> outputs) => model.Predict(input.Features, outputs);

    protected override void PredictMany(TModel model, SequenceInput input, ReadOnlySpan<int> lengths, Span<float> outputs) =>
        model.PredictMany(input.Features, lengths, outputs);
}
