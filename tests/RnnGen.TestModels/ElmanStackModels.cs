namespace RnnGen.Tests.Models;

[SequenceClassifier(Vocabulary = 12, Hidden = 16, SequenceLength = 12, Classes = 4, Embedding = 16)]
internal sealed partial class ElmanClassifier16x1Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 5, SequenceLength = 12, Labels = 8, Embedding = 3)]
internal sealed partial class ElmanLabeler5x1Embedded;

[SequenceGenerator(Vocabulary = 13, Hidden = 17, SequenceLength = 12, Embedding = 17)]
internal sealed partial class ElmanGenerator17x1Embedded;

[SequenceClassifier(Vocabulary = 15, Hidden = 9, SequenceLength = 12, Classes = 4, Bidirectional = true)]
internal sealed partial class ElmanBothWaysClassifier9x1;

[SequenceLabeler(Vocabulary = 14, Hidden = 33, SequenceLength = 12, Labels = 6, Bidirectional = true)]
internal sealed partial class ElmanBothWaysLabeler33x1;

[SequenceClassifier(Vocabulary = 14, Hidden = 3, SequenceLength = 12, Classes = 5, Bidirectional = true, Embedding = 8)]
internal sealed partial class ElmanBothWaysClassifier3x1Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 20, SequenceLength = 12, Labels = 8, Bidirectional = true, Embedding = 1)]
internal sealed partial class ElmanBothWaysLabeler20x1Embedded;

[SequenceClassifier(Vocabulary = 11, Hidden = 15, SequenceLength = 12, Classes = 3, Layers = 2)]
internal sealed partial class ElmanClassifier15x2;

[SequenceLabeler(Vocabulary = 15, Hidden = 24, SequenceLength = 12, Labels = 12, Layers = 2)]
internal sealed partial class ElmanLabeler24x2;

[SequenceGenerator(Vocabulary = 14, Hidden = 8, SequenceLength = 12, Layers = 2)]
internal sealed partial class ElmanGenerator8x2;

[SequenceClassifier(Vocabulary = 12, Hidden = 31, SequenceLength = 12, Classes = 5, Layers = 2, Embedding = 20)]
internal sealed partial class ElmanClassifier31x2Embedded;

[SequenceLabeler(Vocabulary = 13, Hidden = 12, SequenceLength = 12, Labels = 15, Layers = 2, Embedding = 5)]
internal sealed partial class ElmanLabeler12x2Embedded;

[SequenceGenerator(Vocabulary = 12, Hidden = 1, SequenceLength = 12, Layers = 2, Embedding = 16)]
internal sealed partial class ElmanGenerator1x2Embedded;

[SequenceClassifier(Vocabulary = 12, Hidden = 6, SequenceLength = 12, Classes = 8, Layers = 2, Bidirectional = true)]
internal sealed partial class ElmanBothWaysClassifier6x2;

[SequenceLabeler(Vocabulary = 13, Hidden = 7, SequenceLength = 12, Labels = 10, Layers = 2, Bidirectional = true)]
internal sealed partial class ElmanBothWaysLabeler7x2;

[SequenceClassifier(Vocabulary = 12, Hidden = 16, SequenceLength = 12, Classes = 4, Layers = 2, Bidirectional = true, Embedding = 3)]
internal sealed partial class ElmanBothWaysClassifier16x2Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 5, SequenceLength = 12, Labels = 8, Layers = 2, Bidirectional = true, Embedding = 17)]
internal sealed partial class ElmanBothWaysLabeler5x2Embedded;

[SequenceClassifier(Vocabulary = 13, Hidden = 17, SequenceLength = 12, Classes = 5, Layers = 3)]
internal sealed partial class ElmanClassifier17x3;

[SequenceLabeler(Vocabulary = 15, Hidden = 9, SequenceLength = 12, Labels = 12, Layers = 3)]
internal sealed partial class ElmanLabeler9x3;

