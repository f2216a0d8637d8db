namespace RnnGen.Generators.Model;

/// <summary>
/// The runtime's types, which the generator knows by name alone: <c>generators</c> never references <c>src</c>. A test resolves
/// every name here against the built runtime.
/// </summary>
/// <remarks>
/// The user's class names types in full, by these constants. Passes and kernels import the namespaces and spell out what they call, so that their text in Emission reads as
/// what it becomes; the same test lists those types.
/// </remarks>
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

    /// <summary>The metadata name of the attribute of <see cref="ModelTask.Regression"/>.</summary>
    public const string RegressorAttribute = "RnnGen.SequenceRegressorAttribute";

    /// <summary>The metadata name of the contract of <see cref="ModelTask.Classification"/>.</summary>
    public const string Classifier = "RnnGen.ISequenceClassifier`1";

    /// <summary>The metadata name of the contract of <see cref="ModelTask.Labeling"/>.</summary>
    public const string Labeler = "RnnGen.ISequenceLabeler`1";

    /// <summary>The metadata name of the contract of <see cref="ModelTask.Generation"/>.</summary>
    public const string Generator = "RnnGen.ISequenceGenerator`1";

    /// <summary>The metadata name of the contract of <see cref="ModelTask.Regression"/>.</summary>
    public const string Regressor = "RnnGen.ISequenceRegressor`1";

    /// <summary>The metadata names of the same contracts for models that read real numbers.</summary>
    public const string FeatureClassifier = "RnnGen.IFeatureClassifier`1";
    public const string FeatureLabeler = "RnnGen.IFeatureLabeler`1";
    public const string FeatureRegressor = "RnnGen.IFeatureRegressor`1";

    /// <summary>The metadata names of the contracts of models that can read step by step, with probabilities and with a regressor's outputs.</summary>
    public const string StreamingModel = "RnnGen.IStreamingModel`1";
    public const string StreamingRegressor = "RnnGen.IStreamingRegressor`1";
    public const string FeatureStreamingModel = "RnnGen.IFeatureStreamingModel`1";
    public const string FeatureStreamingRegressor = "RnnGen.IFeatureStreamingRegressor`1";

    /// <summary>The metadata name of the contract between every generated class and the runtime.</summary>
    public const string RecurrentModel = "RnnGen.IRecurrentModel`1";

    // What the user's class is made of.
    public const string ModelDescription = "RnnGen.ModelDescription";
    public const string ModelFile = "RnnGen.ModelFile";
    public const string ModelFileException = "RnnGen.ModelFileException";
    public const string AlignedBuffer = "RnnGen.Numerics.AlignedBuffer";
    public const string ParameterInitializer = "RnnGen.Numerics.ParameterInitializer";
    public const string BatchPrediction = "RnnGen.Inference.BatchPrediction";
    public const string SingleObservation = "RnnGen.Training.SingleObservation";
    public const string FeatureStandardization = "RnnGen.FeatureStandardization";
    public const string FeatureGuard = "RnnGen.Training.FeatureGuard";
    public const string TokenGuard = "RnnGen.Training.TokenGuard";
    public const string TrainingWorkspace = "RnnGen.Training.TrainingWorkspace";
    public const string StepMemory = "RnnGen.Inference.StepMemory";
    public const string FeatureStep = "RnnGen.Inference.IFeatureStep";
    public const string TokenStep = "RnnGen.Inference.ITokenStep";

    /// <summary>The attributes' property that names the cell.</summary>
    public const string CellProperty = "Cell";

    /// <summary>The attributes' property that says whether a GRU resets the state before the recurrent product.</summary>
    public const string ResetBeforeProperty = "ResetBefore";

    /// <summary>The attributes' property that names the nonlinearity.</summary>
    public const string NonlinearityProperty = "Nonlinearity";

    /// <summary>The attributes' property that says whether layers read both ways.</summary>
    public const string BidirectionalProperty = "Bidirectional";

    /// <summary>The classifier's property that names the pooling.</summary>
    public const string PoolingProperty = "Pooling";

    /// <summary>The regressor's property that asks for outputs at every step.</summary>
    public const string EveryStepProperty = "EveryStep";

    /// <summary>The generator's property that makes the output layer's weights the embedding.</summary>
    public const string TieEmbeddingProperty = "TieEmbedding";

    /// <summary>The attributes' property for dropout between layers.</summary>
    public const string DropoutProperty = "Dropout";

    /// <summary>The attributes' property for dropout from step to step.</summary>
    public const string RecurrentDropoutProperty = "RecurrentDropout";
}
