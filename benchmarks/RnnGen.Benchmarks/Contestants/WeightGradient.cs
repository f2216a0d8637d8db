using System;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants;

/// <summary>What training contestants are compared by: the loss of a step, and the gradient of W that the step applied.</summary>
/// <remarks>
/// Only the first step is the same for all: from then on the peers change an embedding and weight_ih where RnnGen changes U. The gradient is
/// read off the weights, because it is what plain gradient descent subtracted from them.
/// </remarks>
internal static class WeightGradient
{
    /// <summary>The learning rate of every training contestant: small, so that thousands of timed steps change little.</summary>
    public const double LearningRate = 1e-3;

    /// <summary>The loss, then the gradient of weight_hh, row by row.</summary>
    /// <param name="workload">The workload, with the weights before the step.</param>
    /// <param name="loss">The loss of the step.</param>
    /// <param name="weightAfter">weight_hh at a row and a column, after the step.</param>
    public static float[] Report(Workload workload, double loss, Func<int, int, float> weightAfter)
    {
        int hidden = workload.Hidden;
        float[] report = new float[1 + workload.RecurrentWeights];
        report[0] = (float)loss;
        for (int i = 0; i < workload.Weights.Gates * hidden; i++)
        {
            for (int j = 0; j < hidden; j++)
            {
                int place = (i * hidden) + j;
                report[1 + place] = (float)((workload.Weights.HiddenHidden[place] - weightAfter(i, j)) / LearningRate);
            }
        }

        return report;
    }
}
