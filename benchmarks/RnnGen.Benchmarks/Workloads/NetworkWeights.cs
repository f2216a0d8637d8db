using System;

namespace RnnGen.Benchmarks.Workloads;

/// <summary>The weights that every contestant computes with, in PyTorch's layouts, each matrix row by row.</summary>
/// <remarks>
/// Where the peers multiply an embedding by weight_ih at each token and RnnGen reads a row of U, they are the same network because U is defined as that
/// product: <c>U = embedding x weight_ih^T</c>, whose rank is that of the embedding.
/// </remarks>
internal sealed class NetworkWeights
{
    /// <summary>Draws the weights of a network.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="hidden">The hidden size.</param>
    /// <param name="inputs">How many numbers weight_ih is multiplied by at a step.</param>
    public NetworkWeights(CellKind cell, int hidden, int inputs)
    {
        Cell = cell;
        Hidden = hidden;
        Inputs = inputs;
        Gates = cell switch
        {
            CellKind.Elman => 1,
            CellKind.Gru => 3,
            _ => 4,
        };
        int rows = Gates * hidden;
        var random = new Random(hidden);
        float bound = 1 / MathF.Sqrt(hidden);
        Embedding = Draw(random, Sizes.Vocabulary * inputs, 1);
        InputHidden = Draw(random, rows * inputs, bound);
        HiddenHidden = Draw(random, rows * hidden, bound);
        HiddenBias = Draw(random, rows, bound);
        RecurrentBias = new float[rows];
        if (cell == CellKind.Gru)
        {
            Draw(random, hidden, bound).CopyTo(RecurrentBias, 2 * hidden);
        }

        OutputHidden = Draw(random, Sizes.Outputs * hidden, bound);
        OutputBias = Draw(random, Sizes.Outputs, bound);
        TokenHidden = Multiply(Embedding, InputHidden, inputs);
    }

    /// <summary>The cell.</summary>
    public CellKind Cell { get; }

    /// <summary>The hidden size H.</summary>
    public int Hidden { get; }

    /// <summary>How many numbers I weight_ih is multiplied by at a step.</summary>
    public int Inputs { get; }

    /// <summary>How many gates G are stacked in the weights of the cell: 1, 3 of a GRU or 4 of an LSTM.</summary>
    public int Gates { get; }

    /// <summary>embedding.weight: Vocabulary x I. Dense input is made of its rows, too.</summary>
    public float[] Embedding { get; }

    /// <summary>rnn.weight_ih_l0 of whoever multiplies: G H x I.</summary>
    public float[] InputHidden { get; }

    /// <summary>rnn.weight_hh_l0: G H x H.</summary>
    public float[] HiddenHidden { get; }

    /// <summary>rnn.bias_ih_l0: G H.</summary>
    public float[] HiddenBias { get; }

    /// <summary>rnn.bias_hh_l0: G H. Zero but for the candidate of a GRU, where it is more than another name for the first.</summary>
    public float[] RecurrentBias { get; }

    /// <summary>fc.weight: Outputs x H.</summary>
    public float[] OutputHidden { get; }

    /// <summary>fc.bias: Outputs.</summary>
    public float[] OutputBias { get; }

    /// <summary>What a token adds to the pre-activations: Vocabulary x G H.</summary>
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

    private static float[] Multiply(float[] embedding, float[] inputHidden, int inputs)
    {
        int rows = inputHidden.Length / inputs;
        float[] product = new float[Sizes.Vocabulary * rows];
        for (int token = 0; token < Sizes.Vocabulary; token++)
        {
            for (int j = 0; j < rows; j++)
            {
                double sum = 0;
                for (int k = 0; k < inputs; k++)
                {
                    sum += (double)embedding[(token * inputs) + k] * inputHidden[(j * inputs) + k];
                }

                product[(token * rows) + j] = (float)sum;
            }
        }

        return product;
    }
}
