namespace RnnGen.Tests.Models;

[SequenceGenerator(Vocabulary = 2, Hidden = 1, SequenceLength = 14)]
internal sealed partial class Generator1;

[SequenceGenerator(Vocabulary = 3, Hidden = 2, SequenceLength = 9)]
internal sealed partial class Generator2;

[SequenceGenerator(Vocabulary = 5, Hidden = 3, SequenceLength = 12)]
internal sealed partial class Generator3;

[SequenceGenerator(Vocabulary = 17, Hidden = 4, SequenceLength = 18)]
internal sealed partial class Generator4;

[SequenceGenerator(Vocabulary = 40, Hidden = 5, SequenceLength = 10)]
internal sealed partial class Generator5;

[SequenceGenerator(Vocabulary = 8, Hidden = 7, SequenceLength = 16)]
internal sealed partial class Generator7;

[SequenceGenerator(Vocabulary = 16, Hidden = 8, SequenceLength = 9)]
internal sealed partial class Generator8;

[SequenceGenerator(Vocabulary = 9, Hidden = 9, SequenceLength = 24)]
internal sealed partial class Generator9;

[SequenceGenerator(Vocabulary = 15, Hidden = 15, SequenceLength = 10)]
internal sealed partial class Generator15;

[SequenceGenerator(Vocabulary = 31, Hidden = 16, SequenceLength = 12)]
internal sealed partial class Generator16;

[SequenceGenerator(Vocabulary = 33, Hidden = 17, SequenceLength = 9)]
internal sealed partial class Generator17;

[SequenceGenerator(Vocabulary = 7, Hidden = 31, SequenceLength = 12)]
internal sealed partial class Generator31;

[SequenceGenerator(Vocabulary = 64, Hidden = 32, SequenceLength = 16)]
internal sealed partial class Generator32;

[SequenceGenerator(Vocabulary = 48, Hidden = 33, SequenceLength = 10)]
internal sealed partial class Generator33;

[SequenceGenerator(Vocabulary = 12, Hidden = 48, SequenceLength = 24)]
internal sealed partial class Generator48;

[SequenceGenerator(Vocabulary = 20, Hidden = 64, SequenceLength = 11)]
internal sealed partial class Generator64;

[SequenceGenerator(Vocabulary = 65, Hidden = 65, SequenceLength = 9)]
internal sealed partial class Generator65;

[SequenceGenerator(Vocabulary = 29, Hidden = 100, SequenceLength = 13)]
internal sealed partial class Generator100;

[SequenceGenerator(Vocabulary = 40, Hidden = 128, SequenceLength = 15)]
internal sealed partial class Generator128;

[SequenceGenerator(Vocabulary = 18, Hidden = 200, SequenceLength = 20)]
internal sealed partial class Generator200;

[SequenceGenerator(Vocabulary = 26, Hidden = 256, SequenceLength = 10)]
internal sealed partial class Generator256;
