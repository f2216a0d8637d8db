using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Tests.InstructionSets;
using RnnGen.Tests.Models;
using RnnGen.Tests.Reference;
using RnnGen.Training;

namespace RnnGen.Tests.Emitted;

/// <summary>What training drops: the reference, given the same factors, has the same losses and gradients.</summary>
[Trait(Rerun.Category, Rerun.Numbers)]
public class DropoutTests
{
    public static IEnumerable<TheoryDataRow<string>> Models => ModelTheory.Models
        .Where(row => ModelCatalog.Get(row.Data) is { Dropout: > 0 } or { RecurrentDropout: > 0 });

    [Theory]
    [MemberData(nameof(Models))]
    public void Losses_and_gradients_are_those_of_the_reference_with_the_same_factors(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        var network = new ReferenceNetwork(modelCase.Shape);
        foreach (Observation[] batch in ModelTheory.Batches(modelCase))
        {
            for (ulong key = 1; key <= 3; key++)
            {
                Observation[] dropped = [];
                TensorSet weights = ModelTheory.WeightsFor(network, [batch]);
                BatchPass pass = new(modelCase.Create(weights))
                {
                    Prepare = workspace =>
                    {
                        workspace.DropoutKey = key;
                        dropped = [.. batch.Select((observation, i) => observation with { Dropout = Masks(modelCase, workspace, i, observation.Length) })];
                    },
                };
                BatchResult result = pass.Run(batch);

                // Near a kink, which the factors may have moved a pre-activation to, two precisions may rightly differ.
                if (network.KinkDistance(weights, dropped) > 2e-6)
                {
                    NumericAssert.Loss(network.Loss(weights, dropped), result.Loss);
                    NumericAssert.Gradients(
                        network.Gradients(weights, dropped), TensorLayout.Gather(modelCase.Description.Tensors, result.Gradients));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_same_seed_drops_the_same_on_any_number_of_threads_and_another_seed_drops_otherwise(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        Observation[] batch = RandomBatch.Of(modelCase.Shape, seed: 4, ModelTheory.BatchLengths(13, modelCase.SequenceLength));
        IReadOnlyList<double> expected = modelCase.Create(seed: 1).Train(batch, Optimizers.Sgd(0.1f), steps: 5, threads: 1, dropoutSeed: 7);
        Assert.Equal(expected, modelCase.Create(seed: 1).Train(batch, Optimizers.Sgd(0.1f), steps: 5, threads: 3, dropoutSeed: 7));
        Assert.NotEqual(expected, modelCase.Create(seed: 1).Train(batch, Optimizers.Sgd(0.1f), steps: 5, threads: 1, dropoutSeed: 8));
        Assert.Equal(expected.Count, expected.Distinct().Count());
    }

    /// <summary>The share of a million factors that are zero, and their mean, which is 1: within four standard deviations.</summary>
    [Theory]
    [InlineData(0.1f)]
    [InlineData(0.5f)]
    [InlineData(0.9f)]
    public void Factors_are_zero_with_the_rate_and_have_the_mean_of_one(float rate)
    {
        const int Count = 1_000_000;
        float[] factors = new float[Count];
        RnnGen.Numerics.DropoutMask.Fill(12345, rate, factors);
        double deviation = Math.Sqrt(rate * (1 - rate) / Count);
        Assert.InRange(factors.Count(factor => factor == 0) / (double)Count, rate - (4 * deviation), rate + (4 * deviation));
        Assert.All(factors, factor => Assert.True(factor == 0 || factor == 1f / (1f - rate)));
    }

    private static DropoutMasks Masks(ModelCase modelCase, TrainingWorkspace workspace, int observation, int steps)
    {
        int sequence = Enumerable.Range(0, workspace.SequenceCount).Single(i => workspace.BatchIndex(i) == observation);
        double[] Factors(int site, int step, float rate, int width)
        {
            float[] factors = new float[width];
            workspace.FillDropout(site, sequence, step, rate, factors);
            return Array.ConvertAll(factors, factor => (double)factor);
        }

        ReferenceShape shape = modelCase.Shape;
        double[][]?[] inputs =
        [
            .. Enumerable.Range(0, shape.Layers).Select(layer => modelCase.Dropout > 0 && (layer > 0 || shape.Embedding > 0)
                ? (double[][])[.. Enumerable.Range(0, steps).Select(t => Factors(layer, t, modelCase.Dropout, shape.InputSize(layer)))]
                : null),
        ];
        double[][][] states =
        [
            .. Enumerable.Range(0, shape.Layers).Select(layer => (double[][])
            [
                .. Enumerable.Range(0, shape.Directions).Select(direction => modelCase.RecurrentDropout > 0
                    ? Factors(TrainingWorkspace.RecurrentSite + (layer * shape.Directions) + direction, 0, modelCase.RecurrentDropout, shape.Hidden)
                    : [.. Enumerable.Repeat(1.0, shape.Hidden)]),
            ]),
        ];
        return new DropoutMasks(inputs, states);
    }
}
