using System;

namespace RnnGen.Checksums;

/// <summary>A labeler that can stream.</summary>
internal sealed class StreamingLabelerSubject<TModel>(string outputs, string training) : LabelerSubject<TModel>(outputs, training)
    where TModel : class, ISequenceLabeler<TModel>, IStreamingModel<TModel>
{
    protected override void Step(TModel model, int token, float[] state, Span<float> probabilities) =>
        model.Step(token, state, probabilities);
}
