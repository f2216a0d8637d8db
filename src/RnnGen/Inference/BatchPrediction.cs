using System;
using RnnGen.Numerics;
using RnnGen.Training;

namespace RnnGen.Inference;

/// <summary>Predictions for many sequences at once: what the <c>PredictMany</c> methods of every generated class call.</summary>
/// <remarks>
/// Sequences run side by side in the kernels of the training forward pass, which read the weights once for several of them. Each thread keeps one
/// workspace a model class, so that any number of threads may predict with one model at once.
/// </remarks>
public static class BatchPrediction
{
    /// <summary>Sequences that run together: enough for equal neighbours after sorting by length, few enough to stay in the cache.</summary>
    private const int ChunkSequences = 64;

    /// <summary>Steps that run together, so that a few very long sequences do not take memory without bounds.</summary>
    private const int ChunkSteps = 8192;

    /// <summary>The probabilities of each sequence (classification) or of each token (otherwise).</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="tokens">The token ids of all sequences, one after another.</param>
    /// <param name="lengths">The length of each sequence.</param>
    /// <param name="probabilities">Receives a row of OutputSize probabilities a sequence or a token.</param>
    /// <exception cref="ArgumentException">A span or a sequence has a wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in the vocabulary.</exception>
    public static void Predict<TModel>(TModel model, ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths, Span<float> probabilities)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        ModelDescription description = TModel.Description;
        TrainingInput.CheckLengths(description, tokens, lengths);
        bool isClassifier = !description.HasOutputEveryStep;
        int outputs = description.OutputSize;
        TokenGuard.CheckSpan(probabilities.Length, (isClassifier ? lengths.Length : tokens.Length) * outputs, nameof(probabilities));
        while (!lengths.IsEmpty)
        {
            Chunk chunk = Run(model, ref tokens, ref lengths);
            for (int row = 0; row < chunk.RowCount; row++)
            {
                Span<float> outputRow = chunk.OutputRow(row);
                _ = Softmax.Normalize(outputRow, outputs);
                outputRow[..outputs].CopyTo(probabilities.Slice(row * outputs, outputs));
            }

            probabilities = probabilities[(chunk.RowCount * outputs)..];
        }
    }

    /// <summary>The most probable label of each token.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">A labeler or a generator.</param>
    /// <param name="tokens">The token ids of all sequences, one after another.</param>
    /// <param name="lengths">The length of each sequence.</param>
    /// <param name="labels">Receives as many labels as there are tokens.</param>
    /// <exception cref="ArgumentException">A span or a sequence has a wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in the vocabulary.</exception>
    public static void Label<TModel>(TModel model, ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths, Span<int> labels)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        TrainingInput.CheckLengths(TModel.Description, tokens, lengths);
        int outputs = TModel.Description.OutputSize;
        TokenGuard.CheckSpan(labels.Length, tokens.Length, nameof(labels));
        while (!lengths.IsEmpty)
        {
            Chunk chunk = Run(model, ref tokens, ref lengths);
            for (int row = 0; row < chunk.RowCount; row++)
            {
                labels[row] = Softmax.IndexOfMax(chunk.OutputRow(row), outputs);
            }

            labels = labels[chunk.RowCount..];
        }
    }

    private static Chunk Run<TModel>(TModel model, ref ReadOnlySpan<int> tokens, ref ReadOnlySpan<int> lengths)
        where TModel : class, IRecurrentModel<TModel>
    {
        int sequences = 0;
        int steps = 0;
        while (sequences < Math.Min(ChunkSequences, lengths.Length) && (sequences == 0 || steps + lengths[sequences] <= ChunkSteps))
        {
            steps += lengths[sequences++];
        }

        PredictionWorkspace workspace = OfThread<TModel>.Workspace ??= new PredictionWorkspace(TModel.Description);
        workspace.Load(tokens[..steps], lengths[..sequences]);
        for (int block = 0; block < workspace.Training.Blocks.Length; block++)
        {
            model.ForwardBlock(workspace.Training, block);
        }

        tokens = tokens[steps..];
        lengths = lengths[sequences..];
        return new Chunk(workspace);
    }

    private readonly ref struct Chunk(PredictionWorkspace workspace)
    {
        public int RowCount => workspace.OutputSlots.Length;

        public Span<float> OutputRow(int row) => workspace.OutputRow(workspace.OutputSlots[row]);
    }

    private static class OfThread<TModel>
        where TModel : class, IRecurrentModel<TModel>
    {
        [ThreadStatic]
        public static PredictionWorkspace? Workspace;
    }
}
