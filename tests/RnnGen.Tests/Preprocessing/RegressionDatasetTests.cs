using System;

namespace RnnGen.Tests.Preprocessing;

public class RegressionDatasetTests
{
    private static readonly Vocabulary AB = Vocabulary.FromTokens(["a", "b"]);

    [Fact]
    public void A_text_is_framed_and_has_its_numbers_as_the_only_target()
    {
        var dataset = SequenceDataset.ForRegression(
            [new("a b", new float[] { 1, -2 }), new("a x b b a", new float[] { 3, 0.5f })], AB, sequenceLength: 5, targetSize: 2);

        Assert.Equal(SequenceTask.Regression, dataset.Task);
        Assert.Same(AB, dataset.Vocabulary);
        Assert.Equal(2, dataset.TargetSize);
        Assert.False(dataset.HasTargetEveryStep);
        Assert.Equal([1, 4, 5, 2], dataset.InputsOf(0).ToArray());
        Assert.Equal([1, 4, 3, 5, 2], dataset.InputsOf(1).ToArray());
        Assert.Equal([1, -2], dataset.TargetValuesOf(0).ToArray());
        Assert.Equal([3, 0.5f], dataset.TargetValuesOf(1).ToArray());
        Assert.Equal(new EncodingReport(2, Tokens: 5, UnknownTokens: 1, SequencesCut: 1, TokensCut: 2), dataset.Report);
    }

    [Fact]
    public void One_number_is_enough()
    {
        var dataset = SequenceDataset.ForRegression([new("a", 4.5f)], AB, sequenceLength: 5);
        Assert.Equal([4.5f], dataset.TargetValuesOf(0).ToArray());
    }

    [Fact]
    public void Samples_without_text_or_the_right_numbers_are_refused_by_place()
    {
        void Refused(string message, params MeasuredText[] samples) => Assert.StartsWith(
            message, Assert.Throws<ArgumentException>(nameof(samples), () => SequenceDataset.ForRegression(samples, AB, 5)).Message, StringComparison.Ordinal);
        Refused("A data set needs at least one sequence");
        Refused("The text of sample 1 is null", new("a", 1), new(null!, 1));
        Refused("Sequence 1 must have 1 rows of 1 targets and has 2 targets", new("a", 1), new("a", new float[2]));
        Refused("Sequence 0 must have 1 rows of 1 targets and has 0 targets", default(MeasuredText) with { Text = "a" });
        Refused("Target 0 of row 0 of sequence 1 is NaN", new("a", 1), new("a", float.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("sequenceLength", () => SequenceDataset.ForRegression([new("a", 1)], AB, 2));
        Assert.Throws<ArgumentOutOfRangeException>("targetSize", () => SequenceDataset.ForRegression([new("a", 1)], AB, 5, 0));
    }
}
