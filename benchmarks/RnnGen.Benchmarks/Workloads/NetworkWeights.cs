using System;

namespace RnnGen.Benchmarks.Workloads;

/// <summary>The weights that every contestant computes with, in PyTorch's layouts, each matrix row by row.</summary>
/// <remarks>
/// The peers multiply an embedding by weight_ih at each token; RnnGen reads a row of U. They are the same network because U is defined as that
/// product: <c>U = embedding x weight_ih^T</c>, whose rank is that of the embedding.
/// </remarks>
internal sealed class NetworkWeights
{
    /// <summary>Draws the weights of a network.</summary>
    /// <param name="hidden">The hidden size.</param>
    public NetworkWeights(int hidden)
    {
        Hidden = hidden;
        var random = new Random(hidden);
        float bound = 1 / MathF.Sqrt(hidden);
        Embedding = Draw(random, Sizes.Vocabulary * Sizes.Embedding, 1);
        InputHidden = Draw(random, hidden * Sizes.Embedding, bound);
        HiddenHidden = Draw(random, hidden * hidden, bound);
        HiddenBias = Draw(random, hidden, bound);
        OutputHidden = Draw(random, Sizes.Outputs * hidden, bound);
        OutputBias = Draw(random, Sizes.Outputs, bound);
        TokenHidden = Multiply(Embedding, InputHidden, hidden);
    }

    /// <summary>The hidden size H.</summary>
    public int Hidden { get; }

    /// <summary>embedding.weight: Vocabulary x Embedding.</summary>
    public float[] Embedding { get; }

    /// <summary>rnn.weight_ih_l0 of the peers: H x Embedding.</summary>
    public float[] InputHidden { get; }

    /// <summary>rnn.weight_hh_l0: H x H.</summary>
    public float[] HiddenHidden { get; }

    /// <summary>rnn.bias_ih_l0: H. The second bias that PyTorch and ONNX have is zero.</summary>
    public float[] HiddenBias { get; }

    /// <summary>fc.weight: Outputs x H.</summary>
    public float[] OutputHidden { get; }

    /// <summary>fc.bias: Outputs.</summary>
    public float[] OutputBias { get; }

    /// <summary>What a token adds to the pre-activation: Vocabulary x H.</summary>
    public float[] TokenHidden { get; }

    private static float[] Draw(Random random, int count, float bound)
    {
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = ((2 * random.NextSingle()) - 1) * bound;
        }

        return values;
    }

    private static float[] Multiply(float[] embedding, float[] inputHidden, int hidden)
    {
        float[] product = new float[Sizes.Vocabulary * hidden];
        for (int token = 0; token < Sizes.Vocabulary; token++)
        {
            for (int j = 0; j < hidden; j++)
            {
                double sum = 0;
                for (int k = 0; k < Sizes.Embedding; k++)
                {
                    sum += (double)embedding[(token * Sizes.Embedding) + k] * inputHidden[(j * Sizes.Embedding) + k];
                }

                product[(token * hidden) + j] = (float)sum;
            }
        }

        return product;
    }
}
