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
