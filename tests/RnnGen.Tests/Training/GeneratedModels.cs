namespace RnnGen.Tests.Training;

/// <summary>A generated classifier of the sizes of <see cref="PlainElmanClassifier"/>.</summary>
[SequenceClassifier(Vocabulary = 13, Hidden = 7, SequenceLength = 9, Classes = 3)]
internal sealed partial class GeneratedClassifier;

/// <summary>
/// A generated labeler for the same data as <see cref="PlainElmanLabeler"/>, with several tiles of hidden units and a tail.
/// </summary>
[SequenceLabeler(Vocabulary = 13, Hidden = 50, SequenceLength = 9, Labels = 6)]
internal sealed partial class GeneratedLabeler;

/// <summary>Declared for the longest of the texts that it learns from.</summary>
[SequenceClassifier(Vocabulary = 40, Hidden = 33, SequenceLength = 9, Classes = 2)]
internal sealed partial class BrieflyPaddedClassifier;

/// <summary>The same network, declared for far longer texts.</summary>
[SequenceClassifier(Vocabulary = 40, Hidden = 33, SequenceLength = 60, Classes = 2)]
internal sealed partial class LongPaddedClassifier;

/// <inheritdoc cref="BrieflyPaddedClassifier"/>
[SequenceLabeler(Vocabulary = 40, Hidden = 20, SequenceLength = 9, Labels = 12)]
internal sealed partial class BrieflyPaddedLabeler;

/// <inheritdoc cref="LongPaddedClassifier"/>
[SequenceLabeler(Vocabulary = 40, Hidden = 20, SequenceLength = 60, Labels = 12)]
internal sealed partial class LongPaddedLabeler;

/// <inheritdoc cref="BrieflyPaddedClassifier"/>
[SequenceGenerator(Vocabulary = 40, Hidden = 17, SequenceLength = 9)]
internal sealed partial class BrieflyPaddedGenerator;

/// <inheritdoc cref="LongPaddedClassifier"/>
[SequenceGenerator(Vocabulary = 40, Hidden = 17, SequenceLength = 60)]
internal sealed partial class LongPaddedGenerator;

/// <inheritdoc cref="BrieflyPaddedClassifier"/>
[SequenceClassifier(Vocabulary = 40, Hidden = 33, SequenceLength = 9, Classes = 2, Cell = CellKind.Gru)]
internal sealed partial class BrieflyPaddedGruClassifier;

/// <inheritdoc cref="LongPaddedClassifier"/>
[SequenceClassifier(Vocabulary = 40, Hidden = 33, SequenceLength = 60, Classes = 2, Cell = CellKind.Gru)]
internal sealed partial class LongPaddedGruClassifier;

/// <inheritdoc cref="BrieflyPaddedClassifier"/>
[SequenceLabeler(Vocabulary = 40, Hidden = 20, SequenceLength = 9, Labels = 12, Cell = CellKind.Gru)]
internal sealed partial class BrieflyPaddedGruLabeler;

/// <inheritdoc cref="LongPaddedClassifier"/>
[SequenceLabeler(Vocabulary = 40, Hidden = 20, SequenceLength = 60, Labels = 12, Cell = CellKind.Gru)]
internal sealed partial class LongPaddedGruLabeler;

/// <inheritdoc cref="BrieflyPaddedClassifier"/>
[SequenceGenerator(Vocabulary = 40, Hidden = 17, SequenceLength = 9, Cell = CellKind.Gru)]
internal sealed partial class BrieflyPaddedGruGenerator;

/// <inheritdoc cref="LongPaddedClassifier"/>
[SequenceGenerator(Vocabulary = 40, Hidden = 17, SequenceLength = 60, Cell = CellKind.Gru)]
internal sealed partial class LongPaddedGruGenerator;

/// <inheritdoc cref="BrieflyPaddedClassifier"/>
[SequenceGenerator(Vocabulary = 40, Hidden = 17, SequenceLength = 9, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class BrieflyPaddedResetBeforeGruGenerator;

/// <inheritdoc cref="LongPaddedClassifier"/>
[SequenceGenerator(Vocabulary = 40, Hidden = 17, SequenceLength = 60, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class LongPaddedResetBeforeGruGenerator;

/// <inheritdoc cref="BrieflyPaddedClassifier"/>
[SequenceClassifier(Vocabulary = 40, Hidden = 9, SequenceLength = 9, Classes = 2, Cell = CellKind.Lstm)]
internal sealed partial class BrieflyPaddedLstmClassifier;

/// <inheritdoc cref="LongPaddedClassifier"/>
[SequenceClassifier(Vocabulary = 40, Hidden = 9, SequenceLength = 60, Classes = 2, Cell = CellKind.Lstm)]
internal sealed partial class LongPaddedLstmClassifier;

/// <inheritdoc cref="BrieflyPaddedClassifier"/>
[SequenceLabeler(Vocabulary = 40, Hidden = 33, SequenceLength = 9, Labels = 12, Cell = CellKind.Lstm)]
internal sealed partial class BrieflyPaddedLstmLabeler;

/// <inheritdoc cref="LongPaddedClassifier"/>
[SequenceLabeler(Vocabulary = 40, Hidden = 33, SequenceLength = 60, Labels = 12, Cell = CellKind.Lstm)]
internal sealed partial class LongPaddedLstmLabeler;

/// <inheritdoc cref="BrieflyPaddedClassifier"/>
[SequenceGenerator(Vocabulary = 40, Hidden = 17, SequenceLength = 9, Cell = CellKind.Lstm)]
internal sealed partial class BrieflyPaddedLstmGenerator;

/// <inheritdoc cref="LongPaddedClassifier"/>
[SequenceGenerator(Vocabulary = 40, Hidden = 17, SequenceLength = 60, Cell = CellKind.Lstm)]
internal sealed partial class LongPaddedLstmGenerator;

/// <summary>A generated classifier of numbers.</summary>
[SequenceClassifier(Features = 1, Hidden = 5, SequenceLength = 4, Classes = 3)]
internal sealed partial class GeneratedSignalClassifier;

/// <summary>A generated classifier that drops hidden units.</summary>
[SequenceClassifier(Vocabulary = 13, Hidden = 20, SequenceLength = 9, Classes = 3, RecurrentDropout = 0.5)]
internal sealed partial class GeneratedDropoutClassifier;

/// <summary>A labeler for the data of <see cref="GeneratedLabeler"/> whose vocabulary is far larger than what it reads.</summary>
[SequenceLabeler(Vocabulary = 9000, Hidden = 7, SequenceLength = 9, Labels = 6)]
internal sealed partial class GeneratedWideLabeler;

/// <summary>A generator whose logits of six sequences are more than an array holds.</summary>
[SequenceGenerator(Vocabulary = 100_000, Hidden = 1, SequenceLength = 4096)]
internal sealed partial class GeneratedHugeGenerator;