[SequenceGenerator(Vocabulary = 14, Hidden = 33, SequenceLength = 12, Layers = 3)]
internal sealed partial class ElmanGenerator33x3;

[SequenceClassifier(Vocabulary = 14, Hidden = 3, SequenceLength = 12, Classes = 5, Layers = 3, Bidirectional = true, Embedding = 8)]
internal sealed partial class ElmanBothWaysClassifier3x3Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 20, SequenceLength = 12, Labels = 8, Layers = 3, Bidirectional = true, Embedding = 1)]
internal sealed partial class ElmanBothWaysLabeler20x3Embedded;

[SequenceClassifier(Vocabulary = 11, Hidden = 15, SequenceLength = 12, Classes = 3, Pooling = Pooling.Mean)]
internal sealed partial class ElmanClassifier15x1Mean;

[SequenceClassifier(Vocabulary = 15, Hidden = 24, SequenceLength = 12, Classes = 5, Bidirectional = true, Embedding = 20, Pooling = Pooling.Mean)]
internal sealed partial class ElmanBothWaysClassifier24x1EmbeddedMean;

[SequenceClassifier(Vocabulary = 14, Hidden = 8, SequenceLength = 12, Classes = 3, Layers = 2, Embedding = 5, Pooling = Pooling.Mean)]
internal sealed partial class ElmanClassifier8x2EmbeddedMean;

[SequenceClassifier(Vocabulary = 12, Hidden = 31, SequenceLength = 12, Classes = 5, Layers = 2, Bidirectional = true, Pooling = Pooling.Mean)]
internal sealed partial class ElmanBothWaysClassifier31x2Mean;

[SequenceClassifier(Vocabulary = 13, Hidden = 12, SequenceLength = 12, Classes = 7, Pooling = Pooling.Max)]
internal sealed partial class ElmanClassifier12x1Max;

[SequenceClassifier(Vocabulary = 12, Hidden = 1, SequenceLength = 12, Classes = 3, Bidirectional = true, Embedding = 16, Pooling = Pooling.Max)]
internal sealed partial class ElmanBothWaysClassifier1x1EmbeddedMax;

[SequenceClassifier(Vocabulary = 12, Hidden = 6, SequenceLength = 12, Classes = 8, Layers = 2, Embedding = 3, Pooling = Pooling.Max)]
internal sealed partial class ElmanClassifier6x2EmbeddedMax;

[SequenceClassifier(Vocabulary = 13, Hidden = 7, SequenceLength = 12, Classes = 2, Layers = 2, Bidirectional = true, Pooling = Pooling.Max)]
internal sealed partial class ElmanBothWaysClassifier7x2Max;

[SequenceLabeler(Vocabulary = 14, Hidden = 13, SequenceLength = 12, Labels = 16, Nonlinearity = Nonlinearity.Relu, Layers = 2, Bidirectional = true, Embedding = 4)]
internal sealed partial class ReluElmanBothWaysLabeler13x2Embedded;

[SequenceGenerator(Vocabulary = 14, Hidden = 13, SequenceLength = 12, Nonlinearity = Nonlinearity.Relu, Layers = 2)]
internal sealed partial class ReluElmanGenerator13x2;

[SequenceLabeler(Vocabulary = 15, Hidden = 4, SequenceLength = 12, Labels = 7, Layers = 8, Bidirectional = true, Embedding = 6)]
internal sealed partial class ElmanBothWaysLabeler4x8Embedded;

[SequenceGenerator(Vocabulary = 15, Hidden = 64, SequenceLength = 12, Layers = 2, Embedding = 48)]
internal sealed partial class ElmanGenerator64x2Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 65, SequenceLength = 12, Labels = 8, Bidirectional = true, Embedding = 33)]
internal sealed partial class ElmanBothWaysLabeler65x1Embedded;

[SequenceClassifier(Vocabulary = 11, Hidden = 200, SequenceLength = 12, Classes = 6, Layers = 2)]
internal sealed partial class ElmanClassifier200x2;
