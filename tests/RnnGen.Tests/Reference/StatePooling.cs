using System;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>From the states of the top layer to the vectors that the output layer reads: one for the whole sequence, or one a step.</summary>
/// <remarks>Each element is a sum over time, sum_t a_t s_t, in which the factors a_t of a unit say which steps it is read from.</remarks>
internal sealed class StatePooling(ReferenceShape shape)
{
    public double[][] Pool(double[][] states) =>
        shape.HasOneOutput ? [OverUnits(unit => Factors(states, unit).Zip(states, (a, state) => a * state[unit]).Sum())] : states;

    /// <summary>The gradients with respect to the states from those with respect to what was read from them.</summary>
    public double[][] Backward(double[][] states, double[][] pooledGradients)
    {
        if (!shape.HasOneOutput)
        {
            return pooledGradients;
        }

        double[][] factors = [.. Enumerable.Range(0, shape.TopSize).Select(unit => Factors(states, unit))];
        return [.. states.Select((_, t) => OverUnits(unit => factors[unit][t] * pooledGradients[0][unit]))];
    }

    /// <summary>How far the largest state of a unit is from the next largest; what max is not taken of has no kink.</summary>
    /// <remarks>Two zeros are no tie: only relu gives them exactly, where it is flat, so that it does not matter which one is taken.</remarks>
    public double KinkDistance(double[][] states)
    {
        if (!shape.HasOneOutput || shape.Pooling != Pooling.Max || states.Length == 1)
        {
            return double.PositiveInfinity;
        }

        return Enumerable.Range(0, shape.TopSize).Min(unit =>
        {
            double[] largest = [.. states.Select(state => state[unit]).OrderDescending().Take(2)];
            return largest is [0, 0] ? double.PositiveInfinity : largest[0] - largest[1];
        });
    }

    private double[] Factors(double[][] states, int unit)
    {
        double[] factors = new double[states.Length];
        switch (shape.Pooling)
        {
            case Pooling.Last:
                factors[unit < shape.Hidden ? ^1 : 0] = 1;
                break;
            case Pooling.Mean:
                Array.Fill(factors, 1.0 / states.Length);
                break;
            case Pooling.Max:
                factors[FirstLargest([.. states.Select(state => state[unit])])] = 1;
                break;
            default:
                throw new InvalidOperationException($"There is no reference for {shape.Pooling}.");
        }

        return factors;
    }

    private static int FirstLargest(double[] values) => Array.IndexOf(values, values.Max());

    private double[] OverUnits(Func<int, double> element) => [.. Enumerable.Range(0, shape.TopSize).Select(element)];
}
