using System;
using System.Linq;
using CsCheck;

namespace RnnGen.Tests.Preprocessing;

public class SplitTests
{
    [Fact]
    public void Both_parts_together_are_the_data_set_and_keep_its_order() =>
        Gen.Select(Gen.Int[2, 60], Gen.Double[0.001, 0.999], Gen.Long, Gen.Bool).Sample((count, fraction, seed, stratified) =>
        {
            (SequenceDataset training, SequenceDataset heldOut) = Numbered(count, i => i % 3).Split(fraction, seed, stratified);
            int[] left = Numbers(training);
            int[] right = Numbers(heldOut);
            Assert.Equal(Enumerable.Range(0, count), left.Concat(right).Order());
            Assert.Equal(left.Order(), left);
            Assert.Equal(right.Order(), right);
            Assert.Equal(Math.Clamp(Math.Round(count * fraction, MidpointRounding.AwayFromZero), 1, count - 1), right.Length);
        });

    [Fact]
    public void A_stratified_split_divides_every_class_in_the_same_ratio_to_within_one() =>
        Gen.Select(Gen.Int[0, 4].Array[2, 80], Gen.Double[0.01, 0.99], Gen.Long).Sample((classes, fraction, seed) =>
        {
            (_, SequenceDataset heldOut) = Numbered(classes.Length, i => classes[i]).Split(fraction, seed, stratified: true);
            double share = (double)heldOut.Count / classes.Length;
            foreach (IGrouping<int, int> members in Enumerable.Range(0, classes.Length).GroupBy(i => classes[i]))
            {
                int held = Numbers(heldOut).Count(i => classes[i] == members.Key);

                // 1e-9: the share is a rounded quotient.
                Assert.InRange(held, (members.Count() * share) - 1 - 1e-9, (members.Count() * share) + 1 + 1e-9);
            }
        });

    [Fact]
    public void The_seed_decides()
    {
        SequenceDataset dataset = Numbered(100, _ => 0);
        Assert.Equal(Numbers(dataset.Split(0.2, seed: 7).HeldOut), Numbers(dataset.Split(0.2, seed: 7).HeldOut));
        Assert.NotEqual(Numbers(dataset.Split(0.2, seed: 7).HeldOut), Numbers(dataset.Split(0.2, seed: 8).HeldOut));
    }

    [Fact]
    public void Every_sequence_is_held_out_equally_often()
    {
        SequenceDataset dataset = Numbered(10, i => i % 2);
        int[] counts = new int[10];
        const int Splits = 4000;
        for (int seed = 0; seed < Splits; seed++)
        {
            foreach (int i in Numbers(dataset.Split(0.3, seed, stratified: false).HeldOut))
            {
                counts[i]++;
            }
        }

        // Binomial(4000, 0.3): standard deviation 29. Five of them are passed by chance once in 1.7 million counts.
        Assert.All(counts, count => Assert.InRange(count, 1200 - 145, 1200 + 145));
    }

    [Fact]
    public void Vocabulary_and_labels_go_with_both_parts()
    {
        var vocabulary = Vocabulary.FromTokens(["a"]);
        var dataset = SequenceDataset.ForClassification([new("a", "x"), new("a", "y")], vocabulary, 5);
        (SequenceDataset training, SequenceDataset heldOut) = dataset.Split(0.5, 1);
        Assert.Same(dataset.Labels, training.Labels);
        Assert.Same(dataset.Labels, heldOut.Labels);
        Assert.Same(vocabulary, heldOut.Vocabulary);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_fraction_out_of_range_is_refused(double fraction) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered(10, _ => 0).Split(fraction, 1));

    [Fact]
    public void What_cannot_be_split_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Numbered(1, _ => 0).Split(0.5, 1));
        var labeling = SequenceDataset.FromTokens(SequenceTask.Labeling, 2, [[5], [6]], [[0], [0]]);
        Assert.Throws<InvalidOperationException>(() => labeling.Split(0.5, 1, stratified: true));
    }

    /// <summary>Sequence i reads the single token i.</summary>
    private static SequenceDataset Numbered(int count, Func<int, int> classOf) => SequenceDataset.FromTokens(
        SequenceTask.Classification,
        1,
        Enumerable.Range(0, count).Select(i => new[] { i }).ToArray(),
        Enumerable.Range(0, count).Select(i => new[] { classOf(i) }).ToArray());

    private static int[] Numbers(SequenceDataset dataset) => Enumerable.Range(0, dataset.Count).Select(i => dataset.InputsOf(i)[0]).ToArray();
}
