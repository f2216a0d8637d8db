using System;

namespace RnnGen.Tests.Models;

/// <summary>The case of a generated regressor of tokens.</summary>
internal sealed class RegressorCase<TModel> : ModelCase<TModel>
    where TModel : class, ISequenceRegressor<TModel>
{
    protected override void Predict(TModel model, SequenceInput input, Span<float> outputs) => model.Predict(input.Tokens, outputs);

    protected override void PredictMany(TModel model, SequenceInput input, ReadOnlySpan<int> lengths, Span<float> outputs) =>
        model.PredictMany(input.Tokens, lengths, outputs);
}
