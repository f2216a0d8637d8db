using System;
using System.Linq;

namespace RnnGen.Tests.Preprocessing;

public class SequenceDatasetTests
{
    private static readonly SequenceDataset Small = SequenceDataset.FromTokens(
        SequenceTask.Labeling, 4, [[5, 6], [7, 8, 9, 3], [4]], [[0, -1], [1, 2, 0, 1], [2]]);

    [Fact]
    public void Token_ids_come_back_as_they_were_given()
    {
        Assert.Equal((3, 4, SequenceTask.Labeling), (Small.Count, Small.SequenceLength, Small.Task));
        Assert.Equal([7, 8, 9, 3], Small.InputsOf(1).ToArray());
        Assert.Equal([1, 2, 0, 1], Small.TargetsOf(1).ToArray());
        Assert.Equal([4], Small.InputsOf(2).ToArray());
        Assert.Equal([0, -1], Small.TargetsOf(0).ToArray());
        Assert.Null(Small.Vocabulary);
        Assert.Null(Small.Labels);
    }

    [Fact]
    public void A_data_set_keeps_its_own_copy()
    {
        int[] inputs = [5, 6];
        int[] targets = [1];
        var dataset = SequenceDataset.FromTokens(SequenceTask.Classification, 2, [inputs], [targets]);
        inputs[0] = 99;
        targets[0] = 99;
        Assert.Equal([5, 6], dataset.InputsOf(0).ToArray());
        Assert.Equal([1], dataset.TargetsOf(0).ToArray());
    }

    [Fact]
    public void The_padded_rows_are_the_m_by_n_matrix()
    {
        int[,] expected = { { 5, 6, 0, 0 }, { 7, 8, 9, 3 }, { 4, 0, 0, 0 } };
        int[] row = [1, 1, 1, 1];
        for (int i = 0; i < Small.Count; i++)
        {
            Small.CopyPaddedInputs(i, row);
            Assert.Equal(Enumerable.Range(0, 4).Select(t => expected[i, t]), row);
        }

        Assert.Throws<ArgumentException>(() => Small.CopyPaddedInputs(0, new int[3]));
        Assert.Throws<ArgumentException>(() => Small.CopyPaddedInputs(0, new int[5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Small.CopyPaddedInputs(3, new int[4]));
    }

    [Fact]
    public void A_subset_has_the_sequences_named_in_the_order_named()
    {
        SequenceDataset subset = Small.Subset([2, 0, 2]);
        Assert.Equal(3, subset.Count);
        Assert.Equal([4], subset.InputsOf(0).ToArray());
        Assert.Equal([5, 6], subset.InputsOf(1).ToArray());
        Assert.Equal([0, -1], subset.TargetsOf(1).ToArray());
        Assert.Equal([4], subset.InputsOf(2).ToArray());
    }

    [Fact]
    public void Indices_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Small.InputsOf(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Small.TargetsOf(3));
        Assert.Throws<ArgumentOutOfRangeException>("indices", () => Small.Subset([0, 3]));
        Assert.Throws<ArgumentException>("indices", () => Small.Subset([]));
    }

    [Fact]
    public void The_report_counts_real_and_unknown_tokens() =>
        Assert.Equal(new EncodingReport(3, Tokens: 7, UnknownTokens: 1, SequencesCut: 0, TokensCut: 0), Small.Report);

    [Fact]
    public void Sequences_without_inputs_or_longer_than_declared_are_refused()
    {
        AssertRefused("Sequence 1 must have 1 to 2 inputs and has 0", [[5], []], [[0], [0]]);
        AssertRefused("Sequence 1 must have 1 to 2 inputs and has 3", [[5], [5, 6, 7]], [[0], [0]]);
        AssertRefused("Sequence 1 must have 1 to 2 inputs and has 0", [[5], null!], [[0], [0]]);
    }

    [Fact]
    public void Negative_tokens_and_wrong_targets_are_refused()
    {
        AssertRefused("Sequence 0 has the token id -1 at step 1", [[5, -1]], [[0]]);
        AssertRefused("Sequence 0 must have 1 targets for Classification and has 2", [[5, 6]], [[0, 1]]);
        AssertRefused("Sequence 0 must have 1 targets for Classification and has 0", [[5, 6]], [[]]);
        AssertRefused("Sequence 0 has the target -1 at place 0; it must be 0 or more", [[5, 6]], [[-1]]);
        AssertRefused("Sequence 0 must have 2 targets for Labeling and has 1", [[5, 6]], [[0]], SequenceTask.Labeling);
        AssertRefused("Sequence 0 has the target -2 at place 1; it must be -1 or more", [[5, 6]], [[0, -2]], SequenceTask.Generation);
    }

    [Fact]
    public void Lists_that_are_empty_or_of_unequal_length_are_refused()
    {
        AssertRefused("at least one sequence", [], []);
        AssertRefused("1 sequences of inputs and 2 of targets", [[5]], [[0], [1]]);
    }

    [Fact]
    public void A_task_or_length_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SequenceDataset.FromTokens((SequenceTask)3, 2, [[5]], [[0]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequenceDataset.FromTokens(SequenceTask.Labeling, 0, [[5]], [[0]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequenceDataset.FromTokens(SequenceTask.Labeling, 4097, [[5]], [[0]]));
    }

    private static void AssertRefused(string message, int[][] inputs, int[][] targets, SequenceTask task = SequenceTask.Classification)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => SequenceDataset.FromTokens(task, 2, inputs, targets));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }
}
