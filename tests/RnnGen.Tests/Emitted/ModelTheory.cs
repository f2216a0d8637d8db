using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Tests.InstructionSets;
using RnnGen.Tests.Models;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Emitted;

/// <summary>The declared models as rows of theories, and what theories need to feed them.</summary>
internal static class ModelTheory
{
    /// <summary>All declared models but the frozen ones.</summary>
    public static IEnumerable<TheoryDataRow<string>> Models => ModelCatalog.Names.Select(name => Row(name, ModelCatalog.Get(name)));

    /// <summary>Those of them that can stream.</summary>
    public static IEnumerable<TheoryDataRow<string>> StreamingModels =>
        ModelCatalog.Names.Where(name => ModelCatalog.Get(name).CanStream).Select(name => Row(name, ModelCatalog.Get(name)));

    /// <summary>The frozen models that are declared, by the names of their files.</summary>
    public static IEnumerable<TheoryDataRow<string>> GoldenModels => ModelCatalog.GoldenFiles.Select(name => Row(name, ModelCatalog.GetGolden(name)));

    /// <summary>Lengths from 1 to the declared one: all of them, or those around the sizes at which blocks of steps end.</summary>
    public static IEnumerable<int> LengthsUpTo(int longest) => longest <= 24
        ? Enumerable.Range(1, longest)
        : new[] { 1, 2, 7, 8, 9, 16, 17, 100, longest - 1, longest };

    /// <summary>Unequal lengths of a batch: the longest, the shortest, and others between, in no order.</summary>
    public static int[] BatchLengths(int count, int longest)
    {
        int[] lengths = [.. Enumerable.Range(0, count).Select(i => 1 + ((i * 7 % 16) * longest / 16))];
        lengths[0] = longest;
        lengths[^1] = count > 1 ? 1 : longest;
        return lengths;
    }

    /// <summary>Batches of 1, 3, 8 (one full block) and 13 (two blocks) sequences.</summary>
    public static IEnumerable<Observation[]> Batches(ModelCase modelCase)
    {
        // A sequence of thousands of steps says in a batch of three all that it has to say.
        int[] counts = modelCase.SequenceLength > 24 ? [1, 3] : [1, 3, 8, 13];
        return counts.Select(count => RandomBatch.Of(modelCase.Shape, seed: count, BatchLengths(count, modelCase.SequenceLength)));
    }

    /// <summary>Weights for which no pre-activation of the batches is nearer to relu's kink than single precision can tell (2e-6).</summary>
    public static TensorSet WeightsFor(ReferenceNetwork network, IEnumerable<Observation[]> batches)
    {
        Observation[] all = [.. batches.SelectMany(batch => batch)];
        return Enumerable.Range(1, 100)
            .Select(seed => network.RandomWeights(seed))
            .First(weights => network.KinkDistance(weights, all) > 2e-6);
    }

    /// <summary>What the reference answers: probabilities, or a regressor's numbers.</summary>
    public static double[][] Expected(ReferenceNetwork network, ModelCase modelCase, TensorSet weights, Observation observation) =>
        modelCase.Shape.IsRegressor ? network.Logits(weights, observation) : network.Probabilities(weights, observation);

    /// <summary>The outputs of a whole sequence, through guarded spans.</summary>
    public static float[][] Predict(IModelUnderTest model, Observation observation)
    {
        int rows = model.Case.RowsFor(observation.Length);
        var outputs = new Guarded<float>(rows * model.Case.Shape.Outputs);
        model.Predict(new FlatObservation(observation).Input, outputs.Span);
        outputs.AssertMarginsAreIntact();
        return [.. outputs.Span.ToArray().Chunk(model.Case.Shape.Outputs)];
    }

    /// <summary>The outputs of many sequences, asked for together, through guarded spans.</summary>
    public static float[][] PredictMany(IModelUnderTest model, Observation[] batch)
    {
        int[] lengths = Array.ConvertAll(batch, observation => observation.Length);
        var outputs = new Guarded<float>(lengths.Sum(model.Case.RowsFor) * model.Case.Shape.Outputs);
        model.PredictMany(new FlatObservation(batch).Input, lengths, outputs.Span);
        outputs.AssertMarginsAreIntact();
        return [.. outputs.Span.ToArray().Chunk(model.Case.Shape.Outputs)];
    }

    /// <summary>The outputs after every step, one step at a time, through guarded spans.</summary>
    /// <param name="model">The model.</param>
    /// <param name="observation">The sequence.</param>
    /// <param name="beforeStep">What is done before each step; null for nothing.</param>
    public static float[][] Stream(IModelUnderTest model, Observation observation, Action? beforeStep = null)
    {
        var flat = new FlatObservation(observation);
        Guarded<float> state = new Guarded<float>(model.Case.Description.StateSize).Cleared();
        var outputs = new Guarded<float>(model.Case.Shape.Outputs);
        return
        [
            .. Enumerable.Range(0, observation.Length).Select(step =>
            {
                beforeStep?.Invoke();
                int best = model.Step(flat.Step(step), state.Span, outputs.Span);
                state.AssertMarginsAreIntact();
                outputs.AssertMarginsAreIntact();
                float[] row = outputs.Span.ToArray();
                Assert.Equal(model.Case.Shape.IsRegressor ? 0 : FirstLargest(row), best);
                return row;
            }),
        ];
    }

    public static int FirstLargest(float[] row) => Array.IndexOf(row, row.Max());

    public static double[][] Widen(float[][] rows) => Array.ConvertAll(rows, row => Array.ConvertAll(row, value => (double)value));

    private static TheoryDataRow<string> Row(string name, ModelCase modelCase)
    {
        var row = new TheoryDataRow<string>(name);
        if (modelCase.Shape.Hidden <= 48 && modelCase.SequenceLength <= 24 && modelCase.Shape.Vocabulary <= 100 && modelCase.Shape.Outputs <= 100)
        {
            row.Traits.Add(Rerun.Size, [Rerun.Small]);
        }

        return row;
    }
}
