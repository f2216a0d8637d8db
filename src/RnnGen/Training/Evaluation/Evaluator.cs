using System;
using System.Collections.Generic;
using System.Threading;
using RnnGen.Training;

namespace RnnGen;

/// <summary>Measures models on data sets.</summary>
public static class Evaluator
{
    /// <summary>Runs a model over a data set: loss, accuracy, F1, precision and recall, confusion matrix, perplexity; or errors and R^2 of a regressor.</summary>
    /// <remarks>The result has the same bits for every number of threads.</remarks>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="dataset">A data set for the model's task.</param>
    /// <param name="threads">How many threads work, the caller's among them: up to 1,024; 0 for as many as there are processors.</param>
    /// <param name="labelWeights">
    /// How much each label counts in the loss, as <see cref="TrainingOptions.LabelWeights"/>; null if all count the same.
    /// </param>
    /// <param name="ignoredLabels">Labels that are not looked at, as <see cref="TrainingOptions.IgnoredLabels"/>; null for none.</param>
    /// <param name="cancellationToken">Stops measuring after the sequences at hand.</param>
    /// <exception cref="ArgumentException">
    /// The data set is empty or for another task, a sequence does not fit the model, or the weights or ignored labels break a rule of the
    /// training options.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A token or a target is outside the model's range, <paramref name="threads"/> is negative or above 1,024, or a weight or an ignored label is out of
    /// range.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static EvaluationResult Evaluate<TModel>(
        TModel model,
        SequenceDataset dataset,
        int threads = 0,
        IReadOnlyList<float>? labelWeights = null,
        IReadOnlyList<int>? ignoredLabels = null,
        CancellationToken cancellationToken = default)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(dataset);
        ThreadTeam.ThrowIfOutOfRange(threads);
        var weighting = LabelWeighting.Create(TModel.Description, labelWeights, ignoredLabels, nameof(labelWeights), nameof(ignoredLabels));
        using var team = new ThreadTeam(threads);
        var workspace = new TrainingWorkspace(TModel.Description) { Weighting = weighting };
        return new EvaluationPass<TModel>(model, workspace, team).Run(dataset, cancellationToken);
    }
}
