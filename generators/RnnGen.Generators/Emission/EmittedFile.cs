namespace RnnGen.Generators.Emission;

/// <summary>One generated source file.</summary>
/// <param name="HintName">The file's name, unique in the compilation.</param>
/// <param name="Text">Its C# text.</param>
internal sealed record EmittedFile(string HintName, string Text);
