using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using RnnGen.Tests.InstructionSets;
using RnnGen.Tests.Memory;

namespace RnnGen.Tests.Preprocessing;

[Trait(Rerun.Category, Rerun.Numbers)]
[Trait(Rerun.Size, Rerun.Small)]
public class FeatureStandardizationTests
{
    [Fact]
    public void A_new_one_leaves_input_as_it_is()
    {
        var standardization = new FeatureStandardization(3);
        Assert.Equal([0f, 0f, 0f], standardization.Mean.ToArray());
        Assert.Equal([1f, 1f, 1f], standardization.StandardDeviation.ToArray());
        Assert.Equal([1.5f, -2f, 1e-40f], Apply(standardization, [1.5f, -2f, 1e-40f])[..3]);
    }

    [Fact]
    public void Mean_and_deviation_are_those_of_all_steps_of_the_data()
    {
        Gen.Float[-1e3f, 1e3f].Array[1, 12].Array[1, 6].Sample(sequences =>
        {
            // Two features: the numbers, and the same far from zero, where single precision would lose them.
            float[][] inputs = [.. sequences.Select(sequence => sequence.SelectMany(x => new[] { x, x + 1e6f }).ToArray())];
            FeatureStandardization standardization = FitTo(2, inputs);
            for (int f = 0; f < 2; f++)
            {
                double[] all = [.. inputs.SelectMany(row => row.Where((_, place) => place % 2 == f)).Select(x => (double)x)];
                double mean = all.Average();
                double deviation = Math.Sqrt(all.Average(x => (x - mean) * (x - mean)));
                Assert.Equal((float)mean, standardization.Mean[f]);

                // Sums of up to 72 terms in double precision differ by far less than a rounding to float. Below the smallest normal float there is no scale.
                double expected = deviation < 1.17549435e-38 ? 1 : deviation;
                Assert.Equal(expected, standardization.StandardDeviation[f], 1e-6 * expected);
            }
        });
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.1f)]
    [InlineData(3e38f)]
    [InlineData(-1e-42f)]
    public void A_feature_that_never_changes_has_a_deviation_of_one(float value)
    {
        // In double precision the mean of 7 times 0.1f is not 0.1f: what is left over must not become a scale of 10^17.
        FeatureStandardization standardization = FitTo(1, [.. Enumerable.Repeat(new[] { value }, 7)]);
        Assert.Equal(value, standardization.Mean[0]);
        Assert.Equal(1f, standardization.StandardDeviation[0]);
        Assert.Equal(0f, Apply(standardization, [value])[0]);
    }

    [Fact]
    public void A_feature_that_changes_less_than_a_normal_float_has_a_deviation_of_one() =>
        Assert.Equal(1f, FitTo(1, [[1e-42f], [2e-42f]]).StandardDeviation[0]);

    [Fact]
    public void The_largest_floats_have_a_deviation()
    {
        FeatureStandardization standardization = FitTo(1, [[float.MaxValue], [-float.MaxValue]]);
        Assert.Equal((0f, float.MaxValue), (standardization.Mean[0], standardization.StandardDeviation[0]));
    }

    [Fact]
    public void Standardised_training_data_has_mean_zero_and_deviation_one()
    {
        float[][] inputs = [.. Enumerable.Range(0, 50).Select(i => new[] { MathF.Sin(i), (i * 13) + 4000f })];
        FeatureStandardization standardization = FitTo(2, inputs);
        float[][] rows = [.. inputs.Select(input => Apply(standardization, input))];
        for (int f = 0; f < 2; f++)
        {
            // A rounding of each number, and of the mean.
            Assert.Equal(0, rows.Average(row => (double)row[f]), 1e-6);
            Assert.Equal(1, rows.Average(row => (double)row[f] * row[f]), 1e-6);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(100)]
    public void Rows_are_standardised_to_the_bit_whatever_their_length_and_padded_with_zeros(int features)
    {
        var random = new Random(features);
        float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 20) - 10)];
        float[] mean = Draw(features);
        float[] deviation = [.. Draw(features).Select(x => MathF.Abs(x) + 0.01f)];
        var standardization = new FeatureStandardization(features);
        standardization.Set(mean, deviation);
        const int Steps = 5;
        float[] input = Draw(Steps * features);

        float[] rows = Apply(standardization, input);

        int stride = (features + 15) / 16 * 16;
        Assert.Equal(stride, standardization.Stride);
        for (int place = 0; place < rows.Length; place++)
        {
            (int step, int f) = Math.DivRem(place, stride);
            float expected = f < features ? (input[(step * features) + f] - mean[f]) * (1f / deviation[f]) : 0f;
            Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(rows[place]));
        }
    }

    [Fact]
    public void A_number_that_is_not_finite_is_named_wherever_it_stands()
    {
        foreach (int features in new[] { 1, 7, 8, 9, 16, 21 })
        {
            var standardization = new FeatureStandardization(features);
            for (int place = 0; place < 3 * features; place++)
            {
                foreach (float bad in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
                {
                    float[] input = new float[3 * features];
                    input[place] = bad;
                    ArgumentException exception = Assert.Throws<ArgumentException>(
                        "samples", () => standardization.Apply(input, new float[3 * standardization.Stride], firstStep: 10, name: "samples"));
                    string value = bad.ToString(System.Globalization.CultureInfo.InvariantCulture);
                    Assert.StartsWith(
                        $"Feature {place % features} of step {10 + (place / features)} is {value}; it must be finite.", exception.Message, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void A_number_that_standardisation_makes_infinite_is_refused()
    {
        var standardization = new FeatureStandardization(1);
        standardization.Set([0f], [1e-30f]);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Apply(standardization, [1e20f]));
        Assert.Contains("Feature 0 of step 0 is 1E+20; too far from the mean 0 for the standard deviation 1E-30", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(16)]
    [InlineData(21)]
    [InlineData(24)]
    public void One_step_becomes_what_it_becomes_among_others_and_leaves_what_lies_beyond(int features)
    {
        var standardization = new FeatureStandardization(features);
        standardization.Set(
            [.. Enumerable.Range(0, features).Select(f => 0.3f * f)], [.. Enumerable.Range(0, features).Select(f => 0.7f + (0.1f * f))]);
        float[] step = [.. Enumerable.Range(0, features).Select(f => 1.7f - (0.9f * f))];
        float[] row = new float[features + 3];
        row.AsSpan().Fill(9f);

        standardization.ApplyStep(step, row);

        Assert.Equal(Apply(standardization, step)[..features], row[..features]);
        Assert.Equal([9f, 9f, 9f], row[features..]);

        // In its place, too.
        standardization.ApplyStep(step, step);
        Assert.Equal(row[..features], step);
    }

    [Fact]
    public void One_step_is_refused_for_its_length_and_for_what_is_not_finite()
    {
        var standardization = new FeatureStandardization(9);
        Assert.Throws<ArgumentException>("features", () => standardization.ApplyStep(new float[8], new float[9]));
        Assert.Throws<ArgumentException>("features", () => standardization.ApplyStep(new float[18], new float[18]));
        Assert.Throws<ArgumentException>("row", () => standardization.ApplyStep(new float[9], new float[8]));
        for (int place = 0; place < 9; place++)
        {
            float[] step = new float[9];
            step[place] = float.NaN;
            ArgumentException exception = Assert.Throws<ArgumentException>("features", () => standardization.ApplyStep(step, new float[9]));
            Assert.StartsWith($"Feature {place} of step 0 is NaN; it must be finite.", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void One_step_that_is_refused_in_its_place_blames_the_feature_that_came_in_so()
    {
        // Standardised twice, the first would be infinite.
        var standardization = new FeatureStandardization(2);
        standardization.Set([0f, 0f], [1e-25f, 1f]);
        float[] step = [1f, float.NegativeInfinity];

        ArgumentException exception = Assert.Throws<ArgumentException>("features", () => standardization.ApplyStep(step, step));

        Assert.StartsWith("Feature 1 is -Infinity when standardised; it must be finite.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spans_of_a_wrong_length_are_refused()
    {
        var standardization = new FeatureStandardization(3);
        Assert.Throws<ArgumentException>("features", () => standardization.Apply(new float[4], new float[16]));
        Assert.Throws<ArgumentException>("rows", () => standardization.Apply(new float[3], new float[15]));
        Assert.Throws<ArgumentException>("rows", () => standardization.Apply(new float[3], new float[32]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeatureStandardization(0));
        standardization.Apply([], []);
    }

    [Fact]
    public void Figures_that_are_no_mean_or_deviation_are_refused_and_change_nothing()
    {
        var standardization = new FeatureStandardization(2);
        standardization.Set([1f, 2f], [3f, 4f]);
        void Refused(string name, float[] mean, float[] deviation) => Assert.Throws<ArgumentException>(name, () => standardization.Set(mean, deviation));
        Refused("mean", [1f], [1f, 1f]);
        Refused("mean", [5f, float.NaN], [1f, 1f]);
        Refused("standardDeviation", [5f, 5f], [1f]);
        foreach (float bad in new[] { 0f, -1f, float.NaN, float.PositiveInfinity, 1e-39f })
        {
            Refused("standardDeviation", [5f, 5f], [1f, bad]);
        }

        Assert.Equal([1f, 2f], standardization.Mean.ToArray());
        Assert.Equal([3f, 4f], standardization.StandardDeviation.ToArray());
        standardization.Reset();
        Assert.Equal([7f, 8f], Apply(standardization, [7f, 8f])[..2]);
    }

    [Fact]
    public void Data_of_another_number_of_features_are_refused()
    {
        var standardization = new FeatureStandardization(2);
        SequenceDataset three = SequenceDataset.FromFeatures(SequenceTask.Classification, 4, 3, [new float[3]], [[0]]);
        SequenceDataset tokens = SequenceDataset.FromTokens(SequenceTask.Classification, 4, [[1]], [[0]]);
        Assert.Throws<ArgumentException>("dataset", () => standardization.Fit(three));
        Assert.Throws<ArgumentException>("dataset", () => standardization.Fit(tokens));
    }

    [Fact]
    public void Applying_it_allocates_nothing()
    {
        var standardization = new FeatureStandardization(21);
        float[] input = new float[4 * 21];
        float[] rows = new float[4 * standardization.Stride];
        standardization.Apply(input, rows);

        Assert.Equal(0, Allocations.OfThread(() => standardization.Apply(input, rows)));
    }

    private static float[] Apply(FeatureStandardization standardization, float[] input)
    {
        // Rubbish, which must be written over.
        float[] rows = new float[input.Length / standardization.FeatureCount * standardization.Stride];
        rows.AsSpan().Fill(float.NaN);
        standardization.Apply(input, rows);
        return rows;
    }

    private static FeatureStandardization FitTo(int features, IReadOnlyList<float[]> inputs)
    {
        int[][] targets = [.. inputs.Select(_ => new[] { 0 })];
        var standardization = new FeatureStandardization(features);
        standardization.Fit(SequenceDataset.FromFeatures(SequenceTask.Classification, 100, features, inputs, targets));
        return standardization;
    }
}
