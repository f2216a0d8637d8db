using System;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>
/// The factors by which training multiplies what a network reads of one sequence: 0 where something is dropped, 1 / (1 - rate) where it is kept.
/// </summary>
/// <param name="Inputs">
/// By layer, step and unit: the factor of each element of the layer's input, the same for both directions. Null, or null for a layer, where nothing
/// is dropped.
/// </param>
/// <param name="States">
/// By layer, direction (forward, then reverse) and unit: the factor of s_{t-1} where W multiplies it, the same at every step (Gal and Ghahramani
/// 2016). Null where nothing is dropped.
/// </param>
internal sealed record DropoutMasks(double[][]?[]? Inputs, double[][][]? States)
{
    /// <summary>Masks drawn at random for all that a network of the shape can drop, each element with the given probability.</summary>
    public static DropoutMasks Random(ReferenceShape shape, int seed, int steps, double rate)
    {
        var random = new Random(seed);
        double[] Row(int length) => [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() < rate ? 0 : 1 / (1 - rate))];
        double[][] Rows(int count, int length) => [.. Enumerable.Range(0, count).Select(_ => Row(length))];
        return new DropoutMasks(
            [.. Enumerable.Range(0, shape.Layers).Select(layer => Rows(steps, shape.InputSize(layer)))],
            [.. Enumerable.Range(0, shape.Layers).Select(_ => Rows(shape.Directions, shape.Hidden))]);
    }
}
