using System.Collections.Generic;

namespace RnnGen.Tests.Reference;

/// <summary>One recurrent layer in one direction: equations alone, nothing about sequences of other layers or the task.</summary>
internal interface IReferenceCell
{
    IEnumerable<TensorShape> Tensors { get; }

    /// <summary>Runs over a sequence of input vectors from a zero state.</summary>
    IReferenceTape Run(TensorSet weights, double[][] inputs);
}
