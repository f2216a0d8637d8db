using System.Collections.Generic;

namespace RnnGen.Tests.Reference;

/// <summary>One recurrent layer in one direction: equations alone, nothing about sequences of other layers or the task.</summary>
internal interface IReferenceCell
{
    IEnumerable<TensorShape> Tensors { get; }

    /// <summary>The length of all that a step reads of the one before it: s, and after it the memory of a cell that has one.</summary>
    int StateSize { get; }

    /// <summary>Runs over a sequence of input vectors.</summary>
    /// <param name="weights">At least the tensors of this cell.</param>
    /// <param name="inputs">A vector a step.</param>
    /// <param name="initialState">What the first step reads of a step before it.</param>
    /// <param name="stateMask">The factor of each unit of s_{t-1} where W multiplies it, and only there.</param>
    IReferenceTape Run(TensorSet weights, double[][] inputs, double[] initialState, double[] stateMask);
}
