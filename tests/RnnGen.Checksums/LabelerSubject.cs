namespace RnnGen.Checksums;

/// <summary>A labeler whose checksums are published. One that reads both ways has no step: it predicts.</summary>
internal class LabelerSubject<TModel>(string outputs, string training) : Subject<TModel>(new ModelChecksums(outputs, training))
    where TModel : class, ISequenceLabeler<TModel>
{
    public override string Step() => TModel.Description.IsBidirectional ? Predict() : base.Step();

    protected override void Predict(TModel model, int[] tokens, float[] probabilities) => model.Predict(tokens, probabilities);

    protected override void PredictMany(TModel model, int[] tokens, int[] lengths, float[] probabilities) =>
        model.PredictMany(tokens, lengths, probabilities);
}
