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
    public void A_token_whose_label_is_null_has_no_target()
    {
        var dataset = SequenceDataset.ForLabeling(
            [new(["the", "dog", "runs"], [null, "NOUN", null]), new(["the"], [null]), new(["runs"], ["VERB"])], Words, sequenceLength: 8);

        Assert.Equal(["NOUN", "VERB"], dataset.Labels!.Names);
        Assert.Equal([-1, -1, 0, -1, -1], dataset.TargetsOf(0).ToArray());
        Assert.Equal([-1, -1, -1], dataset.TargetsOf(1).ToArray());
        Assert.Equal([-1, 1, -1], dataset.TargetsOf(2).ToArray());
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

        ArgumentException exception = Assert.Throws<ArgumentException>("sentences", () => SequenceDataset.ForLabeling(
            [new(["dog"], ["NOUN"]), new(["the", "dog"], ["DET", "NOUN"])], Words, 8, labels));
        Assert.Contains("\"DET\" of sentence 1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_that_are_empty_or_lack_labels_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new LabeledSentence(["a", "b"], ["X"]));
        void Refused(string message, params LabeledSentence[] sentences) => Assert.StartsWith(
            message, Assert.Throws<ArgumentException>(nameof(sentences), () => SequenceDataset.ForLabeling(sentences, Words, 8)).Message, StringComparison.Ordinal);
        LabeledSentence good = new(["a"], ["X"]);
        Refused("Sentence 1 has no tokens", good, new([], []));
        Refused("Sentence 1 has no tokens", good, null!);
        Refused("The label of sentence 1 is null or empty", good, new(["a"], [""]));
        Refused("The label of sentence 1 has an unpaired surrogate", good, new(["a"], ["\uD800"]));
        Refused("No sentence has a label", new LabeledSentence(["a"], [null]));
        Refused("Token 1 of sentence 2 is null", good, good, new(["a", null!], ["X", "X"]));
        Refused("A data set needs at least one sequence");
        Assert.Throws<ArgumentOutOfRangeException>(() => SequenceDataset.ForLabeling([new(["a"], ["X"])], Words, 2));
    }
}
