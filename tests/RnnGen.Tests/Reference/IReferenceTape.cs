namespace RnnGen.Tests.Reference;

/// <summary>What a cell, or layers of them, remember of one run, from which they can go back.</summary>
internal interface IReferenceTape
{
    /// <summary>The output vector of every step.</summary>
    double[][] Outputs { get; }

    /// <summary>All that the next step would read: the last output, and after it the memory of a cell that has one.</summary>
    double[] FinalState { get; }

    /// <summary>
    /// The smallest change of a pre-activation that would cross a jump of a derivative; infinite for smooth cells. Gradients within
    /// rounding of such a kink may rightly differ between two precisions, and differences across it measure nothing.
    /// </summary>
    double KinkDistance { get; }

    /// <summary>Backpropagation through time.</summary>
    /// <param name="outputGradients">The gradient that reaches each output from outside.</param>
    /// <param name="gradients">The gradients of the tensors are added here.</param>
    /// <returns>The gradient with respect to each input.</returns>
    double[][] Backward(double[][] outputGradients, TensorSet gradients);
}
