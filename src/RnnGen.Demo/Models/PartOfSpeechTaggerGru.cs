namespace RnnGen.Demo.Models;

/// <summary>What <see cref="PartOfSpeechTagger"/> does, with a GRU.</summary>
[SequenceLabeler(Vocabulary = 20000, Hidden = 128, SequenceLength = 160, Labels = 17, Cell = CellKind.Gru)]
internal sealed partial class PartOfSpeechTaggerGru;
