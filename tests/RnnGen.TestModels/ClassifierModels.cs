namespace RnnGen.Tests.Models;

[SequenceClassifier(Vocabulary = 2, Hidden = 1, SequenceLength = 9, Classes = 2)]
internal sealed partial class Classifier1;

[SequenceClassifier(Vocabulary = 3, Hidden = 2, SequenceLength = 12, Classes = 3)]
internal sealed partial class Classifier2;

[SequenceClassifier(Vocabulary = 5, Hidden = 3, SequenceLength = 16, Classes = 5)]
internal sealed partial class Classifier3;

[SequenceClassifier(Vocabulary = 17, Hidden = 4, SequenceLength = 10, Classes = 17)]
internal sealed partial class Classifier4;

[SequenceClassifier(Vocabulary = 40, Hidden = 5, SequenceLength = 24, Classes = 2)]
internal sealed partial class Classifier5;

[SequenceClassifier(Vocabulary = 9, Hidden = 7, SequenceLength = 11, Classes = 40)]
internal sealed partial class Classifier7;

[SequenceClassifier(Vocabulary = 13, Hidden = 8, SequenceLength = 9, Classes = 4)]
internal sealed partial class Classifier8;

[SequenceClassifier(Vocabulary = 6, Hidden = 9, SequenceLength = 13, Classes = 3)]
internal sealed partial class Classifier9;

[SequenceClassifier(Vocabulary = 21, Hidden = 15, SequenceLength = 15, Classes = 16)]
internal sealed partial class Classifier15;

[SequenceClassifier(Vocabulary = 33, Hidden = 16, SequenceLength = 20, Classes = 8)]
internal sealed partial class Classifier16;

[SequenceClassifier(Vocabulary = 8, Hidden = 17, SequenceLength = 10, Classes = 9)]
internal sealed partial class Classifier17;

[SequenceClassifier(Vocabulary = 24, Hidden = 31, SequenceLength = 14, Classes = 15)]
internal sealed partial class Classifier31;

[SequenceClassifier(Vocabulary = 11, Hidden = 32, SequenceLength = 9, Classes = 32)]
internal sealed partial class Classifier32;

[SequenceClassifier(Vocabulary = 19, Hidden = 33, SequenceLength = 12, Classes = 6)]
internal sealed partial class Classifier33;

[SequenceClassifier(Vocabulary = 64, Hidden = 48, SequenceLength = 18, Classes = 33)]
internal sealed partial class Classifier48;

[SequenceClassifier(Vocabulary = 27, Hidden = 64, SequenceLength = 10, Classes = 10)]
internal sealed partial class Classifier64;

[SequenceClassifier(Vocabulary = 15, Hidden = 65, SequenceLength = 16, Classes = 2)]
internal sealed partial class Classifier65;

[SequenceClassifier(Vocabulary = 38, Hidden = 100, SequenceLength = 9, Classes = 17)]
internal sealed partial class Classifier100;

[SequenceClassifier(Vocabulary = 50, Hidden = 128, SequenceLength = 24, Classes = 40)]
internal sealed partial class Classifier128;

[SequenceClassifier(Vocabulary = 30, Hidden = 200, SequenceLength = 10, Classes = 3)]
internal sealed partial class Classifier200;

[SequenceClassifier(Vocabulary = 20, Hidden = 256, SequenceLength = 12, Classes = 5)]
internal sealed partial class Classifier256;
