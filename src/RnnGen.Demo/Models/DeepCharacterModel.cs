namespace RnnGen.Demo.Models;

/// <summary>What <see cref="LargeCharacterModel"/> does, in two layers.</summary>
[SequenceGenerator(Vocabulary = 100, Hidden = 256, SequenceLength = 64, Cell = CellKind.Lstm, Layers = 2)]
internal sealed partial class DeepCharacterModel;
