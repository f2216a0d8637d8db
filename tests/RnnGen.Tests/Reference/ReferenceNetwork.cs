using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>
/// The network of the equations in double precision: an input vector a token, a stack of recurrent cells, y = softmax(V s + c), cross-entropy.
/// Plain loops in the order of the formulas; nothing is shared with the code under test.
/// </summary>
internal sealed class ReferenceNetwork
{
    private readonly ReferenceShape _shape;
    private readonly IReferenceCell[] _cells;

    public ReferenceNetwork(ReferenceShape shape)
    {
        _shape = shape;
        _cells = [CreateCell(shape)];
    }

    public IEnumerable<TensorShape> Tensors =>
        _cells.SelectMany(cell => cell.Tensors)
            .Append(new TensorShape("fc.weight", _shape.Outputs, _shape.Hidden))
            .Append(new TensorShape("fc.bias", _shape.Outputs, 1));

    /// <summary>
    /// Weights drawn uniformly from within <paramref name="scale"/> / sqrt(Hidden), and exact in single precision, so that a network of floats
    /// can hold the same ones.
    /// </summary>
    public TensorSet RandomWeights(int seed, double scale = 1)
    {
        var random = new Random(seed);
        double bound = scale / Math.Sqrt(_shape.Hidden);
        var weights = new TensorSet();
        foreach (TensorShape tensor in Tensors)
        {
            double[,] elements = new double[tensor.Rows, tensor.Columns];
            for (int i = tensor.RowsHeldAtZero; i < tensor.Rows; i++)
            {
                for (int j = 0; j < tensor.Columns; j++)
                {
                    elements[i, j] = (float)(((random.NextDouble() * 2) - 1) * bound);
                }
            }

            weights.Add(tensor.Name, elements);
        }

        return weights;
    }

    /// <summary>The logits: one row for a classifier, otherwise a row a token.</summary>
    public double[][] Logits(TensorSet weights, int[] tokens) => Logits(weights, RunCells(weights, tokens));

    /// <summary>The probabilities: one row for a classifier, otherwise a row a token.</summary>
    public double[][] Probabilities(TensorSet weights, int[] tokens) =>
        [.. Logits(weights, tokens).Select(row => Array.ConvertAll(LogSoftmax(row), Math.Exp))];

    /// <summary>What a stream carries on after these tokens.</summary>
    public double[] FinalState(TensorSet weights, int[] tokens) => [.. RunCells(weights, tokens).SelectMany(tape => tape.FinalState)];

    /// <summary>The mean over sequences of the mean over their counted steps of the cross-entropy, in nats.</summary>
    public double Loss(TensorSet weights, IReadOnlyList<Observation> batch) =>
        batch.Sum(observation => SequenceLoss(Logits(weights, observation.Tokens), observation.Targets)) / batch.Count;

    /// <summary>How far the batch's pre-activations stay from a kink.</summary>
    public double KinkDistance(TensorSet weights, IReadOnlyList<Observation> batch) =>
        batch.SelectMany(observation => RunCells(weights, observation.Tokens)).Min(tape => tape.KinkDistance);

    /// <summary>The gradient of <see cref="Loss"/> with respect to every tensor.</summary>
    public TensorSet Gradients(TensorSet weights, IReadOnlyList<Observation> batch)
    {
        TensorSet gradients = weights.Zeros();
        foreach (Observation observation in batch)
        {
            AddGradients(weights, observation, batch.Count, gradients);
        }

        return gradients;
    }

    private static IReferenceCell CreateCell(ReferenceShape shape) => shape.Cell switch
    {
        CellKind.Elman => new ElmanCell("l0", shape.Vocabulary, shape.Hidden, shape.Nonlinearity),
        CellKind.Gru => new GruCell("l0", shape.Vocabulary, shape.Hidden),
        CellKind.Lstm => new LstmCell("l0", shape.Vocabulary, shape.Hidden),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape.Cell, "There is no reference for this cell."),
    };

    private static double SequenceLoss(double[][] logits, int[] targets)
    {
        double sum = 0;
        int counted = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            if (targets[row] >= 0)
            {
                sum -= LogSoftmax(logits[row])[targets[row]];
                counted++;
            }
        }

        return counted == 0 ? 0 : sum / counted;
    }

    private static double[] LogSoftmax(double[] logits)
    {
        double largest = logits.Max();
        double logSum = largest + Math.Log(logits.Sum(logit => Math.Exp(logit - largest)));
        return Array.ConvertAll(logits, logit => logit - logSum);
    }

    private IReferenceTape[] RunCells(TensorSet weights, int[] tokens)
    {
        double[][] inputs = Array.ConvertAll(tokens, OneHot);
        var tapes = new IReferenceTape[_cells.Length];
        for (int layer = 0; layer < _cells.Length; layer++)
        {
            tapes[layer] = _cells[layer].Run(weights, inputs);
            inputs = tapes[layer].Outputs;
        }

        return tapes;
    }

    private double[] OneHot(int token)
    {
        double[] vector = new double[_shape.Vocabulary];
        vector[token] = 1;
        return vector;
    }

    /// <summary>The hidden states that the output layer reads: the last one, or all.</summary>
    private int[] StepsRead(int steps) =>
        _shape.Task == SequenceTask.Classification ? [steps - 1] : [.. Enumerable.Range(0, steps)];

    private double[][] Logits(TensorSet weights, IReferenceTape[] tapes)
    {
        double[,] v = weights["fc.weight"], c = weights["fc.bias"];
        double[][] states = tapes[^1].Outputs;
        return Array.ConvertAll(StepsRead(states.Length), step =>
        {
            double[] logits = new double[_shape.Outputs];
            for (int k = 0; k < _shape.Outputs; k++)
            {
                logits[k] = c[k, 0];
                for (int i = 0; i < _shape.Hidden; i++)
                {
                    logits[k] += v[k, i] * states[step][i];
                }
            }

            return logits;
        });
    }

    private void AddGradients(TensorSet weights, Observation observation, int sequences, TensorSet gradients)
    {
        double[,] v = weights["fc.weight"], dv = gradients["fc.weight"], dc = gradients["fc.bias"];
        IReferenceTape[] tapes = RunCells(weights, observation.Tokens);
        double[][] states = tapes[^1].Outputs;
        double[][] logits = Logits(weights, tapes);
        int[] steps = StepsRead(states.Length);
        double weight = 1.0 / (sequences * observation.Targets.Count(target => target >= 0));
        double[][] stateGradients = Array.ConvertAll(states, state => new double[state.Length]);
        for (int row = 0; row < steps.Length; row++)
        {
            if (observation.Targets[row] < 0)
            {
                continue;
            }

            double[] probabilities = Array.ConvertAll(LogSoftmax(logits[row]), Math.Exp);
            for (int k = 0; k < _shape.Outputs; k++)
            {
                double delta = weight * (probabilities[k] - (k == observation.Targets[row] ? 1 : 0));
                dc[k, 0] += delta;
                for (int i = 0; i < _shape.Hidden; i++)
                {
                    dv[k, i] += delta * states[steps[row]][i];
                    stateGradients[steps[row]][i] += delta * v[k, i];
                }
            }
        }

        tapes[^1].Backward(stateGradients, gradients);
    }
}
