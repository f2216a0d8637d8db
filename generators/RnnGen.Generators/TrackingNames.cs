namespace RnnGen.Generators;

/// <summary>The names of the pipeline's steps, by which tests ask whether one ran again.</summary>
internal static class TrackingNames
{
    public const string Classifiers = nameof(Classifiers);

    public const string Labelers = nameof(Labelers);

    public const string Generators = nameof(Generators);

    public const string Regressors = nameof(Regressors);
}
