using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

/// <summary>Optimizers against their formulas in double precision, as the documentation of torch.optim writes them.</summary>
public class OptimizerTests
{
    private const int Length = 37;
    private const int Steps = 40;

    // 40 steps, each of which rounds a parameter of size 1 to 2^-24 and its change to a relative 2^-20 or better.
    private const double Tolerance = 1e-5;

    public static TheoryData<string> Names => [.. Cases.Keys];

    private static Dictionary<string, (Optimizer Optimizer, Func<Rule> Rule)> Cases { get; } = new()
    {
        ["SGD"] = (Optimizers.Sgd(0.05), () => Sgd(0.05, 0, false, 0)),
        ["SGD, weight decay"] = (Optimizers.Sgd(0.05, weightDecay: 0.1), () => Sgd(0.05, 0, false, 0.1)),
        ["SGD, momentum"] = (Optimizers.Sgd(0.05, momentum: 0.9), () => Sgd(0.05, 0.9, false, 0)),
        ["SGD, Nesterov"] = (Optimizers.Sgd(0.05, 0.9, nesterov: true, weightDecay: 0.01), () => Sgd(0.05, 0.9, true, 0.01)),
        ["RMSProp"] = (Optimizers.RmsProp(), () => RmsProp(0.01, 0.99, 1e-8, 0, 0)),
        ["RMSProp, momentum"] = (
            Optimizers.RmsProp(0.02, 0.9, 1e-6, weightDecay: 0.1, momentum: 0.5), () => RmsProp(0.02, 0.9, 1e-6, 0.1, 0.5)),
        ["Adam"] = (Optimizers.Adam(), () => Adam(1e-3, 0.9, 0.999, 1e-8, 0, 0)),
        ["Adam, weight decay"] = (Optimizers.Adam(0.02, 0.8, 0.95, 1e-4, 0.1), () => Adam(0.02, 0.8, 0.95, 1e-4, 0.1, 0)),
        ["AdamW"] = (Optimizers.AdamW(), () => Adam(1e-3, 0.9, 0.999, 1e-8, 0, 0.01)),
        ["AdamW, strong decay"] = (Optimizers.AdamW(0.02, weightDecay: 2), () => Adam(0.02, 0.9, 0.999, 1e-8, 0, 2)),
    };

