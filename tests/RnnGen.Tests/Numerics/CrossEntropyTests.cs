using System;
using System.Linq;
using CsCheck;
using RnnGen.Numerics;
using RnnGen.Tests.InstructionSets;

namespace RnnGen.Tests.Numerics;

[Trait(Rerun.Category, Rerun.Numbers)]
[Trait(Rerun.Size, Rerun.Small)]
public class CrossEntropyTests
{
    private static readonly Gen<(float[] Logits, int Target)> Observations =
        Gen.Float[-20f, 20f].Array[1, 100].SelectMany(logits => Gen.Int[0, logits.Length - 1].Select(target => (logits, target)));

    [Fact]
    public void Loss_is_that_of_double_precision()
    {
        Observations.Sample((logits, target) =>
        {
            double max = logits.Max();
            double exact = Math.Log(logits.Sum(logit => Math.Exp(logit - max))) + max - logits[target];

            float loss = CrossEntropy.Forward(logits, target, out _);

            // The sum is a float: its relative error is the absolute error of its logarithm.
            Assert.Equal(exact, loss, 3e-7 + (1e-7 * exact));
        });
    }

    [Fact]
    public void Probabilities_and_prediction_are_those_of_softmax()
    {
        Observations.Sample((logits, target) =>
        {
            float[] probabilities = [.. logits];
            int best = Softmax.Normalize(probabilities);

            _ = CrossEntropy.Forward(logits, target, out int predicted);

            return predicted == best && logits.SequenceEqual(probabilities);
        });
    }

    [Fact]
    public void Loss_is_finite_where_the_probability_is_too_small_for_a_float()
    {
        float[] logits = [0f, 1000f];

        float loss = CrossEntropy.Forward(logits, 0, out int predicted);

        Assert.Equal(1000f, loss);
        Assert.Equal(1, predicted);
        Assert.Equal([0f, 1f], logits);
    }

    [Fact]
    public void Loss_of_a_certain_prediction_is_zero() => Assert.Equal(0f, CrossEntropy.Forward([-50f, 50f], 1, out _));

    [Fact]
    public void Loss_of_nan_is_nan() => Assert.True(float.IsNaN(CrossEntropy.Forward([1f, float.NaN, 2f], 0, out _)));

    [Fact]
    public void Gradient_is_the_derivative_of_the_weighted_loss()
    {
        Observations.Sample((logits, target) =>
        {
            float[] gradient = [.. logits];
            _ = CrossEntropy.Forward(gradient, target, out _);
            CrossEntropy.Backward(gradient, target, 0.25f);

            double max = logits.Max();
            double sum = logits.Sum(logit => Math.Exp(logit - max));
            for (int k = 0; k < logits.Length; k++)
            {
                double exact = 0.25 * ((Math.Exp(logits[k] - max) / sum) - (k == target ? 1 : 0));

                // p errs by some 1e-6 of itself and of 1 (see SoftmaxTests), and is at most 1.
                Assert.Equal(exact, gradient[k], 0.25e-6);
            }
        });
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(int.MinValue)]
    public void Target_that_is_no_class_is_refused_before_anything_is_written(int target)
    {
        float[] numbers = [1f, 2f, 3f];

        Assert.Throws<ArgumentOutOfRangeException>(nameof(target), () => CrossEntropy.Forward(numbers, target, out _));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(target), () => CrossEntropy.Backward(numbers, target, 1f));
        Assert.Equal([1f, 2f, 3f], numbers);
    }
}
