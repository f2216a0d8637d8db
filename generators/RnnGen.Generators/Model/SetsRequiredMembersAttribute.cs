namespace System.Diagnostics.CodeAnalysis;

/// <summary>Lets the compiler write the copying constructor of a record with required members for netstandard2.0, which lacks this type.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
