using System;
using RnnGen.Training;

namespace RnnGen;

/// <summary>Measures models on data sets.</summary>
public static class Evaluator
{
    /// <summary>Runs a model over a data set: loss, accuracy, F1, precision and recall, confusion matrix, perplexity.</summary>
    /// <remarks>The result has the same bits for every number of threads.</remarks>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="dataset">A data set for the model's task.</param>
    /// <param name="threads">How many threads work, the caller's among them; 0 for as many as there are processors.</param>
    /// <exception cref="ArgumentException">The data set is empty or for another task, or a sequence does not fit the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A token or a target is outside the model's range, or <paramref name="threads"/> is negative.
    /// </exception>
    public static EvaluationResult Evaluate<TModel>(TModel model, SequenceDataset dataset, int threads = 0)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        using var team = new ThreadTeam(threads);
        return new EvaluationPass<TModel>(model, new TrainingWorkspace(TModel.Description), team).Run(dataset);
    }
}
