namespace RnnGen.Persistence;

/// <summary>The names under which files have a model's standardisation: two vectors, a number a feature.</summary>
internal static class StandardizationTensors
{
    /// <summary>The means.</summary>
    public const string Mean = "standardization.mean";

    /// <summary>The standard deviations.</summary>
    public const string Deviation = "standardization.std";

    /// <summary>Whether a tensor of this name is part of a model's standardisation.</summary>
    public static bool Belongs(string name, ModelDescription model) => model.FeatureCount > 0 && name is Mean or Deviation;
}
