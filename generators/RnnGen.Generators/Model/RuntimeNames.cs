namespace RnnGen.Generators.Model;

/// <summary>
/// The runtime's types, which the generator knows by name alone: <c>generators</c> never references <c>src</c>. A test resolves
/// every name here against the built runtime.
/// </summary>
internal static class RuntimeNames
{
    /// <summary>The namespace of what users write and of the contracts that generated classes fulfil.</summary>
    public const string Namespace = "RnnGen";

    /// <summary>The namespace of the functions and buffers that kernels call.</summary>
    public const string NumericsNamespace = "RnnGen.Numerics";

    /// <summary>The namespace of the workspace that training runs in.</summary>
    public const string TrainingNamespace = "RnnGen.Training";

    /// <summary>The metadata name of the attribute of <see cref="ModelTask.Classification"/>.</summary>
    public const string ClassifierAttribute = "RnnGen.SequenceClassifierAttribute";

    /// <summary>The metadata name of the attribute of <see cref="ModelTask.Labeling"/>.</summary>
    public const string LabelerAttribute = "RnnGen.SequenceLabelerAttribute";

    /// <summary>The metadata name of the attribute of <see cref="ModelTask.Generation"/>.</summary>
    public const string GeneratorAttribute = "RnnGen.SequenceGeneratorAttribute";

    /// <summary>The metadata name of the contract of <see cref="ModelTask.Classification"/>.</summary>
    public const string Classifier = "RnnGen.ISequenceClassifier`1";

    /// <summary>The metadata name of the contract of <see cref="ModelTask.Labeling"/>.</summary>
    public const string Labeler = "RnnGen.ISequenceLabeler`1";

    /// <summary>The metadata name of the contract of <see cref="ModelTask.Generation"/>.</summary>
    public const string Generator = "RnnGen.ISequenceGenerator`1";

    /// <summary>The attributes' property that names the nonlinearity.</summary>
    public const string NonlinearityProperty = "Nonlinearity";
}
