using System;
using System.Linq;
using CsCheck;
using RnnGen.Numerics;
using RnnGen.Tests.InstructionSets;

namespace RnnGen.Tests.Numerics;

[Trait(Rerun.Category, Rerun.Numbers)]
[Trait(Rerun.Size, Rerun.Small)]
public class SquaredErrorTests
{
    private static readonly Gen<(float[] Outputs, float[] Values)> Observations =
        Gen.Select(Gen.Float[-20f, 20f], Gen.Float[-20f, 20f]).Array[1, 70]
            .Select(pairs => (pairs.Select(pair => pair.Item1).ToArray(), pairs.Select(pair => pair.Item2).ToArray()));

    [Fact]
    public void Loss_is_the_mean_squared_error_of_double_precision()
    {
        Observations.Sample((outputs, values) =>
        {
            double exact = outputs.Zip(values, (y, t) => ((double)y - t) * ((double)y - t)).Average();

            // Three roundings a term and up to eight additions, of terms that are all positive. A square below 1.2e-38 is a multiple of 1.4e-45: it and
            // the mean are wrong by up to half of that each.
            Assert.Equal(exact, Forward(outputs, values), (1e-6 * exact) + 1.5e-45);
        });
    }

    [Fact]
    public void Loss_is_the_sum_of_16_lanes_added_in_halves()
    {
        Observations.Sample((outputs, values) =>
        {
            float[] lanes = new float[16];
            for (int k = 0; k < outputs.Length; k++)
            {
                float d = outputs[k] - values[k];
                lanes[k % 16] += d * d;
            }

            for (int half = 8; half > 0; half /= 2)
            {
                for (int lane = 0; lane < half; lane++)
                {
                    lanes[lane] += lanes[lane + half];
                }
            }

            Assert.Equal(lanes[0] / outputs.Length, Forward(outputs, values));
        });
    }

    [Fact]
    public void Gradient_is_the_derivative_of_the_weighted_loss()
    {
        Observations.Sample((outputs, values) =>
        {
            float[] row = PaddedRows.Of(outputs);
            SquaredError.Backward(row, outputs.Length, PaddedRows.Of(values), [0], [0.25f]);
            for (int k = 0; k < outputs.Length; k++)
            {
                double exact = 0.25 * 2 * ((double)outputs[k] - values[k]) / outputs.Length;

                // A subtraction, a division and a product; subnormal numbers are less precise.
                Assert.Equal(exact, row[k], (3e-7 * Math.Abs(exact)) + 1e-44);
            }

            Assert.All(row[outputs.Length..], padding => Assert.Equal(0f, padding));
        });
    }

    [Fact]
    public void Outputs_stay_as_they_are_forward()
    {
        float[] row = PaddedRows.Of([1f, 2f, 3f]);
        SquaredError.Forward(row, 3, PaddedRows.Of([0f, 0f, 0f]), [0], new float[1]);
        Assert.Equal([1f, 2f, 3f], row[..3]);
    }

    [Fact]
    public void Rows_without_a_target_are_left_alone_forward_and_cleared_backward()
    {
        float[] rows = [.. PaddedRows.Of([1f, 2f]), .. PaddedRows.Of([3f, 5f])];
        float[] values = [.. PaddedRows.Of([float.NaN, float.NaN]), .. PaddedRows.Of([2f, 2f])];
        float[] losses = [7f, 7f];

        SquaredError.Forward(rows, 2, values, [-1, 0], losses);

        Assert.Equal([7f, 5f], losses);

        SquaredError.Backward(rows, 2, values, [-1, 0], [1f, 1f]);

        Assert.All(rows[..16], value => Assert.Equal(0f, value));
        Assert.Equal([1f, 3f], rows[16..18]);
    }

    [Fact]
    public void Outputs_that_are_no_numbers_make_the_loss_none()
    {
        Assert.True(float.IsNaN(Forward([1f, float.NaN], [1f, 1f])));
        Assert.Equal(float.PositiveInfinity, Forward([1f, float.NegativeInfinity], [1f, 1f]));
    }

    [Fact]
    public void Spans_that_do_not_fit_together_are_refused()
    {
        float[] row = new float[16];

        Assert.Throws<ArgumentException>("rows", () => SquaredError.Forward(row, 3, new float[32], [0, 0], new float[2]));
        Assert.Throws<ArgumentException>("rows", () => SquaredError.Forward([], 0, [], [], []));
        Assert.Throws<ArgumentException>("values", () => SquaredError.Forward(row, 3, new float[3], [0], new float[1]));
        Assert.Throws<ArgumentException>("losses", () => SquaredError.Forward(row, 3, row, [0], []));
        Assert.Throws<ArgumentException>("rows", () => SquaredError.Backward(row, 17, new float[32], [0], [1f]));
        Assert.Throws<ArgumentException>("values", () => SquaredError.Backward(row, 3, new float[32], [0], [1f]));
        Assert.Throws<ArgumentException>("weights", () => SquaredError.Backward(row, 3, row, [0], []));
    }

    private static float Forward(float[] outputs, float[] values)
    {
        // The padding of both is NaN.
        float[] losses = new float[1];
        SquaredError.Forward(PaddedRows.Of(outputs), outputs.Length, PaddedRows.Of(values), [0], losses);
        return losses[0];
    }
}
