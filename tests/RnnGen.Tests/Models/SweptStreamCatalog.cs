using System.Collections.Generic;

namespace RnnGen.Tests.Models;

/// <summary>
/// The declared networks of one layer that read rows of numbers and whose recurrent weights outgrow the nearest cache: the steps of their streams have a kernel of
/// their own.
/// </summary>
internal static class SweptStreamCatalog
{
    public static IReadOnlyList<ModelCase> Models { get; } =
    [
        new FeatureRegressorCase<SweptGruStepRegressor57>(),
        new FeatureLabelerCase<SweptLstmLabeler48>(),
        new FeatureClassifierCase<SweptElmanClassifier90>(),
        new GeneratorCase<SweptGruGenerator64>(),
        new GeneratorCase<SweptTiedLstmGenerator64>(),
        new FeatureRegressorCase<SweptLstmStepRegressor184>(),
        new FeatureLabelerCase<SweptElmanLabeler112>(),
    ];
}
