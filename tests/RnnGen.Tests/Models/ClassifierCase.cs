using System;

namespace RnnGen.Tests.Models;

/// <summary>The case of a generated classifier.</summary>
internal sealed class ClassifierCase<TModel> : ModelCase<TModel>
    where TModel : class, ISequenceClassifier<TModel>
{
    protected override void Predict(TModel model, SequenceInput input, Span<float> outputs) => model.Predict(input.Tokens, outputs);

    protected override void PredictMany(TModel model, SequenceInput input, ReadOnlySpan<int> lengths, Span<float> outputs) =>
        model.PredictMany(input.Tokens, lengths, outputs);
}
