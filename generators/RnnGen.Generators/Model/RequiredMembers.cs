namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler accept required members for netstandard2.0, which lacks this type.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class RequiredMemberAttribute : Attribute;

/// <summary>Goes with <see cref="RequiredMemberAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName { get; } = featureName;
}
