using System;
using System.Threading;
using RnnGen.Training;

namespace RnnGen;

/// <summary>Trains models.</summary>
public static class Trainer
{
    /// <summary>Trains a model on a data set until one of the stopping rules of the options holds.</summary>
    /// <remarks>
    /// <para>The same model, data, seed and options give the same bits of weights, whatever the number of threads.</para>
    /// <para>
    /// Cancelling is a way to be satisfied, not an error: the method returns, with <see cref="StopReason.Cancelled"/>, after the step at
    /// hand, or soon where the validation set is being measured. With a validation set the model is then given back with its best weights, without one with the weights after that step.
    /// </para>
    /// </remarks>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">The model: its parameters are trained in place. Nothing else may write them meanwhile.</param>
    /// <param name="dataset">The sequences to learn from.</param>
    /// <param name="options">How to train, and when to stop.</param>
    /// <param name="validation">Sequences that are not learnt from, and are measured after every epoch; null for none.</param>
    /// <param name="progress">Is told how far training is; called on the calling thread.</param>
    /// <param name="cancellationToken">Stops training after the step at hand.</param>
    /// <returns>Why training stopped, and what every epoch came to.</returns>
    /// <exception cref="ArgumentException">
    /// An option or a data set is not valid, no target of a data set counts, or a label or token has another id in the validation set than in the data set; nothing was trained, and the model is as it was.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The activations of the largest batch do not fit in one array, and nothing was trained: use a smaller batch. Or the schedule gave a factor that is negative or not finite; the model
    /// has the weights of the last step.
    /// </exception>
    /// <exception cref="TrainingDivergedException">
    /// The loss, the gradient, the validation loss, a weight or a moment of the optimizer became NaN or infinite. No checkpoint is made of that. The model has the weights of the best epoch so far,
    /// or, without a validation set, of the last epoch completed; those it came with if there is none.
    /// </exception>
    /// <exception cref="System.IO.IOException">
    /// A checkpoint cannot be written. Where that is known beforehand, because its folder is not there or may not be written, nothing was trained; later, the model has the weights of the last step.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">A checkpoint may not be written; as above.</exception>
    public static TrainingResult Fit<TModel>(
        TModel model,
        SequenceDataset dataset,
        TrainingOptions options,
        SequenceDataset? validation = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TModel : class, IRecurrentModel<TModel>
    {
        using var run = new TrainingRun<TModel>(model, dataset, options, validation, progress, cancellationToken);
        run.Reserve();
        return run.Execute();
    }

    /// <summary>Continues a run from its checkpoint: it ends with the same bits as if it had never stopped.</summary>
    /// <remarks>
    /// Batch size, seed, shuffling, clipping, optimizer, label weights, ignored labels and the number of sequences must be those of the run
    /// that was interrupted, and so must the declaration of the model; it is for the caller to give the same data, schedule and declared rates of dropout. What says when to stop may change: more epochs,
    /// more patience; but the number of steps of the whole run must not under a schedule that depends on it (<see cref="LearningRateSchedule.DependsOnTotalSteps"/>), which would have given the steps before other rates. The number of threads may change.
    /// What was the best epoch before the interruption stays it, whatever <see cref="TrainingOptions.Monitor"/> says now.
    /// </remarks>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">A model of the same class: its parameters are replaced by those of the checkpoint, and trained.</param>
    /// <param name="dataset">The sequences to learn from.</param>
    /// <param name="options">How to train, and when to stop.</param>
    /// <param name="checkpointPath">A file that a run with a <see cref="TrainingOptions.CheckpointPath"/> wrote.</param>
    /// <param name="validation">Sequences that are not learnt from, and are measured after every epoch; null for none.</param>
    /// <param name="progress">Is told how far training is; called on the calling thread.</param>
    /// <param name="cancellationToken">Stops training after the step at hand.</param>
    /// <returns>Why training stopped, and what every epoch came to, those before the interruption included.</returns>
    /// <exception cref="ModelFileException">
    /// The file is damaged, is no checkpoint, or is one of another model; the model is as it was.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// An option or a data set is not valid, or not that of the checkpoint; the model is as it was.
    /// </exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Fit"/>: where a batch does not fit in one array, the model is as it was.</exception>
    /// <exception cref="TrainingDivergedException">As for <see cref="Fit"/>.</exception>
    /// <exception cref="System.IO.IOException">The checkpoint cannot be read, or the next one not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The checkpoint may not be read, or the next one not be written.</exception>
    public static TrainingResult Resume<TModel>(
        TModel model,
        SequenceDataset dataset,
        TrainingOptions options,
        string checkpointPath,
        SequenceDataset? validation = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentException.ThrowIfNullOrEmpty(checkpointPath);
        using var run = new TrainingRun<TModel>(model, dataset, options, validation, progress, cancellationToken);
        TrainingState state = CheckpointFile.Load(checkpointPath, TModel.Description);
        run.Reserve();
        run.Restore(state, nameof(checkpointPath));
        return run.Execute();
    }
}
