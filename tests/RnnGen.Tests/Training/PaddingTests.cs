using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Training;

/// <summary>Padding is never computed: models declared for longer sequences, whose rows hold more of it, learn and answer the same bits.</summary>
public class PaddingTests
{
    private const int ShortLength = 9;
    private const int LongLength = 60;
    private const int Steps = 30;

    private static readonly string[] Texts =
    [
        "the film", "not a good film", "a good one", "good", "the one that is not good", "is it a film that is good", "not one",
    ];

    [Fact]
    public void Padding_is_invisible_to_a_classifier()
    {
        AssertInvisible<BrieflyPaddedClassifier, LongPaddedClassifier>(Classified);
        AssertInvisible<BrieflyPaddedGruClassifier, LongPaddedGruClassifier>(Classified);
        AssertInvisible<BrieflyPaddedLstmClassifier, LongPaddedLstmClassifier>(Classified);
    }

    [Fact]
    public void Padding_is_invisible_to_a_labeler()
    {
        AssertInvisible<BrieflyPaddedLabeler, LongPaddedLabeler>(Labeled);
        AssertInvisible<BrieflyPaddedGruLabeler, LongPaddedGruLabeler>(Labeled);
        AssertInvisible<BrieflyPaddedLstmLabeler, LongPaddedLstmLabeler>(Labeled);
    }

    [Fact]
    public void Padding_is_invisible_to_a_generator()
    {
        AssertInvisible<BrieflyPaddedGenerator, LongPaddedGenerator>(Continued);
        AssertInvisible<BrieflyPaddedGruGenerator, LongPaddedGruGenerator>(Continued);
        AssertInvisible<BrieflyPaddedResetBeforeGruGenerator, LongPaddedResetBeforeGruGenerator>(Continued);
        AssertInvisible<BrieflyPaddedLstmGenerator, LongPaddedLstmGenerator>(Continued);
    }

    private static SequenceDataset Classified(Vocabulary vocabulary, int length)
    {
        ClassifiedText[] samples = [.. Texts.Select(text => new ClassifiedText(text, text.Contains("not", StringComparison.Ordinal) ? "no" : "yes"))];
        return SequenceDataset.ForClassification(samples, vocabulary, length);
    }

    private static SequenceDataset Labeled(Vocabulary vocabulary, int length)
    {
        LabeledSentence[] sentences =
        [
            .. Texts.Select(text => text.Split(' ')).Select(words => new LabeledSentence(words, [.. words.Select(word => word[..1])])),
        ];
        return SequenceDataset.ForLabeling(sentences, vocabulary, length);
    }

    private static SequenceDataset Continued(Vocabulary vocabulary, int length) =>
        SequenceDataset.ForGeneration(Texts, vocabulary, length);

    private static void AssertInvisible<TShort, TLong>(Func<Vocabulary, int, SequenceDataset> encode)
        where TShort : class, IRecurrentModel<TShort>
        where TLong : class, IRecurrentModel<TLong>
    {
        Vocabulary vocabulary = Vocabulary.Build(Texts, Tokenizer.Words, maximumSize: 40);
        SequenceDataset few = encode(vocabulary, ShortLength), many = encode(vocabulary, LongLength);
        Assert.Equal((ShortLength, LongLength), (few.SequenceLength, many.SequenceLength));
        Assert.Equal((0, 0), (few.Report.TokensCut, many.Report.TokensCut));
        Assert.Equal(Learn<TShort>(few), Learn<TLong>(many));
    }

    /// <summary>The losses of all steps, the weights after them and an evaluation with these.</summary>
    private static List<long> Learn<TModel>(SequenceDataset dataset)
        where TModel : class, IRecurrentModel<TModel>
    {
        TModel model = TModel.Create(seed: 5);
        using var session = new TrainingSession<TModel>(model, Optimizers.Adam(0.01), threads: 2, clipNorm: 1);
        List<long> bits = [];
        for (int step = 0; step < Steps; step++)
        {
            bits.Add(BitConverter.DoubleToInt64Bits(session.Step(dataset, SampleData.AllIndices(dataset))));
        }

        bits.AddRange(Bits.Of(model.Parameters).Select(bit => (long)bit));
        bits.Add(BitConverter.DoubleToInt64Bits(session.Evaluate(dataset, TestContext.Current.CancellationToken).Loss));
        return bits;
    }
}
