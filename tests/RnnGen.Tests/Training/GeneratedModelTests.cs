using System;
using System.Linq;
using RnnGen.Tests.Models;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Training;

/// <summary>The trainer with generated classes in place of the plain one.</summary>
public class GeneratedModelTests
{
    [Fact]
    public void A_generated_model_learns_what_the_plain_one_learns()
    {
        TensorSet start = TensorLayout.Gather(PlainElmanClassifier.Description.Tensors, PlainElmanClassifier.Create(1).Parameters);
        (EpochResult[] Epochs, TensorSet Weights) plain = Learn<PlainElmanClassifier>(start);
        (EpochResult[] Epochs, TensorSet Weights) generated = Learn<GeneratedClassifier>(start);
        Assert.Equal(plain.Epochs.Length, generated.Epochs.Length);
        foreach ((EpochResult expected, EpochResult actual) in plain.Epochs.Zip(generated.Epochs))
        {
            NumericAssert.Loss(expected.TrainingLoss, actual.TrainingLoss);
            NumericAssert.Loss(expected.ValidationLoss!.Value, actual.ValidationLoss!.Value);
        }

        // As many steps as the tolerance was made for, on gradients no larger.
        NumericAssert.Weights(plain.Weights, generated.Weights, NumericAssert.SgdWeightTolerance);
    }

    [Fact]
    public void Steps_have_the_same_bits_for_every_number_of_threads()
    {
        int[] expected = Train(threads: 1);
        Assert.Equal(expected, Train(threads: 2));
        Assert.Equal(expected, Train(threads: 3));
        Assert.Equal(expected, Train(threads: 5));
    }

    private static (EpochResult[] Epochs, TensorSet Weights) Learn<TModel>(TensorSet start)
        where TModel : class, IRecurrentModel<TModel>
    {
        TModel model = TModel.CreateEmpty();
        TensorLayout.Scatter(start, TModel.Description.Tensors, model.Parameters);
        var options = new TrainingOptions
        {
            Epochs = 5,
            BatchSize = 16,
            Optimizer = Optimizers.Sgd(0.1),
            ClipNorm = 5,
            RestoreBestWeights = false,
        };
        TrainingResult result = Trainer.Fit(
            model,
            SampleData.Classification(60, seed: 1),
            options,
            SampleData.Classification(30, seed: 2),
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(20, result.Steps);
        return ([.. result.Epochs], TensorLayout.Gather(TModel.Description.Tensors, model.Parameters));
    }

    private static int[] Train(int threads)
    {
        SequenceDataset dataset = SampleData.Labeling(90, seed: 2);
        GeneratedLabeler model = new GeneratedLabeler(seed: 1);
        using var session = new TrainingSession<GeneratedLabeler>(model, Optimizers.Adam(0.01), threads, clipNorm: 0.5);
        for (int i = 0; i < 50; i++)
        {
            _ = session.Step(dataset, SampleData.AllIndices(dataset).AsSpan(i, 37));
        }

        TensorLayout.AssertPaddingIsZero(GeneratedLabeler.Description, model.Parameters);
        return Bits.Of(model.Parameters);
    }
}
