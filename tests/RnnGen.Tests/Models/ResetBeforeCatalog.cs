using System.Collections.Generic;

namespace RnnGen.Tests.Models;

/// <summary>
/// The declared networks of a GRU that resets its state before the product: to the matrices of <see cref="StackMatrixTests"/> and <see cref="FeatureMatrixTests"/> a
/// cell of its own.
/// </summary>
internal static class ResetBeforeCatalog
{
    /// <summary>A layer that reads tokens, of sizes at which tails, whole vectors or tiles begin or end, and the ends of the ranges.</summary>
    public static IReadOnlyList<ModelCase> Sizes { get; } =
    [
        new ClassifierCase<ResetBeforeGruClassifier1>(),
        new ClassifierCase<ResetBeforeGruClassifier8>(),
        new ClassifierCase<ResetBeforeGruClassifier17>(),
        new ClassifierCase<ResetBeforeGruClassifier48>(),
        new ClassifierCase<ResetBeforeGruClassifier100>(),
        new LabelerCase<ResetBeforeGruLabeler2>(),
        new LabelerCase<ResetBeforeGruLabeler15>(),
        new LabelerCase<ResetBeforeGruLabeler32>(),
        new LabelerCase<ResetBeforeGruLabeler128>(),
        new GeneratorCase<ResetBeforeGruGenerator3>(),
        new GeneratorCase<ResetBeforeGruGenerator7>(),
        new GeneratorCase<ResetBeforeGruGenerator16>(),
        new GeneratorCase<ResetBeforeGruGenerator33>(),
        new GeneratorCase<ResetBeforeGruGenerator200>(),
        new GeneratorCase<WidestResetBeforeGruGenerator>(),
        new LabelerCase<ShortestResetBeforeGruLabeler>(),
    ];

    /// <summary>Layers, directions, embeddings and poolings.</summary>
    public static IReadOnlyList<ModelCase> Stacks { get; } =
    [
        new ClassifierCase<ResetBeforeGruClassifier16x1Embedded>(),
        new LabelerCase<ResetBeforeGruLabeler5x1Embedded>(),
        new GeneratorCase<ResetBeforeGruGenerator17x1Embedded>(),
        new ClassifierCase<ResetBeforeGruBothWaysClassifier9x1>(),
        new LabelerCase<ResetBeforeGruBothWaysLabeler33x1>(),
        new ClassifierCase<ResetBeforeGruBothWaysClassifier3x1Embedded>(),
        new LabelerCase<ResetBeforeGruBothWaysLabeler20x1Embedded>(),
        new ClassifierCase<ResetBeforeGruClassifier15x2>(),
        new LabelerCase<ResetBeforeGruLabeler24x2>(),
        new GeneratorCase<ResetBeforeGruGenerator8x2>(),
        new ClassifierCase<ResetBeforeGruClassifier31x2Embedded>(),
        new LabelerCase<ResetBeforeGruLabeler12x2Embedded>(),
        new GeneratorCase<ResetBeforeGruGenerator1x2Embedded>(),
        new ClassifierCase<ResetBeforeGruBothWaysClassifier6x2>(),
        new LabelerCase<ResetBeforeGruBothWaysLabeler7x2>(),
        new ClassifierCase<ResetBeforeGruBothWaysClassifier16x2Embedded>(),
        new LabelerCase<ResetBeforeGruBothWaysLabeler5x2Embedded>(),
        new LabelerCase<ResetBeforeGruBothWaysLabeler20x3Embedded>(),
        new ClassifierCase<ResetBeforeGruClassifier15x1Mean>(),
        new ClassifierCase<ResetBeforeGruBothWaysClassifier24x1EmbeddedMean>(),
        new ClassifierCase<ResetBeforeGruClassifier8x2EmbeddedMean>(),
        new ClassifierCase<ResetBeforeGruBothWaysClassifier31x2Mean>(),
        new ClassifierCase<ResetBeforeGruClassifier12x1Max>(),
        new ClassifierCase<ResetBeforeGruBothWaysClassifier1x1EmbeddedMax>(),
        new ClassifierCase<ResetBeforeGruClassifier6x2EmbeddedMax>(),
        new ClassifierCase<ResetBeforeGruBothWaysClassifier7x2Max>(),
        new LabelerCase<ResetBeforeGruBothWaysLabeler65x2>(),
    ];

