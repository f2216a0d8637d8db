namespace RnnGen.Demo.Models;

/// <summary>Writes running text, character by character.</summary>
[SequenceGenerator(Vocabulary = 100, Hidden = 128, SequenceLength = 128)]
internal sealed partial class CharacterModel;
