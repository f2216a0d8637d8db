using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>What the first recurrent layer reads: one-hot vectors, rows of the embedding, or the observation's own numbers.</summary>
internal sealed class InputLayer(ReferenceShape shape)
{
    public const string Table = "embedding.weight";

    public IEnumerable<TensorShape> Tensors => shape.Embedding > 0 ? [new(Table, shape.Vocabulary, shape.Embedding)] : [];

    /// <summary>A vector a step.</summary>
    public double[][] Read(TensorSet weights, Observation observation)
    {
        if (shape.Features > 0)
        {
            return observation.Inputs!;
        }

        return shape.Embedding > 0
            ? Array.ConvertAll(observation.Tokens, token => Row(weights[Table], token))
            : Array.ConvertAll(observation.Tokens, OneHot);
    }

    /// <summary>Adds what the gradients with respect to the vectors say about the embedding.</summary>
    public void Backward(Observation observation, double[][] inputGradients, TensorSet gradients)
    {
        for (int t = 0; shape.Embedding > 0 && t < observation.Tokens.Length; t++)
        {
            for (int j = 0; j < shape.Embedding; j++)
            {
                gradients[Table][observation.Tokens[t], j] += inputGradients[t][j];
            }
        }
    }

    private static double[] Row(double[,] matrix, int row) => [.. Enumerable.Range(0, matrix.GetLength(1)).Select(j => matrix[row, j])];

    private double[] OneHot(int token)
    {
        double[] vector = new double[shape.Vocabulary];
        vector[token] = 1;
        return vector;
    }
}
