using System;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

/// <summary>Models that read features or give numbers; alone in the process, as <see cref="AllocationTests"/> are.</summary>
[Collection(nameof(AllocationTests))]
public class RealValuedAllocationTests
{
    [Fact]
    public void A_step_allocates_nothing_on_any_thread()
    {
        AssertStepAllocatesNothing<FeatureClassifierShape>();
        AssertStepAllocatesNothing<FeatureStepRegressorShape>();
        AssertStepAllocatesNothing<RegressorShape>();
    }

    [Fact]
    public void A_single_observation_allocates_nothing_after_the_first_call()
    {
        var model = PlainElman<FeatureStepRegressorShape>.Create(1);
        float[] gradients = new float[model.Parameters.Length];
        float[] features = new float[4 * 16];
        float[] targets = new float[4 * 3];
        _ = SingleObservation.Backward(model, features, targets, gradients);
        AllocationTests.AssertAllocatesNothing(() => _ = SingleObservation.Backward(model, features, targets, gradients));
    }

    private static void AssertStepAllocatesNothing<TShape>()
        where TShape : IPlainShape
    {
        SequenceDataset dataset = RealValuedData.For(TShape.Network.Description, count: 100, seed: 1);
        int[] all = SampleData.AllIndices(dataset);
        using var session = new TrainingSession<PlainElman<TShape>>(PlainElman<TShape>.Create(1), Optimizers.Adam(), threads: 3, clipNorm: 1);
        session.Reserve(dataset, 32);
        _ = session.Step(dataset, all.AsSpan(0, 32));
        AllocationTests.AssertAllocatesNothing(() =>
        {
            for (int first = 0; first < all.Length; first += 32)
            {
                _ = session.Step(dataset, all.AsSpan(first, Math.Min(32, all.Length - first)));
            }
        });
    }
}
