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
    /// <summary>Sequences that are sorted by length together: enough for equal neighbours.</summary>
    private const int ChunkSequences = 1024;

    /// <summary>The probabilities, or a regressor's outputs, of each sequence or, where a model has them, of each step.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">A model that reads tokens.</param>
    /// <param name="tokens">The token ids of all sequences, one after another.</param>
    /// <param name="lengths">The length of each sequence.</param>
    /// <param name="outputs">Receives a row of OutputSize numbers a sequence or a step.</param>
    /// <exception cref="ArgumentException">A span or a sequence has a wrong length, or the model reads features.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in the vocabulary.</exception>
    public static void Predict<TModel>(TModel model, ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths, Span<float> outputs)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        TrainingInput.CheckLengths(TModel.Description, tokens, lengths);
        _ = Predict(model, new Pending(tokens, [], lengths), tokens.Length, outputs);
    }

    /// <summary>The probabilities, or a regressor's outputs, of each sequence or, where a model has them, of each step.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">A model that reads features.</param>
    /// <param name="features">The features of all sequences, a row a step, one sequence after another; not yet standardised.</param>
    /// <param name="lengths">The length of each sequence, in steps.</param>
    /// <param name="outputs">Receives a row of OutputSize numbers a sequence or a step.</param>
    /// <exception cref="ArgumentException">
    /// The model reads tokens, a span or a sequence has a wrong length, or a feature is not finite when standardised; in the last case outputs of other sequences may have been written.
    /// </exception>
    public static void Predict<TModel>(TModel model, ReadOnlySpan<float> features, ReadOnlySpan<int> lengths, Span<float> outputs)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        TrainingInput.CheckLengths(TModel.Description, features, lengths);
        _ = Predict(model, new Pending([], features, lengths), features.Length / TModel.Description.FeatureCount, outputs);
    }

    /// <summary>The probabilities, or a regressor's outputs, of one sequence.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">A model that reads tokens.</param>
    /// <param name="tokens">The token ids: 1 to SequenceLength.</param>
    /// <param name="outputs">Receives OutputSize numbers, or a row of them a step.</param>
    /// <returns>The most probable output of the last row, the first of them if several are equal; 0 for a regressor.</returns>
    /// <exception cref="ArgumentException">A span or the sequence has a wrong length, or the model reads features.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in the vocabulary.</exception>
    public static int PredictOne<TModel>(TModel model, ReadOnlySpan<int> tokens, Span<float> outputs)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        CheckTokens(TModel.Description, tokens);
        int length = tokens.Length;
        WorkspaceOf<TModel>().ReserveOne(length);
        return Predict(model, new Pending(tokens, [], new ReadOnlySpan<int>(in length)), length, outputs);
    }

    /// <summary>The probabilities, or a regressor's outputs, of one sequence.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">A model that reads features.</param>
    /// <param name="features">The features, a row a step; not yet standardised.</param>
    /// <param name="outputs">Receives OutputSize numbers, or a row of them a step.</param>
    /// <returns>The most probable output of the last row, the first of them if several are equal; 0 for a regressor.</returns>
    /// <exception cref="ArgumentException">A span or the sequence has a wrong length, a feature is not finite when standardised, or the model reads tokens.</exception>
    public static int PredictOne<TModel>(TModel model, ReadOnlySpan<float> features, Span<float> outputs)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        int length = CheckFeatures(TModel.Description, features);
        WorkspaceOf<TModel>().ReserveOne(length);
        return Predict(model, new Pending([], features, new ReadOnlySpan<int>(in length)), length, outputs);
    }

    /// <summary>The most probable label of each step of one sequence.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">A labeler that reads features.</param>
    /// <param name="features">The features, a row a step; not yet standardised.</param>
    /// <param name="labels">Receives as many labels as there are steps.</param>
    /// <exception cref="ArgumentException">A span or the sequence has a wrong length, a feature is not finite when standardised, or the model reads tokens.</exception>
    public static void LabelOne<TModel>(TModel model, ReadOnlySpan<float> features, Span<int> labels)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        int length = CheckFeatures(TModel.Description, features);
        TokenGuard.CheckSpan(labels.Length, length, nameof(labels));
        WorkspaceOf<TModel>().ReserveOne(length);
        Label(model, new Pending([], features, new ReadOnlySpan<int>(in length)), labels);
    }

    /// <summary>The most probable label of each token of one sequence.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">A labeler or a generator that reads tokens.</param>
    /// <param name="tokens">The token ids: 1 to SequenceLength.</param>
    /// <param name="labels">Receives as many labels as there are tokens.</param>
    /// <exception cref="ArgumentException">A span or the sequence has a wrong length, or the model reads features.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in the vocabulary.</exception>
    public static void LabelOne<TModel>(TModel model, ReadOnlySpan<int> tokens, Span<int> labels)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        CheckTokens(TModel.Description, tokens);
        TokenGuard.CheckSpan(labels.Length, tokens.Length, nameof(labels));
        int length = tokens.Length;
        WorkspaceOf<TModel>().ReserveOne(length);
        Label(model, new Pending(tokens, [], new ReadOnlySpan<int>(in length)), labels);
    }

    /// <summary>The most probable label of each token.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">A labeler or a generator that reads tokens.</param>
    /// <param name="tokens">The token ids of all sequences, one after another.</param>
    /// <param name="lengths">The length of each sequence.</param>
    /// <param name="labels">Receives as many labels as there are tokens.</param>
    /// <exception cref="ArgumentException">A span or a sequence has a wrong length, or the model reads features.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in the vocabulary.</exception>
    public static void Label<TModel>(TModel model, ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths, Span<int> labels)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        TrainingInput.CheckLengths(TModel.Description, tokens, lengths);
        TokenGuard.CheckSpan(labels.Length, tokens.Length, nameof(labels));
        Label(model, new Pending(tokens, [], lengths), labels);
    }

    /// <summary>The most probable label of each step.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">A labeler that reads features.</param>
    /// <param name="features">The features of all sequences, a row a step, one sequence after another; not yet standardised.</param>
    /// <param name="lengths">The length of each sequence, in steps.</param>
    /// <param name="labels">Receives as many labels as there are steps.</param>
    /// <exception cref="ArgumentException">
    /// The model reads tokens, a span or a sequence has a wrong length, or a feature is not finite when standardised; in the last case labels of other sequences may have been written.
    /// </exception>
    public static void Label<TModel>(TModel model, ReadOnlySpan<float> features, ReadOnlySpan<int> lengths, Span<int> labels)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        TrainingInput.CheckLengths(TModel.Description, features, lengths);
        TokenGuard.CheckSpan(labels.Length, features.Length / TModel.Description.FeatureCount, nameof(labels));
        Label(model, new Pending([], features, lengths), labels);
    }

    private static int Predict<TModel>(TModel model, Pending pending, int steps, Span<float> outputs)
        where TModel : class, IRecurrentModel<TModel>
    {
        ModelDescription description = TModel.Description;
        bool isRegressor = description.Task == SequenceTask.Regression;
        int size = description.OutputSize;
        int rows = description.HasOutputEveryStep ? steps : pending.Lengths.Length;
        CheckOutputs(outputs.Length, rows, size, isRegressor ? nameof(outputs) : "probabilities");
        int best = 0;
        PredictionWorkspace workspace = WorkspaceOf<TModel>();
        while (!pending.IsEmpty)
        {
            Pending chunk = pending.Take(description.FeatureCount);
            workspace.Begin(chunk.Lengths);
            while (workspace.LoadNext(chunk.Inputs, model.Standardization))
            {
                model.ForwardBlock(workspace.Training, 0);
                foreach (OutputPlace output in workspace.Outputs)
                {
                    Span<float> row = workspace.Training.OutputRow(output.Slot);
                    if (!isRegressor)
                    {
                        best = Softmax.Normalize(row, size);
                    }

                    row[..size].CopyTo(outputs.Slice(output.Row * size, size));
                }
            }

            outputs = outputs[(workspace.TotalOutputs * size)..];
        }

        return best;
    }

    private static void Label<TModel>(TModel model, Pending pending, Span<int> labels)
        where TModel : class, IRecurrentModel<TModel>
    {
        ModelDescription description = TModel.Description;
        PredictionWorkspace workspace = WorkspaceOf<TModel>();
        while (!pending.IsEmpty)
        {
            Pending chunk = pending.Take(description.FeatureCount);
            workspace.Begin(chunk.Lengths);
            while (workspace.LoadNext(chunk.Inputs, model.Standardization))
            {
                model.ForwardBlock(workspace.Training, 0);
                foreach (OutputPlace output in workspace.Outputs)
                {
                    labels[output.Row] = Softmax.IndexOfMax(workspace.Training.OutputRow(output.Slot), description.OutputSize);
                }
            }

            labels = labels[workspace.TotalOutputs..];
        }
    }

    private static void CheckTokens(ModelDescription description, ReadOnlySpan<int> tokens)
    {
        TrainingInput.RequireTokens(description, nameof(tokens));
        TokenGuard.CheckLength(tokens.Length, description.SequenceLength);
        TokenGuard.Check(tokens, description.VocabularySize);
    }

    private static int CheckFeatures(ModelDescription description, ReadOnlySpan<float> features)
    {
        TrainingInput.RequireFeatures(description, nameof(features));
        return FeatureGuard.CheckLength(features.Length, description.FeatureCount, description.SequenceLength);
    }

    private static void CheckOutputs(int length, int rows, int size, string name)
    {
        long expected = (long)rows * size;
        if (expected > int.MaxValue)
        {
            throw new ArgumentException($"{rows} rows of {size} numbers are more than a span can hold; give fewer sequences at a time.", name);
        }

        TokenGuard.CheckSpan(length, (int)expected, name);
    }

    private static PredictionWorkspace WorkspaceOf<TModel>()
        where TModel : class, IRecurrentModel<TModel> =>
        OfThread<TModel>.Workspace ??= new PredictionWorkspace(TModel.Description);

    /// <summary>Sequences that have not run yet: of tokens or of features, the other being empty.</summary>
    private ref struct Pending(ReadOnlySpan<int> tokens, ReadOnlySpan<float> features, ReadOnlySpan<int> lengths)
    {
        public ReadOnlySpan<int> Tokens { get; private set; } = tokens;

        public ReadOnlySpan<float> Features { get; private set; } = features;

        public ReadOnlySpan<int> Lengths { get; private set; } = lengths;

        public readonly bool IsEmpty => Lengths.IsEmpty;

        /// <summary>The inputs of all of them.</summary>
        public readonly SequenceSample Inputs => new() { Tokens = Tokens, Features = Features };

        /// <summary>Takes off the first few sequences, as many as are sorted together.</summary>
        public Pending Take(int featureCount)
        {
            int sequences = Math.Min(ChunkSequences, Lengths.Length);
            int steps = 0;
            foreach (int length in Lengths[..sequences])
            {
                steps += length;
            }

            int tokens = featureCount == 0 ? steps : 0;
            int features = steps * featureCount;
            var taken = new Pending(Tokens[..tokens], Features[..features], Lengths[..sequences]);
            Tokens = Tokens[tokens..];
            Features = Features[features..];
            Lengths = Lengths[sequences..];
            return taken;
        }
    }

    private static class OfThread<TModel>
        where TModel : class, IRecurrentModel<TModel>
    {
        [ThreadStatic]
        public static PredictionWorkspace? Workspace;
    }
}