    private delegate double Rule(int element, double parameter, double gradient, int step);

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_follow_the_formula(string name)
    {
        (Optimizer optimizer, Func<Rule> rules) = Cases[name];
        Rule rule = rules();
        var random = new Random(1);
        float[] actual = [.. RandomNumbers(random)];
        double[] expected = Array.ConvertAll(actual, value => (double)value);
        OptimizerState state = optimizer.CreateState(Length);
        for (int step = 1; step <= Steps; step++)
        {
            float[] gradients = [.. RandomNumbers(random)];
            for (int i = 0; i < Length; i++)
            {
                expected[i] = rule(i, expected[i], gradients[i], step);
            }

            state.PrepareStep(step, optimizer.LearningRate, gradientScale: 1f);
            state.UpdateRange(actual, gradients, 0, Length);
            Assert.All(gradients, gradient => Assert.Equal(0f, gradient));
        }

        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_element_has_the_same_bits_alone_as_among_others(string name)
    {
        float[] together = Train(name, ranges: [(0, Length)]);
        float[] apart = Train(name, [.. Enumerable.Range(0, Length).Select(i => (i, 1))]);
        Assert.Equal(Bits.Of(together), Bits.Of(apart));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_zero_that_never_has_a_gradient_stays_zero(string name)
    {
        Optimizer optimizer = Cases[name].Optimizer;
        OptimizerState state = optimizer.CreateState(Length);
        float[] parameters = new float[Length];
        for (int step = 1; step <= Steps; step++)
        {
            state.PrepareStep(step, optimizer.LearningRate, gradientScale: 0.5f);
            state.UpdateRange(parameters, new float[Length], 0, Length);
        }

        Assert.All(parameters, value => Assert.Equal(0, BitConverter.SingleToInt32Bits(value)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_scale_of_the_gradient_is_as_good_as_a_scaled_gradient(string name)
    {
        // A power of two, so that scaling rounds nothing.
        float[] scaled = Train(name, [(0, Length)], gradientScale: 0.25f, gradientFactor: 4f);
        Assert.Equal(Train(name, [(0, Length)]), scaled);
    }

    [Fact]
    public void An_optimizer_serves_any_number_of_runs() =>
        Assert.Equal(Train("AdamW", [(0, Length)]), Train("AdamW", [(0, Length)]));

    [Fact]
    public void Equal_optimizers_have_equal_descriptions_and_different_ones_different()
    {
        Assert.Equal(Optimizers.Adam(0.01).ToString(), Optimizers.Adam(0.01).ToString());
        Assert.Equal(Cases.Count, Cases.Values.Select(value => value.Optimizer.ToString()).Distinct().Count());
    }

    [Fact]
    public void Constants_out_of_range_are_refused_by_name()
    {
        Assert.Equal("learningRate", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizers.Sgd(-1)).ParamName);
        Assert.Equal("learningRate", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizers.Adam(double.NaN)).ParamName);
        Assert.Equal("momentum", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizers.Sgd(0.1, 1)).ParamName);
        Assert.Equal("nesterov", Assert.Throws<ArgumentException>(() => Optimizers.Sgd(0.1, 0, nesterov: true)).ParamName);
        Assert.Equal("smoothing", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizers.RmsProp(0.1, 1.5)).ParamName);
        Assert.Equal("beta1", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizers.Adam(0.1, 1)).ParamName);
        Assert.Equal("beta2", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizers.Adam(0.1, 0.9, -0.1)).ParamName);
        Assert.Equal("epsilon", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizers.AdamW(epsilon: 0)).ParamName);
        Assert.Equal("weightDecay", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizers.AdamW(weightDecay: -1)).ParamName);
    }

    [Fact]
    public void Constants_that_are_out_of_range_as_floats_are_refused_by_name()
    {
        _ = Assert.Throws<ArgumentOutOfRangeException>("learningRate", () => Optimizers.Sgd(1e39));
        _ = Assert.Throws<ArgumentOutOfRangeException>("momentum", () => Optimizers.Sgd(0.1, momentum: 0.99999999));
        _ = Assert.Throws<ArgumentOutOfRangeException>("momentum", () => Optimizers.RmsProp(momentum: 0.99999999));
        _ = Assert.Throws<ArgumentOutOfRangeException>("smoothing", () => Optimizers.RmsProp(smoothing: 0.99999999));
        _ = Assert.Throws<ArgumentOutOfRangeException>("beta2", () => Optimizers.Adam(beta2: 0.99999999));
        _ = Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => Optimizers.Adam(epsilon: 1e-46));
        _ = Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => Optimizers.RmsProp(epsilon: 1e39));
        _ = Assert.Throws<ArgumentOutOfRangeException>("weightDecay", () => Optimizers.AdamW(weightDecay: 1e39));

        // The nearest that a float can be.
        _ = Optimizers.Sgd(float.MaxValue, momentum: 1 - 1e-7, weightDecay: float.MaxValue);
        _ = Optimizers.Adam(epsilon: 1e-44);
    }

    private static float[] Train(string name, (int Start, int Length)[] ranges, float gradientScale = 1f, float gradientFactor = 1f)
    {
        Optimizer optimizer = Cases[name].Optimizer;
        var random = new Random(2);
        float[] parameters = [.. RandomNumbers(random)];
        OptimizerState state = optimizer.CreateState(Length);
        for (int step = 1; step <= Steps; step++)
        {
            float[] gradients = [.. RandomNumbers(random).Select(value => value * gradientFactor)];
            state.PrepareStep(step, optimizer.LearningRate, gradientScale);
            foreach ((int start, int length) in ranges)
            {
                state.UpdateRange(parameters, gradients, start, length);
            }
        }

        return parameters;
    }

    private static IEnumerable<float> RandomNumbers(Random random) =>
        Enumerable.Range(0, Length).Select(_ => (random.NextSingle() * 2) - 1);

    private static Rule Sgd(double rate, double momentum, bool nesterov, double decay)
    {
        double[] buffer = new double[Length];
        return (i, p, g, step) =>
        {
            g += decay * p;
            buffer[i] = step == 1 ? g : (momentum * buffer[i]) + g;
            return p - (rate * (nesterov ? g + (momentum * buffer[i]) : buffer[i]));
        };
    }

    private static Rule RmsProp(double rate, double alpha, double epsilon, double decay, double momentum)
    {
        double[] square = new double[Length];
        double[] buffer = new double[Length];
        return (i, p, g, _) =>
        {
            g += decay * p;
            square[i] = (alpha * square[i]) + ((1 - alpha) * g * g);
            buffer[i] = (momentum * buffer[i]) + (g / (Math.Sqrt(square[i]) + epsilon));
            return p - (rate * buffer[i]);
        };
    }

    private static Rule Adam(double rate, double beta1, double beta2, double epsilon, double coupledDecay, double decoupledDecay)
    {
        double[] first = new double[Length];
        double[] second = new double[Length];
        return (i, p, g, step) =>
        {
            p -= rate * decoupledDecay * p;
            g += coupledDecay * p;
            first[i] = (beta1 * first[i]) + ((1 - beta1) * g);
            second[i] = (beta2 * second[i]) + ((1 - beta2) * g * g);
            double meanGradient = first[i] / (1 - Math.Pow(beta1, step));
            double meanSquare = second[i] / (1 - Math.Pow(beta2, step));
            return p - (rate * meanGradient / (Math.Sqrt(meanSquare) + epsilon));
        };
    }
}
