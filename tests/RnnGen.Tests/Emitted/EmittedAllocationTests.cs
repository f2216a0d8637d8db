using System;
using System.Linq;
using RnnGen.Tests.Memory;
using RnnGen.Tests.Models;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Emitted;

/// <summary>After the first calls, nothing that a prediction or a single observation does allocates a byte.</summary>
public class EmittedAllocationTests
{
    private const int WarmUpCalls = 3;
    private const int MeasuredCalls = 10;

    [Theory]
    [InlineData(nameof(Classifier1))]
    [InlineData(nameof(Classifier64))]
    [InlineData(nameof(Labeler33))]
    [InlineData(nameof(Generator17))]
    [InlineData(nameof(WidestClassifier))]
    [InlineData(nameof(WidestGenerator))]
    [InlineData(nameof(LongestLabeler))]
    [InlineData(nameof(LargestVocabularyGenerator))]
    [InlineData(nameof(MostLabelsLabeler))]
    [InlineData(nameof(GruClassifier1))]
    [InlineData(nameof(GruLabeler32))]
    [InlineData(nameof(GruGenerator65))]
    [InlineData(nameof(WidestGruGenerator))]
    [InlineData(nameof(LongestGruLabeler))]
    [InlineData(nameof(LstmClassifier65))]
    [InlineData(nameof(LstmLabeler31))]
    [InlineData(nameof(LstmGenerator1))]
    [InlineData(nameof(WidestLstmClassifier))]
    [InlineData(nameof(LongestLstmClassifier))]
    [InlineData(nameof(LargestVocabularyLstmGenerator))]
    [InlineData(nameof(GruGenerator64x2Embedded))]
    [InlineData(nameof(ElmanGenerator64x2Embedded))]
    [InlineData(nameof(ElmanClassifier200x2))]
    [InlineData(nameof(LstmBothWaysLabeler4x8Embedded))]
    [InlineData(nameof(GruBothWaysLabeler128x2))]
    [InlineData(nameof(ElmanFeatureClassifier33x1Mean))]
    [InlineData(nameof(ElmanBothWaysFeatureLabeler17x2))]
    [InlineData(nameof(GruFeatureLabeler16x2))]
    [InlineData(nameof(GruFeatureRegressor33x1))]
    [InlineData(nameof(LstmFeatureStepRegressor8x2))]
    [InlineData(nameof(LstmBothWaysFeatureRegressor5x2))]
    [InlineData(nameof(LstmFeatureClassifier7x2))]
    [InlineData(nameof(ElmanRegressor5x2Embedded))]
    [InlineData(nameof(GruBothWaysStepRegressor33x2))]
    [InlineData(nameof(LstmRegressor31x1Embedded))]
    [InlineData(nameof(ElmanStepRegressor1x1Embedded))]
    [InlineData(nameof(OutgrownGruStepRegressor57))]
    [InlineData(nameof(OutgrownLstmLabeler48))]
    [InlineData(nameof(OutgrownElmanClassifier90))]
    [InlineData(nameof(OutgrownGruGenerator64))]
    [InlineData(nameof(OutgrownTiedLstmGenerator64))]
    public void Predict_PredictMany_Step_and_Backward_allocate_nothing(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        IModelUnderTest model = modelCase.Create(seed: 1);
        Observation observation = RandomBatch.Of(modelCase.Shape, seed: 2, modelCase.SequenceLength).Single();
        var flat = new FlatObservation(observation);
        float[] outputs = new float[modelCase.RowsFor(observation.Length) * modelCase.Shape.Outputs];
        float[] state = new float[modelCase.Description.StateSize];
        float[] gradients = new float[modelCase.Description.ParameterStorage];
        Assert.Equal(0, AllocatedBy(() => model.Predict(flat.Input, outputs)));
        Assert.Equal(0, AllocatedBy(() => model.PredictMany(flat.Input, [observation.Length], outputs)));
        if (modelCase.CanStream)
        {
            Assert.Equal(0, AllocatedBy(() => _ = model.Step(flat.Step(0), state, outputs.AsSpan(0, modelCase.Shape.Outputs))));
        }

        Assert.Equal(0, AllocatedBy(() => _ = model.Backward(flat.Input, flat.Target, gradients)));
    }

    [Fact]
    public void Shorter_sequences_after_a_longer_one_allocate_nothing()
    {
        var model = new Labeler33(seed: 1);
        int[] labels = new int[Labeler33.SequenceLength];
        float[] gradients = new float[model.Parameters.Length];
        int length = Labeler33.SequenceLength + 1;
        Assert.Equal(0, AllocatedBy(() =>
        {
            length = Math.Max(1, length - 1);
            int[] tokens = Tokens;
            model.Predict(tokens.AsSpan(0, length), labels.AsSpan(0, length));
            _ = model.Backward(tokens.AsSpan(0, length), labels.AsSpan(0, length), gradients);
        }));
    }

    [Fact]
    public void The_probability_of_a_sequence_allocates_nothing_whatever_its_length()
    {
        var small = new Generator17(seed: 1);
        var large = new LargestVocabularyGenerator(seed: 1);
        var gru = new GruGenerator17(seed: 1);
        var lstm = new LstmGenerator17(seed: 1);
        int[] tokens = new int[10 * Generator17.SequenceLength];
        Assert.Equal(0, AllocatedBy(() => _ = small.LogProbability(tokens)));
        Assert.Equal(0, AllocatedBy(() => _ = large.LogProbability(tokens)));
        Assert.Equal(0, AllocatedBy(() => _ = gru.LogProbability(tokens)));
        Assert.Equal(0, AllocatedBy(() => _ = lstm.LogProbability(tokens)));
    }

    private static int[] Tokens { get; } = new int[Labeler33.SequenceLength];

    private static long AllocatedBy(Action call)
    {
        Repeat(call, WarmUpCalls);
        return Allocations.OfThread(() => Repeat(call, MeasuredCalls));
    }

    private static void Repeat(Action call, int times)
    {
        for (int i = 0; i < times; i++)
        {
            call();
        }
    }
}
