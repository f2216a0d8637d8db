using System;
using System.Collections.Generic;

namespace RnnGen.Tests.Reference;

/// <summary>y = V s + c, for each vector that is read from the states.</summary>
internal sealed class OutputLayer(ReferenceShape shape)
{
    private const string C = "fc.bias";
    private readonly string _v = shape.TieEmbedding ? InputLayer.Table : "fc.weight";

    public IEnumerable<TensorShape> Tensors => shape.TieEmbedding
        ? [new(C, shape.Outputs, 1)]
        : [new(_v, shape.Outputs, shape.TopSize), new(C, shape.Outputs, 1)];

    public double[][] Forward(TensorSet weights, double[][] states) => Array.ConvertAll(states, state =>
    {
        double[] y = LinearAlgebra.Product(weights[_v], state);
        for (int k = 0; k < y.Length; k++)
        {
            y[k] += weights[C][k, 0];
        }

        return y;
    });

    /// <summary>Adds the gradients of V and c.</summary>
    /// <returns>The gradients with respect to the states.</returns>
    public double[][] Backward(TensorSet weights, double[][] states, double[][] outputGradients, TensorSet gradients)
    {
        var stateGradients = new double[states.Length][];
        for (int row = 0; row < states.Length; row++)
        {
            LinearAlgebra.AddOuterProduct(gradients[_v], outputGradients[row], states[row]);
            LinearAlgebra.Add(gradients[C], outputGradients[row]);
            stateGradients[row] = LinearAlgebra.TransposedProduct(weights[_v], outputGradients[row]);
        }

        return stateGradients;
    }
}
