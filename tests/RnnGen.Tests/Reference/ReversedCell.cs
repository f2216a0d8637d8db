using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>A cell that reads a sequence from its last step to its first; outputs stand at the steps that they belong to.</summary>
internal sealed class ReversedCell(IReferenceCell cell) : IReferenceCell
{
    public IEnumerable<TensorShape> Tensors => cell.Tensors;

    public int StateSize => cell.StateSize;

    public IReferenceTape Run(TensorSet weights, double[][] inputs, double[] initialState, double[] stateMask) =>
        new Tape(cell.Run(weights, Reversed(inputs), initialState, stateMask));

    private static double[][] Reversed(double[][] steps) => [.. steps.AsEnumerable().Reverse()];

    private sealed class Tape(IReferenceTape tape) : IReferenceTape
    {
        public double[][] Outputs => Reversed(tape.Outputs);

        public double[] FinalState => tape.FinalState;

        public double KinkDistance => tape.KinkDistance;

        public double[][] Backward(double[][] outputGradients, TensorSet gradients) =>
            Reversed(tape.Backward(Reversed(outputGradients), gradients));
    }
}
