using System.Collections.Generic;

namespace RnnGen.Tests.Models;

/// <summary>The declared regressors of tokens: each cell with each number of layers and direction, once a sequence and at every step. <see cref="FeatureMatrixTests"/> finds what is missing.</summary>
internal static class RegressorCatalog
{
    public static IReadOnlyList<ModelCase> Regressors { get; } =
    [
        new RegressorCase<ElmanRegressor3x1Embedded>(),
        new RegressorCase<ElmanBothWaysRegressor16x1>(),
        new RegressorCase<ElmanRegressor5x2Embedded>(),
        new RegressorCase<ElmanBothWaysRegressor33x2>(),
        new RegressorCase<ElmanStepRegressor1x1Embedded>(),
        new RegressorCase<ElmanBothWaysStepRegressor8x1>(),
        new RegressorCase<ElmanStepRegressor17x2Embedded>(),
        new RegressorCase<ElmanBothWaysStepRegressor2x2>(),
        new RegressorCase<GruRegressor15x1Embedded>(),
        new RegressorCase<GruBothWaysRegressor4x1>(),
        new RegressorCase<GruRegressor20x2Embedded>(),
        new RegressorCase<GruBothWaysRegressor9x2>(),
        new RegressorCase<GruStepRegressor3x1Embedded>(),
        new RegressorCase<GruBothWaysStepRegressor16x1>(),
        new RegressorCase<GruStepRegressor5x2Embedded>(),
        new RegressorCase<GruBothWaysStepRegressor33x2>(),
        new RegressorCase<LstmRegressor31x1Embedded>(),
        new RegressorCase<LstmBothWaysRegressor7x1>(),
        new RegressorCase<LstmRegressor12x2Embedded>(),
        new RegressorCase<LstmBothWaysRegressor24x2>(),
        new RegressorCase<LstmStepRegressor15x1Embedded>(),
        new RegressorCase<LstmBothWaysStepRegressor4x1>(),
        new RegressorCase<LstmStepRegressor20x2Embedded>(),
        new RegressorCase<LstmBothWaysStepRegressor9x2>(),
        new RegressorCase<ElmanRegressor2x1Mean>(),
        new RegressorCase<ElmanBothWaysRegressor31x1EmbeddedMax>(),
        new RegressorCase<GruBothWaysRegressor4x2Mean>(),
        new RegressorCase<GruRegressor20x2EmbeddedMax>(),
        new RegressorCase<LstmRegressor33x1Mean>(),
        new RegressorCase<LstmBothWaysRegressor1x1EmbeddedMax>(),
        new RegressorCase<ReluElmanStepRegressor17x2Embedded>(),
    ];
}
