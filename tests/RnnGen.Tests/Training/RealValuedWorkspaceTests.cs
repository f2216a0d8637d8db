using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RnnGen.Numerics;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

/// <summary>Where a workspace lays features and real targets.</summary>
public class RealValuedWorkspaceTests
{
    [Fact]
    public void Every_real_step_has_its_standardised_row_in_its_slot()
    {
        AssertRows<FeatureClassifierShape>();
        AssertRows<FeatureLabelerShape>();
        AssertRows<FeatureRegressorShape>();
        AssertRows<FeatureStepRegressorShape>();
    }

    [Fact]
    public void True_numbers_are_in_the_slots_of_their_steps()
    {
        AssertTargets<RegressorShape>();
        AssertTargets<StepRegressorShape>();
        AssertTargets<FeatureRegressorShape>();
        AssertTargets<FeatureStepRegressorShape>();
    }

    [Fact]
    public void A_step_takes_what_the_memory_has_a_slot()
    {
        AssertFloatsPerSlot<RegressorShape>();
        AssertFloatsPerSlot<FeatureLabelerShape>();
        AssertFloatsPerSlot<FeatureStepRegressorShape>();
    }

    [Fact]
    public void Nothing_of_an_earlier_batch_is_left_in_the_padding_or_takes_a_target_for_a_step_without()
    {
        ModelDescription description = FeatureStepRegressorShape.Network.Description;
        var standardization = new FeatureStandardization(16);
        var workspace = new TrainingWorkspace(description);
        SequenceDataset first = RealValuedData.For(description, count: 30, seed: 1);
        workspace.Load(first, SampleData.AllIndices(first), standardization);
        workspace.Load(new SequenceSample { Features = new float[32], TargetValues = [.. Enumerable.Repeat(float.NaN, 6)] }, standardization);
        Assert.Equal([-1, -1, -1], workspace.Targets.ToArray());
        Assert.Equal([0f, 0f, 0f], workspace.LossWeights.ToArray());
        Assert.Equal(0, workspace.TotalLoss());
    }

    [Fact]
    public void Tokens_take_no_memory_for_features()
    {
        var workspace = new TrainingWorkspace(PlainElmanLabeler.Description);
        workspace.Load([1, 2, 3], [0, 1, 2]);
        Assert.True(workspace.Features.IsEmpty);
        Assert.True(workspace.TargetValues.IsEmpty);
    }

    [Fact]
    public void A_forward_pass_alone_needs_no_targets()
    {
        ModelDescription description = FeatureLabelerShape.Network.Description;
        var standardization = new FeatureStandardization(19);
        standardization.Set([.. Enumerable.Repeat(2f, 19)], [.. Enumerable.Repeat(4f, 19)]);
        var workspace = new TrainingWorkspace(description);
        float[] features = [.. Enumerable.Range(0, 5 * 19).Select(i => (float)i)];
        workspace.LoadInputs(features, [2, 3], standardization);
        SequenceBlock block = workspace.Blocks[0];
        Assert.Equal((2, 3), (block.Rows, block.Steps));

        // The longer one is row 0: its step 2 begins with the number 4 x 19.
        Assert.Equal(((4 * 19) - 2) / 4f, workspace.Features[(block.Slot + (2 * 2)) * 32]);
        Assert.Equal((19 - 2) / 4f, workspace.Features[(block.Slot + 2 + 1) * 32]);
        Assert.All(workspace.Targets.ToArray(), target => Assert.Equal(-1, target));
    }

    [Fact]
    public void Sequences_that_do_not_fit_are_refused()
    {
        ModelDescription description = FeatureStepRegressorShape.Network.Description;
        var workspace = new TrainingWorkspace(description);
        var standardization = new FeatureStandardization(16);
        SequenceDataset data = RealValuedData.For(description, count: 3, seed: 1);
        Refused("indices", () => workspace.Load(data, [], standardization));
        Refused("standardization", () => workspace.Load(data, [0]));
        Refused("standardization", () => workspace.Load(data, [0], new FeatureStandardization(17)));
        Refused("standardization", () => workspace.LoadInputs(new float[16], [1], null!));
        Refused("dataset", () => workspace.Load(RealValuedData.For(FeatureRegressorShape.Network.Description, 3, 1), [0], standardization));
        Refused("dataset", () => workspace.Load(RealValuedData.For(StepRegressorShape.Network.Description, 3, 1), [0], standardization));
        Refused("dataset", () => workspace.Load(SequenceDataset.FromFeatures(9, 16, [new float[16]], 3, [new float[3]]), [0], standardization));
        Refused("dataset", () => workspace.Load(SequenceDataset.FromFeatures(9, 16, [new float[16]], 2, [new float[2]], everyStep: true), [0], standardization));
        Refused("dataset", () => workspace.Load(SequenceDataset.FromFeatures(99, 16, [new float[160]], 3, [new float[30]], everyStep: true), [0], standardization));
        Refused("lengths", () => workspace.LoadInputs(new float[32], [1], standardization));
        Refused("lengths", () => workspace.LoadInputs(new float[17], [1], standardization));
        Refused("lengths", () => workspace.LoadInputs(new float[160], [10], standardization));
        Refused("lengths", () => workspace.LoadInputs([], [], standardization));
        Refused("features", () => workspace.LoadInputs([.. Enumerable.Repeat(float.NaN, 16)], [1], standardization));

        // Finite as it is, and no longer when standardised.
        standardization.Set(new float[16], [.. Enumerable.Repeat(2e-38f, 16)]);
        SequenceDataset large = SequenceDataset.FromFeatures(9, 16, [[.. Enumerable.Repeat(1e38f, 16)]], 3, [new float[3]], everyStep: true);
        ArgumentException exception = Refused("dataset", () => workspace.Load(large, [0], standardization));
        Assert.StartsWith("Feature 0 of step 0 of sequence 0 is 1E+38", exception.Message, StringComparison.Ordinal);
    }

