using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>The cells of one layer, which read the same inputs: one, or one for each direction. A step's output is [forward; reverse].</summary>
internal sealed class RecurrentLayer
{
    private readonly IReferenceCell[] _cells;
    private readonly int _hiddenSize;

    public RecurrentLayer(ReferenceShape shape, int layer)
    {
        IReferenceCell forward = CreateCell(shape, $"l{layer}", shape.InputSize(layer));
        _cells = shape.Bidirectional
            ? [forward, new ReversedCell(CreateCell(shape, $"l{layer}_reverse", shape.InputSize(layer)))]
            : [forward];
        _hiddenSize = shape.Hidden;
    }

    public IEnumerable<TensorShape> Tensors => _cells.SelectMany(cell => cell.Tensors);

    /// <summary>The length of the states of all cells, one after the other.</summary>
    public int StateSize => _cells.Sum(cell => cell.StateSize);

    /// <summary>Runs over a sequence.</summary>
    /// <param name="weights">At least the tensors of this layer.</param>
    /// <param name="inputs">A vector a step.</param>
    /// <param name="initialState">The states of all cells, one after the other.</param>
    /// <param name="stateMasks">A mask a cell.</param>
    public IReferenceTape Run(TensorSet weights, double[][] inputs, double[] initialState, double[][] stateMasks)
    {
        int stateSize = StateSize / _cells.Length;
        double[][] states = [.. initialState.Chunk(stateSize)];
        return new Tape(_hiddenSize, [.. _cells.Select((cell, i) => cell.Run(weights, inputs, states[i], stateMasks[i]))]);
    }

    private static IReferenceCell CreateCell(ReferenceShape shape, string suffix, int inputSize) => (shape.Cell, shape.ResetBefore) switch
    {
        (CellKind.Elman, _) => new ElmanCell(suffix, inputSize, shape.Hidden, shape.Nonlinearity),
        (CellKind.Gru, false) => new GruCell(suffix, inputSize, shape.Hidden),
        (CellKind.Gru, true) => new ResetBeforeGruCell(suffix, inputSize, shape.Hidden),
        (CellKind.Lstm, _) => new LstmCell(suffix, inputSize, shape.Hidden),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape.Cell, "There is no reference for this cell."),
    };

    private sealed class Tape(int hiddenSize, IReferenceTape[] tapes) : IReferenceTape
    {
        public double[][] Outputs { get; } =
            tapes.Select(tape => tape.Outputs).Aggregate((forward, reverse) => [.. forward.Zip(reverse, (f, r) => (double[])[.. f, .. r])]);

        public double[] FinalState => [.. tapes.SelectMany(tape => tape.FinalState)];

        public double KinkDistance => tapes.Min(tape => tape.KinkDistance);

        public double[][] Backward(double[][] outputGradients, TensorSet gradients) =>
            tapes
                .Select((tape, i) => tape.Backward(Part(outputGradients, i), gradients))
                .Aggregate((forward, reverse) => [.. forward.Zip(reverse, LinearAlgebra.Sum)]);

        /// <summary>The gradients with respect to the outputs of one cell.</summary>
        private double[][] Part(double[][] outputGradients, int cell) =>
            Array.ConvertAll(outputGradients, gradient => gradient[(cell * hiddenSize)..((cell + 1) * hiddenSize)]);
    }
}
