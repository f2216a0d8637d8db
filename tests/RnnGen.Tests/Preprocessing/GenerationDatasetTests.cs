using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace RnnGen.Tests.Preprocessing;

public class GenerationDatasetTests
{
    private static readonly Vocabulary Letters = Vocabulary.FromTokens(["a", "b", "c", "d", "e", "f"], Tokenizer.Characters);

    [Fact]
    public void A_running_text_is_cut_into_consecutive_windows()
    {
        var dataset = SequenceDataset.ForGeneration("abcdefab", Letters, sequenceLength: 3);
        Assert.Equal((SequenceTask.Generation, 3, 3), (dataset.Task, dataset.SequenceLength, dataset.Count));
        Assert.Equal("abc bcd|def efa|a b", Show(dataset));
        Assert.Equal(new EncodingReport(3, Tokens: 7, UnknownTokens: 0, SequencesCut: 0, TokensCut: 0), dataset.Report);
        Assert.Null(dataset.Labels);
    }

    [Fact]
    public void Windows_predict_every_token_but_the_first_exactly_once_and_in_order() =>
        Gen.Select(Gen.String[Gen.Char["abcdefxyz"], 2, 200], Gen.Int[1, 30]).Sample((text, length) =>
        {
            var dataset = SequenceDataset.ForGeneration(text, Letters, length);
            var read = new List<int>();
            var predicted = new List<int>();
            for (int k = 0; k < dataset.Count; k++)
            {
                Assert.Equal(dataset.InputsOf(k).Length, dataset.TargetsOf(k).Length);
                Assert.InRange(dataset.InputsOf(k).Length, 1, length);
                read.AddRange(dataset.InputsOf(k));
                predicted.AddRange(dataset.TargetsOf(k));
            }

            int[] tokens = Letters.TokenIdsOf(text);
            Assert.Equal(tokens[..^1], read);
            Assert.Equal(tokens[1..], predicted);
        });

    [Fact]
    public void Separate_texts_are_framed_read_but_for_the_last_and_predicted_but_for_the_first()
    {
        var dataset = SequenceDataset.ForGeneration(["ab", "", "abcdef"], Letters, sequenceLength: 4);
        Assert.Equal([1, 4, 5], dataset.InputsOf(0).ToArray());
        Assert.Equal([4, 5, 2], dataset.TargetsOf(0).ToArray());
        Assert.Equal([1], dataset.InputsOf(1).ToArray());
        Assert.Equal([2], dataset.TargetsOf(1).ToArray());
        Assert.Equal([1, 4, 5, 6], dataset.InputsOf(2).ToArray());
        Assert.Equal([4, 5, 6, 2], dataset.TargetsOf(2).ToArray());
        Assert.Equal(new EncodingReport(3, Tokens: 5, UnknownTokens: 0, SequencesCut: 1, TokensCut: 3), dataset.Report);
    }

    [Fact]
    public void A_subset_of_windows_keeps_inputs_and_targets_together() =>
        Assert.Equal("a b|abc bcd", Show(SequenceDataset.ForGeneration("abcdefab", Letters, 3).Subset([2, 0])));

    [Fact]
    public void A_continuous_text_has_the_windows_of_a_running_text_and_keeps_them_together()
    {
        var dataset = SequenceDataset.ForContinuousText("abcdefab", Letters, sequenceLength: 3);
        Assert.Equal("abc bcd|def efa|a b", Show(dataset));
        Assert.Equal((true, SequenceTask.Generation, 3), (dataset.IsContinuous, dataset.Task, dataset.SequenceLength));
        Assert.Same(Letters, dataset.Vocabulary);
        Assert.False(SequenceDataset.ForGeneration("abcdefab", Letters, sequenceLength: 3).IsContinuous);
        Assert.Throws<InvalidOperationException>(() => dataset.Subset([0, 1]));
        Assert.Throws<InvalidOperationException>(() => dataset.Split(0.5, seed: 1));
    }

    [Fact]
    public void A_continuous_text_may_be_made_of_token_ids()
    {
        int[] tokens = Letters.TokenIdsOf("abcdefab");
        var dataset = SequenceDataset.FromContinuousTokens(3, tokens);
        tokens[0] = 9;
        Assert.True(dataset.IsContinuous);
        Assert.Equal("abc bcd|def efa|a b", Show(dataset));
        Assert.Equal("tokens", Assert.Throws<ArgumentException>(() => SequenceDataset.FromContinuousTokens(3, [1])).ParamName);
        Assert.Equal("tokens", Assert.Throws<ArgumentException>(() => SequenceDataset.FromContinuousTokens(3, [1, 2, -3])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => SequenceDataset.FromContinuousTokens(0, [1, 2]));
    }

    [Fact]
    public void Texts_with_nothing_to_predict_and_lengths_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SequenceDataset.ForGeneration("a", Letters, 3));
        Assert.Throws<ArgumentException>(() => SequenceDataset.ForGeneration("", Letters, 3));
        Assert.Throws<ArgumentException>(() => SequenceDataset.ForContinuousText("a", Letters, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequenceDataset.ForContinuousText("ab", Letters, 4097));
        Assert.Throws<ArgumentException>(() => SequenceDataset.ForGeneration([], Letters, 3));
        Assert.Throws<ArgumentException>(() => SequenceDataset.ForGeneration(["a", null!], Letters, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequenceDataset.ForGeneration("ab", Letters, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequenceDataset.ForGeneration("ab", Letters, 4097));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequenceDataset.ForGeneration(["ab"], Letters, 1));
    }

    private static string Show(SequenceDataset dataset) => string.Join(
        '|',
        Enumerable.Range(0, dataset.Count).Select(k => $"{Letters.Decode(dataset.InputsOf(k))} {Letters.Decode(dataset.TargetsOf(k))}"));
}
