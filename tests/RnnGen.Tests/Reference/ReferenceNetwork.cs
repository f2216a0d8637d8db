using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>
/// The network of the equations in double precision: an input vector a step, a stack of recurrent layers, y = V s + c, cross-entropy of softmax(y)
/// or squared error. Plain loops in the order of the formulas; nothing is shared with the code under test.
/// </summary>
internal sealed class ReferenceNetwork(ReferenceShape shape)
{
    private readonly InputLayer _input = new(shape);
    private readonly RecurrentStack _stack = new(shape);
    private readonly StatePooling _pooling = new(shape);
    private readonly OutputLayer _output = new(shape);

    public IEnumerable<TensorShape> Tensors => [.. _input.Tensors, .. _stack.Tensors, .. _output.Tensors];

    /// <summary>
    /// Weights drawn uniformly from within <paramref name="scale"/> / sqrt(Hidden), and exact in single precision, so that a network of floats
    /// can hold the same ones.
    /// </summary>
    public TensorSet RandomWeights(int seed, double scale = 1)
    {
        var random = new Random(seed);
        double bound = scale / Math.Sqrt(shape.Hidden);
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

    /// <summary>The logits of tokens: one row for a classifier, otherwise a row a token.</summary>
    public double[][] Logits(TensorSet weights, int[] tokens) => Logits(weights, new Observation(tokens, []));

    /// <summary>The logits, or what a regressor answers: one row for a whole sequence, or a row a step.</summary>
    public double[][] Logits(TensorSet weights, Observation observation) =>
        _output.Forward(weights, _pooling.Pool(Run(weights, observation).Outputs));

    /// <summary>The probabilities after tokens: one row for a classifier, otherwise a row a token.</summary>
    public double[][] Probabilities(TensorSet weights, int[] tokens) => Probabilities(weights, new Observation(tokens, []));

    /// <summary>The probabilities: one row for a classifier, otherwise a row a step.</summary>
    public double[][] Probabilities(TensorSet weights, Observation observation) =>
        Array.ConvertAll(Logits(weights, observation), row => Array.ConvertAll(ReferenceLoss.LogSoftmax(row), Math.Exp));

    /// <summary>What a stream carries on after these tokens.</summary>
    public double[] FinalState(TensorSet weights, int[] tokens) => FinalState(weights, new Observation(tokens, []));

    /// <summary>What a stream carries on: the states of all layers, s and after it the memory of a cell that has one.</summary>
    public double[] FinalState(TensorSet weights, Observation observation) => Run(weights, observation).FinalState;

    /// <summary>
    /// The mean over sequences of the mean over their counted steps of the cross-entropy in nats, or of the mean over outputs of the squared error.
    /// </summary>
    /// <param name="weights">The network's tensors.</param>
    /// <param name="batch">The sequences.</param>
    /// <param name="labelWeights">
    /// What a label counts, if not 1: the mean over the steps of a sequence, or that over sequences with one label each, is weighted by it.
    /// </param>
    public double Loss(TensorSet weights, IReadOnlyList<Observation> batch, IReadOnlyList<double>? labelWeights = null)
    {
        var loss = new ReferenceLoss(shape, labelWeights);
        double[][] shares = loss.Shares(batch);
        return batch
            .Select((observation, i) => Logits(weights, observation).Select((y, row) => loss.Row(y, observation, row, shares[i][row])).Sum())
            .Sum();
    }

    /// <summary>How far the batch stays from a kink: of a pre-activation, or of max pooling where two states are equally large.</summary>
    public double KinkDistance(TensorSet weights, IReadOnlyList<Observation> batch) => batch.Min(observation =>
    {
        IReferenceTape tape = Run(weights, observation);
        return Math.Min(tape.KinkDistance, _pooling.KinkDistance(tape.Outputs));
    });

    /// <summary>The gradient of <see cref="Loss"/> with respect to every tensor.</summary>
    public TensorSet Gradients(TensorSet weights, IReadOnlyList<Observation> batch, IReadOnlyList<double>? labelWeights = null)
    {
        TensorSet gradients = weights.Zeros();
        var loss = new ReferenceLoss(shape, labelWeights);
        double[][] shares = loss.Shares(batch);
        for (int i = 0; i < batch.Count; i++)
        {
            AddGradients(weights, batch[i], loss, shares[i], gradients);
        }

        return gradients;
    }

    private IReferenceTape Run(TensorSet weights, Observation observation) =>
        _stack.Run(weights, _input.Read(weights, observation), observation.InitialState, observation.Dropout);

    private void AddGradients(TensorSet weights, Observation observation, ReferenceLoss loss, double[] shares, TensorSet gradients)
    {
        IReferenceTape tape = Run(weights, observation);
        double[][] states = _pooling.Pool(tape.Outputs);
        double[][] outputs = _output.Forward(weights, states);
        double[][] outputGradients = [.. outputs.Select((y, row) => loss.RowGradient(y, observation, row, shares[row]))];
        double[][] pooledGradients = _output.Backward(weights, states, outputGradients, gradients);
        double[][] inputGradients = tape.Backward(_pooling.Backward(tape.Outputs, pooledGradients), gradients);
        _input.Backward(observation, inputGradients, gradients);
    }
}
