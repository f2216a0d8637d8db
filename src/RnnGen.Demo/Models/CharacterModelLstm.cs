namespace RnnGen.Demo.Models;

/// <summary>What <see cref="CharacterModel"/> does, with an LSTM.</summary>
[SequenceGenerator(Vocabulary = 100, Hidden = 128, SequenceLength = 128, Cell = CellKind.Lstm)]
internal sealed partial class CharacterModelLstm;
