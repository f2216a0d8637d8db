namespace RnnGen.Tests.InstructionSets;

/// <summary>The traits of tests that are run again with instruction sets switched off.</summary>
internal static class Rerun
{
    /// <summary>The trait of all tests of numbers that vectors compute.</summary>
    public const string Category = "Category";

    public const string Numbers = "Numbers";

    /// <summary>The trait of those among them that are quick even without vector instructions.</summary>
    public const string Size = "Size";

    public const string Small = "Small";
}
