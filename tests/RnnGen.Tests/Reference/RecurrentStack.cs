using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>Layers one above the other: each reads the outputs of the one below it, through its dropout mask if it has one.</summary>
internal sealed class RecurrentStack(ReferenceShape shape)
{
    private readonly RecurrentLayer[] _layers =
        [.. Enumerable.Range(0, shape.Layers).Select(layer => new RecurrentLayer(shape, layer))];

    public IEnumerable<TensorShape> Tensors => _layers.SelectMany(layer => layer.Tensors);

    /// <summary>Runs over a sequence.</summary>
    /// <param name="weights">At least the tensors of all layers.</param>
    /// <param name="inputs">What the first layer reads, a vector a step, before its mask.</param>
    /// <param name="initialState">The states of all layers, one after the other; zero if null.</param>
    /// <param name="dropout">The masks; none if null.</param>
    public IReferenceTape Run(TensorSet weights, double[][] inputs, double[]? initialState, DropoutMasks? dropout)
    {
        double[][] keepAll = [.. Enumerable.Repeat(Enumerable.Repeat(1.0, shape.Hidden).ToArray(), shape.Directions)];
        double[] states = initialState ?? new double[_layers.Sum(layer => layer.StateSize)];
        var tapes = new IReferenceTape[_layers.Length];
        for (int l = 0; l < _layers.Length; l++)
        {
            RecurrentLayer layer = _layers[l];
            tapes[l] = layer.Run(weights, Masked(inputs, dropout, l), states[..layer.StateSize], dropout?.States?[l] ?? keepAll);
            inputs = tapes[l].Outputs;
            states = states[layer.StateSize..];
        }

        return new Tape(tapes, dropout);
    }

    private static double[][] Masked(double[][] rows, DropoutMasks? dropout, int layer) =>
        dropout?.Inputs?[layer] is { } mask ? [.. rows.Zip(mask, LinearAlgebra.HadamardProduct)] : rows;

    private sealed class Tape(IReferenceTape[] tapes, DropoutMasks? dropout) : IReferenceTape
    {
        public double[][] Outputs => tapes[^1].Outputs;

        public double[] FinalState => [.. tapes.SelectMany(tape => tape.FinalState)];

        public double KinkDistance => tapes.Min(tape => tape.KinkDistance);

        public double[][] Backward(double[][] outputGradients, TensorSet gradients)
        {
            for (int l = tapes.Length - 1; l >= 0; l--)
            {
                outputGradients = Masked(tapes[l].Backward(outputGradients, gradients), dropout, l);
            }

            return outputGradients;
        }
    }
}
