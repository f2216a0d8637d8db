namespace RnnGen.Generators.Model;

/// <summary>A member of a generated class, as far as it can collide with one that the user wrote.</summary>
/// <param name="Name">The name; <see cref="ConstructorName"/> for a constructor.</param>
/// <param name="ParameterTypes">
/// The parameter types of a method, as C# writes them with every namespace; null for a member that cannot be overloaded.
/// </param>
internal sealed record GeneratedMember(string Name, string? ParameterTypes)
{
    /// <summary>The name of a constructor in metadata.</summary>
    public const string ConstructorName = ".ctor";

    /// <summary>Whether the name can be shared by members of other signatures.</summary>
    public bool IsMethod => ParameterTypes is not null;
}
