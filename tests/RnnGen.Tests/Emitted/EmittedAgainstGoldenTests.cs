using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using RnnGen.Tests.Golden;
using RnnGen.Tests.InstructionSets;
using RnnGen.Tests.Models;
using RnnGen.Tests.Reference;
using RnnGen.Training;

namespace RnnGen.Tests.Emitted;

/// <summary>Generated classes that loaded PyTorch's files answer and learn as PyTorch does.</summary>
[Trait(Rerun.Category, Rerun.Numbers)]
public class EmittedAgainstGoldenTests
{
    private const int Steps = 20;

    public static IEnumerable<TheoryDataRow<string>> Models => ModelTheory.GoldenModels;

    [Fact]
    public void Every_frozen_model_is_declared() => Assert.Equal(GoldenModel.Names, ModelCatalog.GoldenFiles.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Models))]
    public void Outputs_agree(string name)
    {
        (GoldenModel golden, IModelUnderTest model) = Load(name);
        for (int i = 0; i < golden.Batch.Count; i++)
        {
            double[][] expected = golden.Shape.IsRegressor ? golden.Logits[i] : golden.Probabilities[i];
            NumericAssert.Rows(expected, ModelTheory.Widen(ModelTheory.Predict(model, golden.Batch[i])), NumericAssert.OutputTolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_loss_and_its_gradients_agree(string name)
    {
        (GoldenModel golden, IModelUnderTest model) = Load(name);
        ModelDescription description = model.Case.Description;
        var workspace = new TrainingWorkspace(description)
        {
            Weighting = LabelWeighting.Create(description, LabelWeightsOf(golden), null, nameof(golden), nameof(golden)),
        };
        BatchResult result = new BatchPass(model, workspace).Run(golden.Batch);
        NumericAssert.Loss(golden.Loss, result.Loss);
        NumericAssert.Gradients(golden.Gradients, TensorLayout.Gather(description.Tensors, result.Gradients));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Twenty_steps_of_SGD_lead_to_the_same_weights(string name)
    {
        (GoldenModel golden, IModelUnderTest model) = Load(name);
        TrainingRun run = Train(golden, model, Optimizers.Sgd(0.1));
        NumericAssert.Run(golden.Sgd, run, NumericAssert.SgdWeightTolerance, NumericAssert.DriftTolerance);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Twenty_steps_of_Adam_lead_to_the_same_weights(string name)
    {
        (GoldenModel golden, IModelUnderTest model) = Load(name);
        TrainingRun run = Train(golden, model, Optimizers.Adam(0.01));
        NumericAssert.Run(golden.Adam, run, NumericAssert.AdamWeightTolerance, NumericAssert.DriftTolerance);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Saving_writes_back_every_number_of_PyTorch(string name)
    {
        (GoldenModel golden, IModelUnderTest model) = Load(name);
        byte[] original = File.ReadAllBytes(golden.WeightsPath), saved = model.Save();

        // The numbers follow the header, whose length is the first 8 bytes; ours has metadata too.
        int numbers = checked(8 + (int)BinaryPrimitives.ReadInt64LittleEndian(original));
        int savedNumbers = checked(8 + (int)BinaryPrimitives.ReadInt64LittleEndian(saved));
        Assert.Equal(original[numbers..], saved[savedNumbers..^AddedBytes(golden.Shape)]);
    }

    /// <summary>After the weights, a file of ours has the mean and the standard deviation of every feature.</summary>
    private static int AddedBytes(ReferenceShape shape) => 2 * shape.Features * sizeof(float);

    private static float[]? LabelWeightsOf(GoldenModel golden) => golden.LabelWeights is { } weights ? [.. weights.Select(weight => (float)weight)] : null;

    private static (GoldenModel Golden, IModelUnderTest Model) Load(string name)
    {
        GoldenModel golden = GoldenModel.Read(name);
        return (golden, ModelCatalog.GetGolden(name).Load(golden.WeightsPath));
    }

    private static TrainingRun Train(GoldenModel golden, IModelUnderTest model, Optimizer optimizer)
    {
        IReadOnlyList<double> losses = model.Train(golden.Batch, optimizer, Steps, labelWeights: LabelWeightsOf(golden));
        return new TrainingRun(losses, TensorLayout.Gather(model.Case.Description.Tensors, model.Parameters));
    }
}