    /// <summary>Real-valued input, and regressors.</summary>
    public static IReadOnlyList<ModelCase> Features { get; } =
    [
        new FeatureClassifierCase<ResetBeforeGruFeatureClassifier24x1>(),
        new FeatureClassifierCase<ResetBeforeGruBothWaysFeatureClassifier15x1>(),
        new FeatureClassifierCase<ResetBeforeGruFeatureClassifier4x2>(),
        new FeatureClassifierCase<ResetBeforeGruBothWaysFeatureClassifier20x2>(),
        new FeatureLabelerCase<ResetBeforeGruFeatureLabeler9x1>(),
        new FeatureLabelerCase<ResetBeforeGruBothWaysFeatureLabeler3x1>(),
        new FeatureLabelerCase<ResetBeforeGruFeatureLabeler16x2>(),
        new FeatureLabelerCase<ResetBeforeGruBothWaysFeatureLabeler5x2>(),
        new FeatureLabelerCase<ResetBeforeGruFeatureLabeler57x1>(),
        new FeatureRegressorCase<ResetBeforeGruFeatureRegressor33x1>(),
        new FeatureRegressorCase<ResetBeforeGruBothWaysFeatureRegressor1x1>(),
        new FeatureRegressorCase<ResetBeforeGruFeatureRegressor8x2>(),
        new FeatureRegressorCase<ResetBeforeGruBothWaysFeatureRegressor17x2>(),
        new FeatureRegressorCase<ResetBeforeGruFeatureStepRegressor2x1>(),
        new FeatureRegressorCase<ResetBeforeGruBothWaysFeatureStepRegressor31x1>(),
        new FeatureRegressorCase<ResetBeforeGruFeatureStepRegressor7x2>(),
        new FeatureRegressorCase<ResetBeforeGruBothWaysFeatureStepRegressor12x2>(),
        new FeatureClassifierCase<ResetBeforeGruBothWaysFeatureClassifier7x2Mean>(),
        new FeatureClassifierCase<ResetBeforeGruFeatureClassifier12x2Max>(),
        new FeatureRegressorCase<ResetBeforeGruFeatureRegressor24x1Mean>(),
        new FeatureRegressorCase<ResetBeforeGruBothWaysFeatureRegressor15x1Max>(),
        new FeatureLabelerCase<DropoutResetBeforeGruBothWaysFeatureLabeler2x2>(),
        new RegressorCase<ResetBeforeGruRegressor15x1Embedded>(),
        new RegressorCase<ResetBeforeGruBothWaysRegressor4x1>(),
        new RegressorCase<ResetBeforeGruRegressor20x2Embedded>(),
        new RegressorCase<ResetBeforeGruBothWaysRegressor9x2>(),
        new RegressorCase<ResetBeforeGruStepRegressor3x1Embedded>(),
        new RegressorCase<ResetBeforeGruBothWaysStepRegressor16x1>(),
        new RegressorCase<ResetBeforeGruStepRegressor5x2Embedded>(),
        new RegressorCase<ResetBeforeGruBothWaysStepRegressor33x2>(),
        new RegressorCase<ResetBeforeGruBothWaysRegressor4x2Mean>(),
        new RegressorCase<ResetBeforeGruRegressor20x2EmbeddedMax>(),
    ];

    /// <summary>Networks that drop numbers in training, and an embedding that is the output layer.</summary>
    public static IReadOnlyList<ModelCase> Dropout { get; } =
    [
        new GeneratorCase<TiedResetBeforeGruGenerator20>(),
        new LabelerCase<DropoutResetBeforeGruLabeler17>(),
        new ClassifierCase<DropoutResetBeforeGruClassifier16>(),
        new GeneratorCase<DropoutResetBeforeGruGenerator15>(),
    ];
}
