namespace RnnGen.Tests.Training;

/// <summary>Reads 5 numbers a step: less than a row of 16.</summary>
internal sealed class FeatureClassifierShape : IPlainShape
{
    public static PlainElmanNetwork Network { get; } = new(
        nameof(FeatureClassifierShape), SequenceTask.Classification, vocabulary: 0, hidden: 7, outputs: 3, sequenceLength: 9, features: 5);
}

/// <summary>Reads 19 numbers a step: more than a row of 16.</summary>
internal sealed class FeatureLabelerShape : IPlainShape
{
    public static PlainElmanNetwork Network { get; } = new(
        nameof(FeatureLabelerShape), SequenceTask.Labeling, vocabulary: 0, hidden: 6, outputs: 4, sequenceLength: 9, features: 19);
}

/// <summary>Two numbers for a sequence of tokens.</summary>
internal sealed class RegressorShape : IPlainShape
{
    public static PlainElmanNetwork Network { get; } = new(
        nameof(RegressorShape), SequenceTask.Regression, vocabulary: 13, hidden: 7, outputs: 2, sequenceLength: 9);
}

/// <summary>One number after every token.</summary>
internal sealed class StepRegressorShape : IPlainShape
{
    public static PlainElmanNetwork Network { get; } = new(
        nameof(StepRegressorShape), SequenceTask.Regression, vocabulary: 13, hidden: 5, outputs: 1, sequenceLength: 9, everyStep: true);
}

/// <summary>Seventeen numbers, more than a row of 16, for a sequence of single numbers.</summary>
internal sealed class FeatureRegressorShape : IPlainShape
{
    public static PlainElmanNetwork Network { get; } = new(
        nameof(FeatureRegressorShape), SequenceTask.Regression, vocabulary: 0, hidden: 7, outputs: 17, sequenceLength: 9, features: 1);
}

/// <summary>Three numbers after every step of 16, a row exactly.</summary>
internal sealed class FeatureStepRegressorShape : IPlainShape
{
    public static PlainElmanNetwork Network { get; } = new(
        nameof(FeatureStepRegressorShape), SequenceTask.Regression, vocabulary: 0, hidden: 6, outputs: 3, sequenceLength: 9, features: 16, everyStep: true);
}
