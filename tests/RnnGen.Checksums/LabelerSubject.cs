using System;

namespace RnnGen.Checksums;

/// <summary>A labeler whose checksums are published.</summary>
internal sealed class LabelerSubject<TModel>(string outputs, string training) : Subject<TModel>(new ModelChecksums(outputs, training))
    where TModel : class, ISequenceLabeler<TModel>, IStreamingModel<TModel>
{
    protected override void Predict(TModel model, int[] tokens, float[] probabilities) => model.Predict(tokens, probabilities);

    protected override void PredictMany(TModel model, int[] tokens, int[] lengths, float[] probabilities) =>
        model.PredictMany(tokens, lengths, probabilities);

    protected override void Step(TModel model, int token, float[] state, Span<float> probabilities) =>
        model.Step(token, state, probabilities);
}
