using System;
using System.Linq;
using CsCheck;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

public class GradientNormTests
{
    [Fact]
    public void The_sum_of_squares_is_that_of_decimal_arithmetic() => Gen.Int[-4096, 4096].Array[0, 100].Sample(values =>
    {
        // Whole numbers whose squares add up below 2^53: exact in double precision, whatever the order.
        long expected = values.Sum(value => (long)value * value);
        Assert.Equal(expected, GradientNorm.SumOfSquares(Array.ConvertAll(values, value => (float)value)));
    });

    [Fact]
    public void The_order_of_addition_is_element_modulo_sixteen_and_then_a_tree() => Gen.Float[-1f, 1f].Array[0, 100].Sample(values =>
    {
        double[] lanes = new double[16];
        for (int i = 0; i < values.Length; i++)
        {
            lanes[i % 16] += (double)values[i] * values[i];
        }

        for (int half = 8; half >= 1; half /= 2)
        {
            for (int i = 0; i < half; i++)
            {
                lanes[i] += lanes[i + half];
            }
        }

        Assert.Equal(lanes[0], GradientNorm.SumOfSquares(values));
    });

    [Theory]
    [InlineData(5.0, 1.0, 0.2)]
    [InlineData(0.5, 1.0, 1.0)]
    [InlineData(0.0, 1.0, 1.0)]
    public void A_norm_above_the_largest_is_scaled_down_to_it(double norm, double largest, double scale) =>
        Assert.Equal(scale, GradientNorm.ClipScale(norm, largest), 1e-6); // PyTorch adds 1e-6 to the norm.

    [Fact]
    public void A_clipped_step_goes_as_far_as_the_largest_norm_in_the_direction_of_the_gradient()
    {
        const double Rate = 0.5;
        const double Largest = 1e-2;
        SequenceDataset dataset = SampleData.Classification(20, seed: 3);
        PlainElmanClassifier start = PlainElmanClassifier.Create(1);
        double[] free = Move(start, dataset, Rate, clipNorm: null);
        double[] clipped = Move(start, dataset, Rate, Largest);
        double length = Norm(free);
        Assert.True(length > 2 * Rate * Largest);

        // The step is the difference of parameters near 1, each rounded to 2^-24.
        Assert.Equal(Rate * Largest, Norm(clipped), 1e-6);
        Assert.All(free.Zip(clipped), pair => Assert.Equal(pair.First * Rate * Largest / length, pair.Second, 1e-6));
    }

    private static double Norm(double[] values) => Math.Sqrt(values.Sum(value => value * value));

    private static double[] Move(PlainElmanClassifier start, SequenceDataset dataset, double rate, double? clipNorm)
    {
        PlainElmanClassifier model = PlainElmanClassifier.CreateEmpty();
        start.Parameters.CopyTo(model.Parameters);
        using var session = new TrainingSession<PlainElmanClassifier>(model, Optimizers.Sgd(rate), threads: 1, clipNorm);
        _ = session.Step(dataset, SampleData.AllIndices(dataset));
        double[] moved = new double[model.Parameters.Length];
        for (int i = 0; i < moved.Length; i++)
        {
            moved[i] = (double)start.Parameters[i] - model.Parameters[i];
        }

        if (clipNorm is not null)
        {
            Assert.True(session.LastGradientNorm > clipNorm);
        }

        return moved;
    }
}
