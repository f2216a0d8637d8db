namespace RnnGen.Generators.Model;

/// <summary>A size that an attribute declares, and the values it may have.</summary>
/// <param name="Property">The attribute's property.</param>
/// <param name="Minimum">The smallest value.</param>
/// <param name="Maximum">The largest value.</param>
internal sealed record SizeRange(string Property, int Minimum, int Maximum)
{
    public static readonly SizeRange Vocabulary = new("Vocabulary", 2, 100_000);

    public static readonly SizeRange Hidden = new("Hidden", 1, 1024);

    public static readonly SizeRange SequenceLength = new("SequenceLength", 1, 4096);

    public static readonly SizeRange Classes = new("Classes", 2, 100_000);

    public static readonly SizeRange Labels = new("Labels", 2, 100_000);

    public static readonly SizeRange Outputs = new("Outputs", 1, 100_000);

    public static readonly SizeRange Features = new("Features", 1, 1024);

    public static readonly SizeRange Layers = new("Layers", 1, 8);

    public static readonly SizeRange Embedding = new("Embedding", 0, 1024);

    /// <summary>Whether <paramref name="value"/> is one of the allowed ones.</summary>
    public bool Contains(int value) => Minimum <= value && value <= Maximum;
}
