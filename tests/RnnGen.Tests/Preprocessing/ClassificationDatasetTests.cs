using System;
using System.Linq;
using CsCheck;

namespace RnnGen.Tests.Preprocessing;

public class ClassificationDatasetTests
{
    private static readonly Vocabulary AB = Vocabulary.FromTokens(["a", "b"], Tokenizer.Whitespace);

    [Fact]
    public void Texts_are_framed_cut_and_given_their_class()
    {
        var dataset = SequenceDataset.ForClassification(
            [new("b a", "pos"), new("a b a b", "neg"), new("", "pos")], AB, sequenceLength: 5);

        Assert.Equal((SequenceTask.Classification, 5, 3), (dataset.Task, dataset.SequenceLength, dataset.Count));
        Assert.Equal(["neg", "pos"], dataset.Labels!.Names);
        Assert.Same(AB, dataset.Vocabulary);
        Assert.Equal([1, 5, 4, 2], dataset.InputsOf(0).ToArray());
        Assert.Equal([1, 4, 5, 4, 2], dataset.InputsOf(1).ToArray());
        Assert.Equal([1, 2], dataset.InputsOf(2).ToArray());
        Assert.Equal([1, 0, 1], Enumerable.Range(0, 3).Select(i => dataset.TargetsOf(i).ToArray().Single()));
    }

    [Fact]
    public void The_report_says_what_was_unknown_and_what_was_cut()
    {
        var dataset = SequenceDataset.ForClassification(
            [new("a x", "n"), new("a b x a b", "n"), new("x x x x", "p")], AB, sequenceLength: 5);
        Assert.Equal(new EncodingReport(3, Tokens: 8, UnknownTokens: 5, SequencesCut: 2, TokensCut: 3), dataset.Report);
        Assert.Equal("3 sequences, 8 tokens, 62.50 % unknown; 2 cut, 3 tokens dropped", dataset.Report.ToString());
        Assert.Equal(new EncodingReport(1, Tokens: 2, UnknownTokens: 1, SequencesCut: 0, TokensCut: 0), dataset.Subset([0]).Report);
    }

    [Fact]
    public void Every_token_is_either_read_or_counted_as_cut() =>
        Gen.Select(Gen.String[Gen.Char["ab x"], 0, 20].Array[1, 8], Gen.Int[3, 10]).Sample((texts, length) =>
        {
            EncodingReport report = SequenceDataset.ForClassification(texts.Select(text => new ClassifiedText(text, "l")), AB, length).Report;
            int[] counts = texts.Select(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length).ToArray();
            Assert.Equal(counts.Sum(), report.Tokens + report.TokensCut);
            Assert.Equal(counts.Count(count => count > length - 2), report.SequencesCut);
            Assert.Equal(counts.Sum(count => Math.Max(0, count - (length - 2))), report.TokensCut);
        });

    [Fact]
    public void Held_out_data_uses_the_ids_of_the_training_labels()
    {
        var training = SequenceDataset.ForClassification([new("a", "x"), new("a", "y"), new("a", "z")], AB, 8);
        var heldOut = SequenceDataset.ForClassification([new("a", "z")], AB, 8, training.Labels);
        Assert.Equal([2], heldOut.TargetsOf(0).ToArray());
        Assert.Same(training.Labels, heldOut.Labels);
    }

    [Fact]
    public void A_label_that_training_did_not_have_is_refused_by_name_and_place()
    {
        var labels = LabelSet.FromNames(["neg", "pos"]);
        ArgumentException exception = Assert.Throws<ArgumentException>(
            "samples", () => SequenceDataset.ForClassification([new("a", "pos"), new("a", "meh")], AB, 8, labels));
        Assert.Contains("\"meh\" of sample 1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("neg, pos", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_without_text_or_label_are_refused_by_place()
    {
        Assert.Contains("text of sample 1", Refused([new("a", "n"), new(null!, "n")]), StringComparison.Ordinal);
        Assert.Contains("label of sample 1", Refused([new("a", "n"), new("a", "")]), StringComparison.Ordinal);
        Assert.Contains("label of sample 0", Refused([default(ClassifiedText) with { Text = "a" }]), StringComparison.Ordinal);
        Assert.Contains("label of sample 1 has an unpaired surrogate", Refused([new("a", "n"), new("a", "\uD800")]), StringComparison.Ordinal);
        Assert.Contains("at least one sequence", Refused([]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4097)]
    [InlineData(int.MaxValue)]
    public void Lengths_without_room_for_a_token_or_beyond_any_model_are_refused(int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SequenceDataset.ForClassification([new("a", "n")], AB, length));

    private static string Refused(ClassifiedText[] samples) =>
        Assert.Throws<ArgumentException>(nameof(samples), () => SequenceDataset.ForClassification(samples, AB, 8)).Message;
}
