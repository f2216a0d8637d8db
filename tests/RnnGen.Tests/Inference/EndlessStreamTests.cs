using System;
using RnnGen.Numerics;
using RnnGen.Tests.Models;

namespace RnnGen.Tests.Inference;

/// <summary>A stream has no end: a mean over time follows it however long it is.</summary>
public class EndlessStreamTests
{
    [Fact]
    public void Mean_of_a_stream_without_end_follows_the_input()
    {
        var model = new GruFeatureRegressor24x1Mean(seed: 3);
        float[] before = Inputs(0.5f);
        float[] after = Inputs(-0.5f);
        float[] settledBefore = Settled(model, before, new float[GruFeatureRegressor24x1Mean.StateSize]);
        float[] settledAfter = Settled(model, after, new float[GruFeatureRegressor24x1Mean.StateSize]);

        // Behind the hidden state are the sum of the states and the number of steps: as if there had been 2^24, where the float next to it is 2 away.
        float[] state = new float[GruFeatureRegressor24x1Mean.StateSize];
        float[] outputs = Settled(model, before, state);
        float scale = (1 << 24) / state[^1];
        for (int i = GruFeatureRegressor24x1Mean.HiddenSize; i < state.Length; i++)
        {
            state[i] *= scale;
        }

        for (int step = 0; step < 2 * RowMath.MostSummedSteps; step++)
        {
            model.Step(after, state, outputs);
        }

        // Four times in two million steps, those before count half: 1/16 of the old input is left, and what a sum takes in is rounded to some percent.
        for (int i = 0; i < outputs.Length; i++)
        {
            float way = (outputs[i] - settledBefore[i]) / (settledAfter[i] - settledBefore[i]);
            Assert.InRange(way, 0.85f, 1.1f);
        }
    }

    private static float[] Inputs(float value)
    {
        float[] inputs = new float[GruFeatureRegressor24x1Mean.FeatureCount];
        Array.Fill(inputs, value);
        return inputs;
    }

    private static float[] Settled(GruFeatureRegressor24x1Mean model, float[] inputs, float[] state)
    {
        float[] outputs = new float[GruFeatureRegressor24x1Mean.OutputCount];
        for (int step = 0; step < 1024; step++)
        {
            model.Step(inputs, state, outputs);
        }

        return outputs;
    }
}
