namespace RnnGen.Tests.Models;

[SequenceLabeler(Vocabulary = 9, Hidden = 1, SequenceLength = 10, Labels = 3)]
internal sealed partial class Labeler1;

[SequenceLabeler(Vocabulary = 13, Hidden = 2, SequenceLength = 24, Labels = 16)]
internal sealed partial class Labeler2;

[SequenceLabeler(Vocabulary = 6, Hidden = 3, SequenceLength = 11, Labels = 8)]
internal sealed partial class Labeler3;

[SequenceLabeler(Vocabulary = 21, Hidden = 4, SequenceLength = 9, Labels = 9)]
internal sealed partial class Labeler4;

[SequenceLabeler(Vocabulary = 33, Hidden = 5, SequenceLength = 13, Labels = 15)]
internal sealed partial class Labeler5;

[SequenceLabeler(Vocabulary = 8, Hidden = 7, SequenceLength = 15, Labels = 32)]
internal sealed partial class Labeler7;

[SequenceLabeler(Vocabulary = 24, Hidden = 8, SequenceLength = 20, Labels = 6)]
internal sealed partial class Labeler8;

[SequenceLabeler(Vocabulary = 11, Hidden = 9, SequenceLength = 10, Labels = 33)]
internal sealed partial class Labeler9;

[SequenceLabeler(Vocabulary = 19, Hidden = 15, SequenceLength = 14, Labels = 10)]
internal sealed partial class Labeler15;

[SequenceLabeler(Vocabulary = 64, Hidden = 16, SequenceLength = 9, Labels = 2)]
internal sealed partial class Labeler16;

[SequenceLabeler(Vocabulary = 27, Hidden = 17, SequenceLength = 12, Labels = 17)]
internal sealed partial class Labeler17;

[SequenceLabeler(Vocabulary = 15, Hidden = 31, SequenceLength = 18, Labels = 40)]
internal sealed partial class Labeler31;

[SequenceLabeler(Vocabulary = 38, Hidden = 32, SequenceLength = 10, Labels = 3)]
internal sealed partial class Labeler32;

[SequenceLabeler(Vocabulary = 50, Hidden = 33, SequenceLength = 16, Labels = 5)]
internal sealed partial class Labeler33;

[SequenceLabeler(Vocabulary = 30, Hidden = 48, SequenceLength = 9, Labels = 2)]
internal sealed partial class Labeler48;

[SequenceLabeler(Vocabulary = 20, Hidden = 64, SequenceLength = 24, Labels = 3)]
internal sealed partial class Labeler64;

[SequenceLabeler(Vocabulary = 2, Hidden = 65, SequenceLength = 10, Labels = 5)]
internal sealed partial class Labeler65;

[SequenceLabeler(Vocabulary = 3, Hidden = 100, SequenceLength = 12, Labels = 17)]
internal sealed partial class Labeler100;

[SequenceLabeler(Vocabulary = 5, Hidden = 128, SequenceLength = 9, Labels = 2)]
internal sealed partial class Labeler128;

[SequenceLabeler(Vocabulary = 17, Hidden = 200, SequenceLength = 12, Labels = 40)]
internal sealed partial class Labeler200;

[SequenceLabeler(Vocabulary = 40, Hidden = 256, SequenceLength = 16, Labels = 4)]
internal sealed partial class Labeler256;
