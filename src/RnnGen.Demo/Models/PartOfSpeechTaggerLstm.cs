namespace RnnGen.Demo.Models;

/// <summary>What <see cref="PartOfSpeechTagger"/> does, with an LSTM.</summary>
[SequenceLabeler(Vocabulary = 20000, Hidden = 128, SequenceLength = 160, Labels = 17, Cell = CellKind.Lstm)]
internal sealed partial class PartOfSpeechTaggerLstm;
