using System.Collections.Generic;

namespace RnnGen.Tests.Models;

/// <summary>
/// The declared networks of one layer that read rows of numbers and whose recurrent weights outgrow the nearest cache: the steps of their streams have a kernel of
/// their own.
/// </summary>
internal static class OutgrownStreamCatalog
{
    public static IReadOnlyList<ModelCase> Models { get; } =
    [
        new FeatureRegressorCase<OutgrownGruStepRegressor57>(),
        new FeatureLabelerCase<OutgrownLstmLabeler48>(),
        new FeatureClassifierCase<OutgrownElmanClassifier90>(),
        new GeneratorCase<OutgrownGruGenerator64>(),
        new GeneratorCase<OutgrownTiedLstmGenerator64>(),
        new FeatureRegressorCase<OutgrownLstmStepRegressor184>(),
        new FeatureLabelerCase<OutgrownElmanLabeler112>(),
        new FeatureRegressorCase<OutgrownElmanStepRegressor100>(),
        new FeatureRegressorCase<OutgrownElmanStepRegressor144>(),
        new FeatureLabelerCase<OutgrownGruLabeler64>(),
        new FeatureClassifierCase<OutgrownLstmClassifier64>(),
    ];
}
