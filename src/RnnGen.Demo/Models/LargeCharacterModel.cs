namespace RnnGen.Demo.Models;

/// <summary>What <see cref="CharacterModel"/> does, with an LSTM of twice as many hidden units.</summary>
[SequenceGenerator(Vocabulary = 100, Hidden = 256, SequenceLength = 64, Cell = CellKind.Lstm)]
internal sealed partial class LargeCharacterModel;
