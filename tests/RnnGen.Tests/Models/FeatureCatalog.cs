using System.Collections.Generic;

namespace RnnGen.Tests.Models;

/// <summary>The declared networks of real-valued input: each cell with each task, number of layers and direction. <see cref="FeatureMatrixTests"/> finds what is missing.</summary>
internal static class FeatureCatalog
{
    public static IReadOnlyList<ModelCase> Classifiers { get; } =
    [
        new FeatureClassifierCase<ElmanFeatureClassifier9x1>(),
        new FeatureClassifierCase<ElmanBothWaysFeatureClassifier3x1>(),
        new FeatureClassifierCase<ElmanFeatureClassifier16x2>(),
        new FeatureClassifierCase<ElmanBothWaysFeatureClassifier5x2>(),
        new FeatureClassifierCase<GruFeatureClassifier24x1>(),
        new FeatureClassifierCase<GruBothWaysFeatureClassifier15x1>(),
        new FeatureClassifierCase<GruFeatureClassifier4x2>(),
        new FeatureClassifierCase<GruBothWaysFeatureClassifier20x2>(),
        new FeatureClassifierCase<LstmFeatureClassifier2x1>(),
        new FeatureClassifierCase<LstmBothWaysFeatureClassifier31x1>(),
        new FeatureClassifierCase<LstmFeatureClassifier7x2>(),
        new FeatureClassifierCase<LstmBothWaysFeatureClassifier12x2>(),
        new FeatureClassifierCase<ElmanFeatureClassifier33x1Mean>(),
        new FeatureClassifierCase<ElmanBothWaysFeatureClassifier1x1Max>(),
        new FeatureClassifierCase<GruBothWaysFeatureClassifier7x2Mean>(),
        new FeatureClassifierCase<GruFeatureClassifier12x2Max>(),
        new FeatureClassifierCase<LstmFeatureClassifier9x1Mean>(),
        new FeatureClassifierCase<LstmBothWaysFeatureClassifier3x1Max>(),
    ];

    public static IReadOnlyList<ModelCase> Labelers { get; } =
    [
        new FeatureLabelerCase<ElmanFeatureLabeler33x1>(),
        new FeatureLabelerCase<ElmanBothWaysFeatureLabeler1x1>(),
        new FeatureLabelerCase<ElmanFeatureLabeler8x2>(),
        new FeatureLabelerCase<ElmanBothWaysFeatureLabeler17x2>(),
        new FeatureLabelerCase<GruFeatureLabeler9x1>(),
        new FeatureLabelerCase<GruBothWaysFeatureLabeler3x1>(),
        new FeatureLabelerCase<GruFeatureLabeler16x2>(),
        new FeatureLabelerCase<GruBothWaysFeatureLabeler5x2>(),
        new FeatureLabelerCase<LstmFeatureLabeler24x1>(),
        new FeatureLabelerCase<LstmBothWaysFeatureLabeler15x1>(),
        new FeatureLabelerCase<LstmFeatureLabeler4x2>(),
        new FeatureLabelerCase<LstmBothWaysFeatureLabeler20x2>(),
        new FeatureLabelerCase<ReluElmanBothWaysFeatureLabeler8x2>(),
        new FeatureLabelerCase<DropoutGruBothWaysFeatureLabeler2x2>(),
    ];

    public static IReadOnlyList<ModelCase> Regressors { get; } =
    [
        new FeatureRegressorCase<ElmanFeatureRegressor2x1>(),
        new FeatureRegressorCase<ElmanBothWaysFeatureRegressor31x1>(),
        new FeatureRegressorCase<ElmanFeatureRegressor7x2>(),
        new FeatureRegressorCase<ElmanBothWaysFeatureRegressor12x2>(),
        new FeatureRegressorCase<ElmanFeatureStepRegressor24x1>(),
        new FeatureRegressorCase<ElmanBothWaysFeatureStepRegressor15x1>(),
        new FeatureRegressorCase<ElmanFeatureStepRegressor4x2>(),
        new FeatureRegressorCase<ElmanBothWaysFeatureStepRegressor20x2>(),
        new FeatureRegressorCase<GruFeatureRegressor33x1>(),
        new FeatureRegressorCase<GruBothWaysFeatureRegressor1x1>(),
        new FeatureRegressorCase<GruFeatureRegressor8x2>(),
        new FeatureRegressorCase<GruBothWaysFeatureRegressor17x2>(),
        new FeatureRegressorCase<GruFeatureStepRegressor2x1>(),
        new FeatureRegressorCase<GruBothWaysFeatureStepRegressor31x1>(),
        new FeatureRegressorCase<GruFeatureStepRegressor7x2>(),
        new FeatureRegressorCase<GruBothWaysFeatureStepRegressor12x2>(),
        new FeatureRegressorCase<LstmFeatureRegressor9x1>(),
        new FeatureRegressorCase<LstmBothWaysFeatureRegressor3x1>(),
        new FeatureRegressorCase<LstmFeatureRegressor16x2>(),
        new FeatureRegressorCase<LstmBothWaysFeatureRegressor5x2>(),
        new FeatureRegressorCase<LstmFeatureStepRegressor33x1>(),
        new FeatureRegressorCase<LstmBothWaysFeatureStepRegressor1x1>(),
        new FeatureRegressorCase<LstmFeatureStepRegressor8x2>(),
        new FeatureRegressorCase<LstmBothWaysFeatureStepRegressor17x2>(),
        new FeatureRegressorCase<ElmanBothWaysFeatureRegressor8x2Mean>(),
        new FeatureRegressorCase<ElmanFeatureRegressor17x2Max>(),
        new FeatureRegressorCase<GruFeatureRegressor24x1Mean>(),
        new FeatureRegressorCase<GruBothWaysFeatureRegressor15x1Max>(),
        new FeatureRegressorCase<LstmBothWaysFeatureRegressor16x2Mean>(),
        new FeatureRegressorCase<LstmFeatureRegressor5x2Max>(),
        new FeatureRegressorCase<DropoutLstmFeatureStepRegressor31x2>(),
        new FeatureRegressorCase<DropoutElmanFeatureRegressor7x1>(),
    ];
}
