using System;
using RnnGen.Numerics;

namespace RnnGen.Training;

/// <summary>What one run of an optimizer remembers from step to step.</summary>
internal abstract class OptimizerState
{
    private readonly AlignedBuffer[] _moments;

    protected OptimizerState(int parameterStorage, int momentCount)
    {
        _moments = new AlignedBuffer[momentCount];
        for (int i = 0; i < momentCount; i++)
        {
            _moments[i] = new AlignedBuffer(parameterStorage);
        }
    }

    /// <summary>How many moments there are: arrays as long as the parameters.</summary>
    public int MomentCount => _moments.Length;

    /// <summary>A moment, in the layout of the parameters.</summary>
    /// <param name="index">0 to <see cref="MomentCount"/> - 1.</param>
    public Span<float> Moment(int index) => _moments[index].Span;

    /// <summary>Computes the constants of a step, before its ranges are updated.</summary>
    /// <param name="step">The number of the step: 1 for the first of the run.</param>
    /// <param name="learningRate">The learning rate of this step.</param>
    /// <param name="gradientScale">The factor that clipping gives the gradient; 1 without.</param>
    public abstract void PrepareStep(long step, double learningRate, float gradientScale);

    /// <summary>Updates a range of the parameters and clears its gradients. Different ranges may run at the same time.</summary>
    /// <param name="parameters">All parameters.</param>
    /// <param name="gradients">All gradients.</param>
    /// <param name="start">Where the range starts.</param>
    /// <param name="length">How long it is.</param>
    public abstract void UpdateRange(Span<float> parameters, Span<float> gradients, int start, int length);
}
