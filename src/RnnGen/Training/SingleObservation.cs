using System;
using static System.FormattableString;

namespace RnnGen.Training;

/// <summary>Loss and gradients of one observation: what the <c>Backward</c> method of every generated class calls.</summary>
/// <remarks>
/// Each thread keeps one workspace a model class, which grows to the longest sequence it has seen: calls allocate nothing once it has, and
/// any number of threads may work on one model at once, each with gradients of its own.
/// </remarks>
public static class SingleObservation
{
    /// <summary>Runs one sequence forward and backward, and adds its gradients.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="inputs">1 to SequenceLength token ids.</param>
    /// <param name="targets">A classifier's single class, otherwise one output a step, -1 where there is none.</param>
    /// <param name="gradients">ParameterStorage numbers in the layout of the model's Parameters; the gradients are added to them.</param>
    /// <returns>The mean over the steps that have a target of their cross-entropy, in nats.</returns>
    /// <exception cref="ArgumentException">A span has a wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token or a target is out of range.</exception>
    /// <remarks>
    /// Exceptions name what was wrong as the generated class does: <c>tokens</c>; <c>label</c>, <c>labels</c> or again <c>tokens</c>;
    /// <c>gradients</c>.
    /// </remarks>
    public static float Backward<TModel>(TModel model, ReadOnlySpan<int> inputs, ReadOnlySpan<int> targets, Span<float> gradients)
        where TModel : class, IRecurrentModel<TModel> =>
        Backward(model, new SequenceSample { Tokens = inputs, Targets = targets }, gradients);

    /// <summary>Runs one sequence of tokens forward and backward through a regressor, and adds its gradients.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="inputs">1 to SequenceLength token ids.</param>
    /// <param name="targets">OutputSize finite numbers, or as many a step, all NaN for a step without a target.</param>
    /// <param name="gradients">ParameterStorage numbers in the layout of the model's Parameters; the gradients are added to them.</param>
    /// <returns>The mean over the steps that have a target of the mean squared error of their outputs.</returns>
    /// <exception cref="ArgumentException">A span has a wrong length, or a target is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is out of range.</exception>
    /// <remarks>Exceptions name what was wrong as the generated class does: <c>tokens</c>, <c>targets</c>, <c>gradients</c>.</remarks>
    public static float Backward<TModel>(TModel model, ReadOnlySpan<int> inputs, ReadOnlySpan<float> targets, Span<float> gradients)
        where TModel : class, IRecurrentModel<TModel> =>
        Backward(model, new SequenceSample { Tokens = inputs, TargetValues = targets }, gradients);

    /// <summary>Runs one sequence of features forward and backward, and adds its gradients.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="inputs">1 to SequenceLength rows of FeatureCount numbers, a row a step, not yet standardised.</param>
    /// <param name="targets">A classifier's single class, otherwise one output a step, -1 where there is none.</param>
    /// <param name="gradients">ParameterStorage numbers in the layout of the model's Parameters; the gradients are added to them.</param>
    /// <returns>The mean over the steps that have a target of their cross-entropy, in nats.</returns>
    /// <exception cref="ArgumentException">A span has a wrong length, or a feature is not finite when standardised.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A target is out of range.</exception>
    /// <remarks>Exceptions name what was wrong as the generated class does: <c>features</c>, <c>label</c> or <c>labels</c>, <c>gradients</c>.</remarks>
    public static float Backward<TModel>(TModel model, ReadOnlySpan<float> inputs, ReadOnlySpan<int> targets, Span<float> gradients)
        where TModel : class, IRecurrentModel<TModel> =>
        Backward(model, new SequenceSample { Features = inputs, Targets = targets }, gradients);

    /// <summary>Runs one sequence of features forward and backward through a regressor, and adds its gradients.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="inputs">1 to SequenceLength rows of FeatureCount numbers, a row a step, not yet standardised.</param>
    /// <param name="targets">OutputSize finite numbers, or as many a step, all NaN for a step without a target.</param>
    /// <param name="gradients">ParameterStorage numbers in the layout of the model's Parameters; the gradients are added to them.</param>
    /// <returns>The mean over the steps that have a target of the mean squared error of their outputs.</returns>
    /// <exception cref="ArgumentException">A span has a wrong length, a feature is not finite when standardised, or a target is not finite.</exception>
    /// <remarks>Exceptions name what was wrong as the generated class does: <c>features</c>, <c>targets</c>, <c>gradients</c>.</remarks>
    public static float Backward<TModel>(TModel model, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients)
        where TModel : class, IRecurrentModel<TModel> =>
        Backward(model, new SequenceSample { Features = inputs, TargetValues = targets }, gradients);

    private static float Backward<TModel>(TModel model, in SequenceSample sample, Span<float> gradients)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        ModelDescription description = TModel.Description;
        if (gradients.Length != description.ParameterStorage)
        {
            throw new ArgumentException(
                Invariant($"Holds {gradients.Length} numbers; the Parameters of {description.Name} are {description.ParameterStorage}."),
                nameof(gradients));
        }

        TrainingWorkspace workspace = OfThread<TModel>.Workspace ??= new TrainingWorkspace(description);
        workspace.Load(sample, model.Standardization);
        TModel.Transpose(model.Parameters, workspace.Transposed);
        model.ForwardBlock(workspace, 0);
        model.BackwardBlock(workspace, 0);
        for (int part = 0; part < description.GradientParts; part++)
        {
            TModel.AccumulateGradients(workspace, part, gradients);
        }

        return (float)workspace.TotalLoss();
    }

    private static class OfThread<TModel>
        where TModel : class, IRecurrentModel<TModel>
    {
        [ThreadStatic]
        public static TrainingWorkspace? Workspace;
    }
}
