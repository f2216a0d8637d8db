using System;
using System.Linq;
using System.Threading.Tasks;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

public class SingleObservationTests
{
    private static readonly int[] Inputs = [1, 5, 12, 0];
    private static readonly int[] Targets = [-1, 2, 0, 5];

    [Fact]
    public void Gradients_are_added_and_not_written_over()
    {
        PlainElmanLabeler model = PlainElmanLabeler.Create(3);
        float[] once = new float[model.Parameters.Length];
        float[] onTop = [.. Enumerable.Repeat(1f, once.Length)];
        float loss = SingleObservation.Backward(model, Inputs, Targets, once);
        Assert.Equal(loss, SingleObservation.Backward(model, Inputs, Targets, onTop));

        // A rounding of numbers near 1 for each of four steps.
        Assert.All(once.Zip(onTop), pair => Assert.Equal(1 + pair.First, pair.Second, 1e-6f));
    }

    [Fact]
    public void The_gradient_is_that_of_a_batch_of_one()
    {
        PlainElmanLabeler model = PlainElmanLabeler.Create(3);
        float[] before = model.Parameters.ToArray();
        float[] gradients = new float[before.Length];
        float loss = SingleObservation.Backward(model, Inputs, Targets, gradients);
        SequenceDataset dataset = SequenceDataset.FromTokens(SequenceTask.Labeling, 9, [Inputs], [Targets]);
        using var session = new TrainingSession<PlainElmanLabeler>(model, Optimizers.Sgd(1), threads: 1);
        Assert.Equal((float)session.Step(dataset, [0]), loss);
        Assert.Equal(before.Zip(gradients, (weight, gradient) => weight - gradient), model.Parameters.ToArray());
    }

    [Fact]
    public void Many_threads_may_work_on_one_model()
    {
        PlainElmanLabeler model = PlainElmanLabeler.Create(3);
        float[] expected = new float[model.Parameters.Length];
        _ = SingleObservation.Backward(model, Inputs, Targets, expected);
        _ = Parallel.For(0, 200, round =>
        {
            float[] gradients = new float[expected.Length];
            _ = SingleObservation.Backward(model, Inputs, Targets, gradients);
            Assert.Equal(expected, gradients);
        });
    }

    [Fact]
    public void Wrong_spans_tokens_and_targets_are_refused_by_name_and_leave_the_gradients_alone()
    {
        PlainElmanLabeler model = PlainElmanLabeler.Create(3);
        float[] gradients = new float[model.Parameters.Length];
        void Refused(string name, int[] inputs, int[] targets, int missing = 0)
        {
            var exception = Assert.ThrowsAny<ArgumentException>(
                () => SingleObservation.Backward(model, inputs, targets, gradients.AsSpan(missing)));
            Assert.Equal(name, exception.ParamName);
        }

        Refused("gradients", Inputs, Targets, missing: 1);
        Refused("tokens", [], []);
        Refused("tokens", new int[10], new int[10]);
        Refused("tokens", [1, 13], [0, 0]);
        Refused("tokens", [1, -1], [0, 0]);
        Refused("labels", Inputs, [1]);
        Refused("labels", [1, 2], [0, 6]);
        Refused("labels", [1, 2], [0, -2]);
        Assert.All(gradients, gradient => Assert.Equal(0f, gradient));
    }
}
