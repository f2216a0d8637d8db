using System;

namespace RnnGen.Tests.Preprocessing;

public class LabelingDatasetTests
{
    private static readonly Vocabulary Words = Vocabulary.FromTokens(["the", "dog", "runs"]);

    [Fact]
    public void Labels_stand_under_their_tokens_and_the_frame_has_none()
    {
        var dataset = SequenceDataset.ForLabeling(
            [new(["the", "cat", "runs"], ["DET", "NOUN", "VERB"]), new(["dog"], ["NOUN"])], Words, sequenceLength: 8);

        Assert.Equal(SequenceTask.Labeling, dataset.Task);
        Assert.Equal(["DET", "NOUN", "VERB"], dataset.Labels!.Names);
        Assert.Equal([1, 4, 3, 6, 2], dataset.InputsOf(0).ToArray());
        Assert.Equal([-1, 0, 1, 2, -1], dataset.TargetsOf(0).ToArray());
        Assert.Equal([1, 5, 2], dataset.InputsOf(1).ToArray());
        Assert.Equal([-1, 1, -1], dataset.TargetsOf(1).ToArray());
    }

    [Fact]
    public void A_long_sentence_is_cut_with_its_labels_and_keeps_its_end()
    {
        var dataset = SequenceDataset.ForLabeling(
            [new(["the", "dog", "runs", "the", "dog"], ["D", "N", "V", "D", "Z"])], Words, sequenceLength: 4);
        Assert.Equal([1, 4, 5, 2], dataset.InputsOf(0).ToArray());
        Assert.Equal([-1, 1, -1], [dataset.TargetsOf(0)[0], dataset.TargetsOf(0)[2], dataset.TargetsOf(0)[3]]);
        Assert.Equal(new EncodingReport(1, Tokens: 2, UnknownTokens: 0, SequencesCut: 1, TokensCut: 3), dataset.Report);

        // The labels that were cut are labels all the same: a longer declaration has the same ids.
        Assert.Equal(["D", "N", "V", "Z"], dataset.Labels!.Names);
    }

    [Fact]
    public void Held_out_sentences_use_the_labels_given_and_no_others()
    {
        var labels = LabelSet.FromNames(["VERB", "NOUN"]);
        var dataset = SequenceDataset.ForLabeling([new(["dog", "runs"], ["NOUN", "VERB"])], Words, 8, labels);
        Assert.Equal([-1, 1, 0, -1], dataset.TargetsOf(0).ToArray());

        ArgumentException exception = Assert.Throws<ArgumentException>(() => SequenceDataset.ForLabeling(
            [new(["dog"], ["NOUN"]), new(["the", "dog"], ["DET", "NOUN"])], Words, 8, labels));
        Assert.Contains("\"DET\" of sentence 1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_that_are_empty_or_lack_labels_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new LabeledSentence(["a", "b"], ["X"]));
        Assert.Throws<ArgumentException>(() => SequenceDataset.ForLabeling([new([], [])], Words, 8));
        Assert.Throws<ArgumentException>(() => SequenceDataset.ForLabeling([null!], Words, 8));
        Assert.Throws<ArgumentException>(() => SequenceDataset.ForLabeling([new(["a"], [""])], Words, 8));
        Assert.Throws<ArgumentException>(() => SequenceDataset.ForLabeling([new([null!], ["X"])], Words, 8));
        Assert.Throws<ArgumentException>(() => SequenceDataset.ForLabeling([], Words, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequenceDataset.ForLabeling([new(["a"], ["X"])], Words, 2));
    }
}
