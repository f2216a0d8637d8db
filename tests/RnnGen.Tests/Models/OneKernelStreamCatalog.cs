using System.Collections.Generic;

namespace RnnGen.Tests.Models;

/// <summary>
/// The declared networks of which one kernel makes the step of a stream, and whose state or outputs it leaves where the caller has them; other catalogs have those
/// with padding.
/// </summary>
internal static class OneKernelStreamCatalog
{
    public static IReadOnlyList<ModelCase> Models { get; } =
    [
        new FeatureRegressorCase<StreamedElmanStepRegressor8>(),
        new FeatureRegressorCase<StreamedGruStepRegressor8>(),
        new FeatureRegressorCase<StreamedLstmStepRegressor8>(),
        new FeatureRegressorCase<StreamedReluStepRegressor16>(),
        new FeatureRegressorCase<StreamedElmanStepRegressor64>(),
        new FeatureLabelerCase<StreamedGruLabeler32>(),
        new FeatureRegressorCase<StreamedLstmStepRegressor32>(),
        new FeatureLabelerCase<StreamedGruLabeler4>(),
        new RegressorCase<StreamedEmbeddedLstmStepRegressor16>(),
    ];
}
