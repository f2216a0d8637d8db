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

            float loss = PaddedRows.Forward(logits, target, out _);

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
            int best = PaddedRows.Normalize(probabilities);

            _ = PaddedRows.Forward(logits, target, out int predicted);

            return predicted == best && logits.SequenceEqual(probabilities);
        });
    }

    [Fact]
    public void Loss_is_finite_where_the_probability_is_too_small_for_a_float()
    {
        float[] logits = [0f, 1000f];

        float loss = PaddedRows.Forward(logits, 0, out int predicted);

        Assert.Equal(1000f, loss);
        Assert.Equal(1, predicted);
        Assert.Equal([0f, 1f], logits);
    }

    [Fact]
    public void Loss_of_a_certain_prediction_is_zero() => Assert.Equal(0f, PaddedRows.Forward([-50f, 50f], 1, out _));

    [Fact]
    public void Loss_of_nan_is_nan() => Assert.True(float.IsNaN(PaddedRows.Forward([1f, float.NaN, 2f], 0, out _)));

    [Fact]
    public void Gradient_is_the_derivative_of_the_weighted_loss()
    {
        Observations.Sample((logits, target) =>
        {
            float[] gradient = [.. logits];
            _ = PaddedRows.Forward(gradient, target, out _);
            PaddedRows.Backward(gradient, target, 0.25f);

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

    [Fact]
    public void Many_rows_give_what_each_gives_alone()
    {
        const int Classes = 21;
        const int Rows = 150;
        var random = new SeededRandom(5);
        float[][] logits = [.. Enumerable.Range(0, Rows).Select(_ => Enumerable.Range(0, Classes).Select(_ => random.NextUniform(9f)).ToArray())];
        int[] targets = [.. Enumerable.Range(0, Rows).Select(i => i % Classes)];
        float[] rows = [.. logits.SelectMany(row => PaddedRows.Of(row, padding: 7f))];
        float[] losses = new float[Rows];
        int[] predicted = new int[Rows];

        CrossEntropy.Forward(rows, Classes, targets, losses, predicted);

        for (int i = 0; i < Rows; i++)
        {
            Assert.Equal(PaddedRows.Forward(logits[i], targets[i], out int best), losses[i]);
            Assert.Equal(best, predicted[i]);
            Assert.Equal(logits[i], rows.AsSpan(i * 32, Classes).ToArray());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(15)]
    [InlineData(16)]
    public void Rows_of_few_classes_side_by_side_give_what_each_gives_alone(int classes)
    {
        // In each 64 rows there are sixteen that all count, with equal largest logits here and there, and sixteen of which one cannot be turned with the others.
        const int Rows = 270;
        var random = new SeededRandom(6);
        float[][] logits = [.. Enumerable.Range(0, Rows).Select(_ => Enumerable.Range(0, classes).Select(_ => MathF.Round(random.NextUniform(9f))).ToArray())];
        logits[70][classes / 2] = float.NaN;
        logits[140][classes - 1] = float.PositiveInfinity;
        logits[200].AsSpan().Fill(float.NegativeInfinity);
        int[] targets = [.. Enumerable.Range(0, Rows).Select(i => i == 37 ? -1 : i % classes)];
        float[] rows = [.. logits.SelectMany(row => PaddedRows.Of(row, padding: 7f))];
        float[] losses = new float[Rows];
        int[] predicted = new int[Rows];

        CrossEntropy.Forward(rows, classes, targets, losses, predicted);

        for (int i = 0; i < Rows; i++)
        {
            Span<float> row = rows.AsSpan(i * Softmax.Lanes, Softmax.Lanes);
            if (targets[i] < 0)
            {
                Assert.Equal(PaddedRows.Of(logits[i], padding: 7f), row.ToArray());
                continue;
            }

            Assert.Equal(PaddedRows.Forward(logits[i], targets[i], out int best), losses[i]);
            Assert.Equal(best, predicted[i]);
            Assert.Equal(logits[i], row[..classes].ToArray());
            Assert.True(float.IsNaN(losses[i]) || row[classes..].IndexOfAnyExcept(0f) < 0);
        }
    }

    [Fact]
    public void Rows_without_a_target_are_left_alone_forward_and_cleared_backward()
    {
        float[] row = PaddedRows.Of([1f, 2f, 3f], padding: 4f);
        float[] before = [.. row];
        float[] losses = [5f];
        int[] predicted = [6];

        CrossEntropy.Forward(row, 3, [-1], losses, predicted);

        Assert.Equal(before, row);
        Assert.Equal(5f, losses[0]);
        Assert.Equal(6, predicted[0]);

        CrossEntropy.Backward(row, 3, [-1], [1f]);

        Assert.All(row, value => Assert.Equal(0f, value));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(int.MaxValue)]
    public void Target_that_is_no_class_is_refused_before_its_row_is_written(int target)
    {
        float[] row = PaddedRows.Of([1f, 2f, 3f], padding: 0f);
        float[] before = [.. row];

        Assert.Throws<ArgumentOutOfRangeException>("targets", () => CrossEntropy.Forward(row, 3, [target], new float[1], new int[1]));
        Assert.Throws<ArgumentOutOfRangeException>("targets", () => CrossEntropy.Backward(row, 3, [target], [1f]));
        Assert.Equal(before, row);
    }

    [Fact]
    public void Spans_that_do_not_fit_together_are_refused()
    {
        float[] row = new float[16];

        Assert.Throws<ArgumentException>("rows", () => CrossEntropy.Forward(row, 3, [0, 1], new float[2], new int[2]));
        Assert.Throws<ArgumentException>("rows", () => CrossEntropy.Backward(row, 17, [0], [1f]));
        Assert.Throws<ArgumentException>("rows", () => CrossEntropy.Forward([], 0, [], [], []));
        Assert.Throws<ArgumentException>("losses", () => CrossEntropy.Forward(row, 3, [0], [], new int[1]));
        Assert.Throws<ArgumentException>("predicted", () => CrossEntropy.Forward(row, 3, [0], new float[1], []));
        Assert.Throws<ArgumentException>("weights", () => CrossEntropy.Backward(row, 3, [0], []));
    }
}
