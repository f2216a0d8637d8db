using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace RnnGen.Benchmarks.Workloads;

/// <summary>What the contestants of one comparison compute: a network and the sequences that it reads.</summary>
internal sealed class Workload
{
    private Workload(CellKind cell, int hidden, IEnumerable<int> lengths, InputKind input = InputKind.Tokens, int inputs = Sizes.Embedding)
    {
        Input = input;
        Weights = new NetworkWeights(cell, hidden, inputs);
        Lengths = [.. lengths];
        var random = new Random(1);
        Sequences = [.. Lengths.Select(length => Draw(random, length, Sizes.Vocabulary))];
        Labels = [.. Lengths.Select(length => Draw(random, length, Sizes.Outputs))];
    }

    /// <summary>What the network reads at a step.</summary>
    public InputKind Input { get; }

    /// <summary>The cell.</summary>
    public CellKind Cell => Weights.Cell;

    /// <summary>The hidden size.</summary>
    public int Hidden => Weights.Hidden;

    /// <summary>The numbers in W.</summary>
    public int RecurrentWeights => Weights.Gates * Hidden * Hidden;

    /// <summary>How many sequences there are.</summary>
    public int Batch => Lengths.Length;

    /// <summary>Whether all sequences have the declared length.</summary>
    public bool HasEqualLengths => Lengths.All(length => length == Sizes.Steps);

    /// <summary>The network.</summary>
    public NetworkWeights Weights { get; }

    /// <summary>The length of each sequence.</summary>
    public ImmutableArray<int> Lengths { get; }

    /// <summary>The tokens of each sequence.</summary>
    public ImmutableArray<int[]> Sequences { get; }

    /// <summary>The true label of each token.</summary>
    public ImmutableArray<int[]> Labels { get; }

    /// <summary>
    /// The floating-point operations that a classification of all sequences needs: its matrix products, without the product with s_0 = 0, and without that of
    /// the input where it can be a row of U.
    /// </summary>
    public double InferenceFlops => Lengths.Sum(length =>
        ProductFlops(length - 1, Weights.Gates * Hidden) + ProductFlops(1, Sizes.Outputs) + (Input == InputKind.Tokens ? 0 : length * InputFlops));

    /// <summary>The same for a training step of a labeler: each product forward, backward and as the gradient of its weights.</summary>
    public double TrainingFlops => 3 * Lengths.Sum(length => ProductFlops(length - 1, Weights.Gates * Hidden) + ProductFlops(length, Sizes.Outputs));

    /// <summary>The weights that a stream reads in all steps, which is how many multiply-adds it needs: weight_ih, weight_hh and fc.weight at each.</summary>
    public int StreamedWeights => Lengths.Sum() * ((Weights.Gates * Hidden * (Weights.Inputs + Hidden)) + (Sizes.Outputs * Hidden));

    /// <summary>Sequences of the declared length.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="hidden">The hidden size.</param>
    /// <param name="batch">How many sequences.</param>
    /// <param name="input">What the network reads.</param>
    public static Workload OfEqualLengths(CellKind cell, int hidden, int batch, InputKind input = InputKind.Tokens) =>
        new(cell, hidden, Enumerable.Repeat(Sizes.Steps, batch), input);

    /// <summary>One sequence of the declared length and of the real numbers that the streaming suites read.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="hidden">The hidden size.</param>
    public static Workload OfStream(CellKind cell, int hidden) => new(cell, hidden, [Sizes.Steps], InputKind.Features, Sizes.StreamingFeatures);

    /// <summary>Sequences of 1 to the declared number of steps, every length equally probable.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="hidden">The hidden size.</param>
    /// <param name="batch">How many sequences.</param>
    public static Workload OfUnequalLengths(CellKind cell, int hidden, int batch)
    {
        var random = new Random(2);
        return new Workload(cell, hidden, Enumerable.Range(0, batch).Select(_ => random.Next(1, Sizes.Steps + 1)));
    }

    /// <summary>A sequence as real numbers: a row of <see cref="NetworkWeights.Inputs"/> a step, the embedding of its token.</summary>
    /// <param name="sequence">The number of the sequence.</param>
    public float[] FeaturesOf(int sequence)
    {
        int inputs = Weights.Inputs;
        return [.. Sequences[sequence].SelectMany(token => Weights.Embedding.Skip(token * inputs).Take(inputs))];
    }

    /// <summary>Tokens or labels as the peers take them: a row a step, a column a sequence, zero after the end of a sequence.</summary>
    /// <param name="values">The tokens or labels of each sequence.</param>
    public static long[] StepMajor(ImmutableArray<int[]> values)
    {
        long[] matrix = new long[Sizes.Steps * values.Length];
        for (int column = 0; column < values.Length; column++)
        {
            for (int t = 0; t < values[column].Length; t++)
            {
                matrix[(t * values.Length) + column] = values[column][t];
            }
        }

        return matrix;
    }

    private double InputFlops => 2.0 * Weights.Gates * Hidden * Weights.Inputs;

    private double ProductFlops(int rows, int columns) => 2.0 * rows * columns * Hidden;

    private static int[] Draw(Random random, int length, int end) => [.. Enumerable.Range(0, length).Select(_ => random.Next(end))];
}
