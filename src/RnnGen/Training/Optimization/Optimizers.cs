using System;
using RnnGen.Training;

namespace RnnGen;

/// <summary>The optimizers, with PyTorch's formulas and defaults.</summary>
/// <remarks>
/// <para>Updates are made in single precision: a constant must be in its range as a float, too.</para>
/// <para>
/// A cell has one bias where PyTorch has two, bias_ih and bias_hh, which are only ever added. (Of the candidate of a GRU with the reset after the product both are there, in both.) Each of the two gets the same gradient
/// and the same update, so that in PyTorch their sum moves twice as far in a step; training from the same weights goes a slightly different way.
/// </para>
/// </remarks>
public static class Optimizers
{
    /// <summary>Stochastic gradient descent: torch.optim.SGD with dampening 0.</summary>
    /// <remarks>
    /// g = g + weightDecay p; m = momentum m + g; p = p - learningRate m, or, in Nesterov's form, p = p - learningRate (g + momentum m).
    /// </remarks>
    /// <param name="learningRate">The size of a step: 0 or more.</param>
    /// <param name="momentum">How much of the last direction is kept: 0 to below 1.</param>
    /// <param name="nesterov">Whether the gradient looks one step of momentum ahead.</param>
    /// <param name="weightDecay">How much of the weight joins its gradient: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="nesterov"/> without momentum.</exception>
    public static Optimizer Sgd(double learningRate = 1e-3, double momentum = 0, bool nesterov = false, double weightDecay = 0) =>
        new SgdOptimizer(learningRate, momentum, nesterov, weightDecay);

    /// <summary>RMSProp (Tieleman and Hinton 2012): torch.optim.RMSprop, not centered.</summary>
    /// <remarks>
    /// g = g + weightDecay p; v = smoothing v + (1 - smoothing) g g; m = momentum m + g / (sqrt(v) + epsilon); p = p - learningRate m.
    /// </remarks>
    /// <param name="learningRate">The size of a step: 0 or more.</param>
    /// <param name="smoothing">How much of the mean square is kept from step to step (PyTorch's alpha): 0 to below 1.</param>
    /// <param name="epsilon">What keeps the denominator from zero: above 0.</param>
    /// <param name="weightDecay">How much of the weight joins its gradient: 0 or more.</param>
    /// <param name="momentum">How much of the last direction is kept: 0 to below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Optimizer RmsProp(
        double learningRate = 1e-2, double smoothing = 0.99, double epsilon = 1e-8, double weightDecay = 0, double momentum = 0) =>
        new RmsPropOptimizer(learningRate, smoothing, epsilon, weightDecay, momentum);

    /// <summary>Adam (Kingma and Ba 2015): torch.optim.Adam.</summary>
    /// <remarks>
    /// g = g + weightDecay p; m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g g;
    /// p = p - learningRate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon).
    /// </remarks>
    /// <param name="learningRate">The size of a step: 0 or more.</param>
    /// <param name="beta1">How much of the mean gradient is kept from step to step: 0 to below 1.</param>
    /// <param name="beta2">How much of the mean square is kept from step to step: 0 to below 1.</param>
    /// <param name="epsilon">What keeps the denominator from zero: above 0.</param>
    /// <param name="weightDecay">How much of the weight joins its gradient: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Optimizer Adam(
        double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0) =>
        new AdamOptimizer(learningRate, beta1, beta2, epsilon, weightDecay, decoupled: false);

    /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019): torch.optim.AdamW.</summary>
    /// <remarks>
    /// p = p - learningRate weightDecay p, then <see cref="Adam"/> with a weight decay of 0. Biases decay too, as they do in PyTorch.
    /// </remarks>
    /// <param name="learningRate">The size of a step: 0 or more.</param>
    /// <param name="beta1">How much of the mean gradient is kept from step to step: 0 to below 1.</param>
    /// <param name="beta2">How much of the mean square is kept from step to step: 0 to below 1.</param>
    /// <param name="epsilon">What keeps the denominator from zero: above 0.</param>
    /// <param name="weightDecay">How much a weight shrinks in a step, times the learning rate: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Optimizer AdamW(
        double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 1e-2) =>
        new AdamOptimizer(learningRate, beta1, beta2, epsilon, weightDecay, decoupled: true);
}
