namespace RnnGen.Demo.Models;

/// <summary>Writes couplets like those that ship with the demo.</summary>
[SequenceGenerator(Vocabulary = 64, Hidden = 128, SequenceLength = 128)]
internal sealed partial class ShowcaseCharacters;
