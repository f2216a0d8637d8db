namespace RnnGen.Demo.Models;

/// <summary>What <see cref="PartOfSpeechTagger"/> does, with an LSTM that reads the sentence from both ends, and words embedded.</summary>
[SequenceLabeler(Vocabulary = 20000, Hidden = 64, SequenceLength = 160, Labels = 17, Cell = CellKind.Lstm, Bidirectional = true, Embedding = 64)]
internal sealed partial class PartOfSpeechTaggerBiLstm;
