namespace RnnGen.Generators.Model;

/// <summary>A partial class as the generated part has to repeat it. Every name is ready to be written: a keyword has its <c>@</c>.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="ContainingTypes">
/// The declarations around the class, the outermost first, as generated code has to write them: <c>partial class Outer&lt;T&gt;</c>.
/// </param>
/// <param name="Name">The class's simple name.</param>
/// <param name="HintName">A file-name-safe name, unique in the compilation whatever the case of its letters, without an extension.</param>
internal sealed record TypeSpec(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Name,
    string HintName)
{
    /// <summary>The class's simple name as text and documentation show it, without the <c>@</c> of a keyword.</summary>
    public string DisplayName => Name.TrimStart('@');
}
