namespace RnnGen.Demo.Models;

/// <summary>What <see cref="CharacterModel"/> does, with a GRU.</summary>
[SequenceGenerator(Vocabulary = 100, Hidden = 128, SequenceLength = 128, Cell = CellKind.Gru)]
internal sealed partial class CharacterModelGru;
