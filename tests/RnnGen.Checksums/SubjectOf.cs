using System;
using System.Linq;

namespace RnnGen.Checksums;

/// <summary>What the subjects of all tasks have in common.</summary>
internal abstract class Subject<TModel>(ModelChecksums published) : Subject(typeof(TModel).Name, published)
    where TModel : class, IRecurrentModel<TModel>
{
    private const int TrainingSteps = 50;
    private const int BatchSize = 16;
    private readonly TModel _model = TModel.Create(seed: 42);
    private readonly int[][] _sequences = Workload.Sequences(TModel.Description);

    public sealed override string Predict() => HashRows((tokens, probabilities) => Predict(_model, tokens, probabilities));

    public sealed override string PredictMany()
    {
        float[] probabilities = new float[_sequences.Sum(RowsOf) * TModel.Description.OutputSize];
        PredictMany(_model, [.. _sequences.SelectMany(tokens => tokens)], [.. _sequences.Select(tokens => tokens.Length)], probabilities);
        var hash = new Fnv1a();
        hash.Add(probabilities);
        return hash.ToString();
    }

    public override string Step() => HashRows((tokens, probabilities) =>
    {
        float[] state = new float[TModel.Description.StateSize];
        int width = TModel.Description.OutputSize;
        int unseen = tokens.Length - RowsOf(tokens);
        for (int t = 0; t < tokens.Length; t++)
        {
            Step(_model, tokens[t], state, probabilities.AsSpan(Math.Max(0, t - unseen) * width, width));
        }
    });

    public sealed override string Train(int threads)
    {
        TModel model = TModel.Create(seed: 43);
        SequenceDataset dataset = Workload.Dataset(TModel.Description, _sequences);
        using var session = new TrainingSession<TModel>(model, Optimizers.Adam(0.01), threads, clipNorm: 1);
        var hash = new Fnv1a();
        int[] batch = new int[BatchSize];
        for (int step = 0; step < TrainingSteps; step++)
        {
            for (int i = 0; i < BatchSize; i++)
            {
                batch[i] = ((step * BatchSize) + i) % dataset.Count;
            }

            hash.Add(session.Step(dataset, batch));
        }

        // Element by element in the order of the named tensors: the place of an element in memory is nobody's business.
        foreach (TensorInfo tensor in TModel.Description.Tensors)
        {
            for (int element = tensor.SharedRows * tensor.Columns; element < tensor.Rows * tensor.Columns; element++)
            {
                hash.Add(model.Parameters[tensor.IndexOf(element / tensor.Columns, element % tensor.Columns)]);
            }
        }

        return hash.ToString();
    }

    protected abstract void Predict(TModel model, int[] tokens, float[] probabilities);

    protected abstract void PredictMany(TModel model, int[] tokens, int[] lengths, float[] probabilities);

    protected virtual void Step(TModel model, int token, float[] state, Span<float> probabilities) =>
        throw new NotSupportedException($"{typeof(TModel).Name} cannot stream.");

    private static int RowsOf(int[] tokens) => TModel.Description.Task == SequenceTask.Classification ? 1 : tokens.Length;

    private string HashRows(Action<int[], float[]> predict)
    {
        var hash = new Fnv1a();
        foreach (int[] tokens in _sequences)
        {
            float[] probabilities = new float[RowsOf(tokens) * TModel.Description.OutputSize];
            predict(tokens, probabilities);
            hash.Add(probabilities);
        }

        return hash.ToString();
    }
}
