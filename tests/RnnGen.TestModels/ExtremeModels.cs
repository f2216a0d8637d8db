namespace RnnGen.Tests.Models;

[SequenceClassifier(Vocabulary = 5, Hidden = 1024, SequenceLength = 4, Classes = 3)]
internal sealed partial class WidestClassifier;

[SequenceGenerator(Vocabulary = 7, Hidden = 1024, SequenceLength = 4)]
internal sealed partial class WidestGenerator;

[SequenceLabeler(Vocabulary = 6, Hidden = 4, SequenceLength = 4096, Labels = 3)]
internal sealed partial class LongestLabeler;

[SequenceClassifier(Vocabulary = 6, Hidden = 4, SequenceLength = 4096, Classes = 3)]
internal sealed partial class LongestClassifier;

[SequenceGenerator(Vocabulary = 100_000, Hidden = 2, SequenceLength = 6)]
internal sealed partial class LargestVocabularyGenerator;

[SequenceClassifier(Vocabulary = 100_000, Hidden = 2, SequenceLength = 6, Classes = 2)]
internal sealed partial class LargestVocabularyClassifier;

[SequenceLabeler(Vocabulary = 4, Hidden = 3, SequenceLength = 5, Labels = 100_000)]
internal sealed partial class MostLabelsLabeler;

[SequenceClassifier(Vocabulary = 4, Hidden = 6, SequenceLength = 1, Classes = 3)]
internal sealed partial class ShortestClassifier;

[SequenceLabeler(Vocabulary = 4, Hidden = 6, SequenceLength = 1, Labels = 3)]
internal sealed partial class ShortestLabeler;

[SequenceGenerator(Vocabulary = 4, Hidden = 6, SequenceLength = 1)]
internal sealed partial class ShortestGenerator;

[SequenceClassifier(Vocabulary = 5, Hidden = 1024, SequenceLength = 4, Classes = 3, Cell = CellKind.Lstm)]
internal sealed partial class WidestLstmClassifier;

[SequenceGenerator(Vocabulary = 7, Hidden = 1024, SequenceLength = 4, Cell = CellKind.Gru)]
internal sealed partial class WidestGruGenerator;

[SequenceLabeler(Vocabulary = 6, Hidden = 4, SequenceLength = 4096, Labels = 3, Cell = CellKind.Gru)]
internal sealed partial class LongestGruLabeler;

[SequenceClassifier(Vocabulary = 6, Hidden = 4, SequenceLength = 4096, Classes = 3, Cell = CellKind.Lstm)]
internal sealed partial class LongestLstmClassifier;

[SequenceGenerator(Vocabulary = 100_000, Hidden = 2, SequenceLength = 6, Cell = CellKind.Lstm)]
internal sealed partial class LargestVocabularyLstmGenerator;

[SequenceClassifier(Vocabulary = 100_000, Hidden = 2, SequenceLength = 6, Classes = 2, Cell = CellKind.Gru)]
internal sealed partial class LargestVocabularyGruClassifier;

[SequenceClassifier(Vocabulary = 4, Hidden = 6, SequenceLength = 1, Classes = 3, Cell = CellKind.Gru)]
internal sealed partial class ShortestGruClassifier;

[SequenceLabeler(Vocabulary = 4, Hidden = 6, SequenceLength = 1, Labels = 3, Cell = CellKind.Gru)]
internal sealed partial class ShortestGruLabeler;

[SequenceGenerator(Vocabulary = 4, Hidden = 6, SequenceLength = 1, Cell = CellKind.Gru)]
internal sealed partial class ShortestGruGenerator;

[SequenceClassifier(Vocabulary = 4, Hidden = 6, SequenceLength = 1, Classes = 3, Cell = CellKind.Lstm)]
internal sealed partial class ShortestLstmClassifier;

[SequenceLabeler(Vocabulary = 4, Hidden = 6, SequenceLength = 1, Labels = 3, Cell = CellKind.Lstm)]
internal sealed partial class ShortestLstmLabeler;

[SequenceGenerator(Vocabulary = 4, Hidden = 6, SequenceLength = 1, Cell = CellKind.Lstm)]
internal sealed partial class ShortestLstmGenerator;