    private static ArgumentException Refused(string name, Action action) => Assert.Throws<ArgumentException>(name, action);

    private static void AssertFloatsPerSlot<TShape>()
        where TShape : IPlainShape
    {
        ModelDescription description = TShape.Network.Description;
        var workspace = new TrainingWorkspace(description);
        SequenceDataset dataset = RealValuedData.For(description, count: 3, seed: 6);
        FeatureStandardization? standardization = description.FeatureCount > 0 ? new FeatureStandardization(description.FeatureCount) : null;
        workspace.Load(dataset, SampleData.AllIndices(dataset), standardization);
        int floats = workspace.Features.Length + workspace.TargetValues.Length;
        for (int i = 0; i < description.TrainingRowWidths.Length; i++)
        {
            floats += workspace.Buffer(i).Length;
        }

        Assert.Equal(floats, workspace.FloatsPerSlot * workspace.Targets.Length);
    }

    private static void AssertRows<TShape>()
        where TShape : IPlainShape
    {
        ModelDescription description = TShape.Network.Description;
        SequenceDataset dataset = RealValuedData.For(description, count: 21, seed: 6);
        var standardization = new FeatureStandardization(description.FeatureCount);
        standardization.Fit(dataset);
        var workspace = new TrainingWorkspace(description);
        workspace.Load(dataset, SampleData.AllIndices(dataset), standardization);
        Assert.Equal(0, Address(workspace.Features) % 64);
        int stride = description.FeatureStride;
        Assert.Equal((description.FeatureCount + 15) / 16 * 16, stride);
        int seen = 0;
        ForEachStep(workspace, dataset, (sequence, t, slot) =>
        {
            float[] expected = new float[stride];
            standardization.Apply(dataset.FeaturesOf(sequence).Slice(t * description.FeatureCount, description.FeatureCount), expected);
            Assert.Equal(expected, workspace.Features.Slice(slot * stride, stride).ToArray());
            seen++;
        });
        Assert.Equal(Enumerable.Range(0, dataset.Count).Sum(dataset.LengthOf), seen);
        Assert.All(workspace.Features.ToArray(), value => Assert.True(float.IsFinite(value)));
    }

    private static void AssertTargets<TShape>()
        where TShape : IPlainShape
    {
        ModelDescription description = TShape.Network.Description;
        SequenceDataset dataset = RealValuedData.For(description, count: 21, seed: 7);
        FeatureStandardization? standardization = description.FeatureCount > 0 ? new FeatureStandardization(description.FeatureCount) : null;
        var workspace = new TrainingWorkspace(description);
        workspace.Load(dataset, SampleData.AllIndices(dataset), standardization);
        Assert.Equal(0, Address(workspace.TargetValues) % 64);
        int size = description.OutputSize;
        int stride = Softmax.RowLength(size);
        float sequences = SampleData.CountWithTarget(dataset);
        ForEachStep(workspace, dataset, (sequence, t, slot) =>
        {
            int first = description.HasOutputEveryStep ? 0 : dataset.LengthOf(sequence) - 1;
            ReadOnlySpan<float> values = dataset.TargetValuesOf(sequence);
            bool isTarget = t >= first && !float.IsNaN(values[(t - first) * size]);
            Assert.Equal(isTarget ? 0 : -1, workspace.Targets[slot]);
            if (isTarget)
            {
                float[] row = workspace.TargetValues.Slice(slot * stride, stride).ToArray();
                Assert.Equal(values.Slice((t - first) * size, size).ToArray(), row[..size]);
                Assert.All(row[size..], padding => Assert.Equal(0f, padding));
                int counted = values.ToArray().Where((value, place) => place % size == 0 && !float.IsNaN(value)).Count();
                Assert.Equal(1f / (sequences * counted), workspace.LossWeights[slot]);
            }
        });
    }

    private static void ForEachStep(TrainingWorkspace workspace, SequenceDataset dataset, Action<int, int, int> check)
    {
        foreach (SequenceBlock block in workspace.Blocks)
        {
            for (int row = 0; row < block.Rows; row++)
            {
                int sequence = workspace.BatchIndex(block.FirstSequence + row);
                for (int t = 0; t < dataset.LengthOf(sequence); t++)
                {
                    check(sequence, t, block.Slot + (t * block.Rows) + row);
                }
            }
        }
    }

    private static long Address(ReadOnlySpan<float> span) => Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref MemoryMarshal.GetReference(span));
}
