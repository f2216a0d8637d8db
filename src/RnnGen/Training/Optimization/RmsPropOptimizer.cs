using System;
using System.Runtime.CompilerServices;
using RnnGen.Training;
using static System.FormattableString;

namespace RnnGen;

/// <summary>RMSProp.</summary>
/// <remarks>
/// T. Tieleman, G. Hinton, "Lecture 6.5: rmsprop", Neural Networks for Machine Learning, 2012, as PyTorch's torch.optim.RMSprop computes it, not centered:
/// <code>
/// g = g + weightDecay p
/// v = smoothing v + (1 - smoothing) g g
/// m = momentum m + g / (sqrt(v) + epsilon)
/// p = p - learningRate m
/// </code>
/// </remarks>
internal sealed class RmsPropOptimizer : Optimizer
{
    private readonly double _smoothing;
    private readonly double _epsilon;
    private readonly double _weightDecay;
    private readonly double _momentum;

    public RmsPropOptimizer(double learningRate, double smoothing, double epsilon, double weightDecay, double momentum)
        : base(learningRate)
    {
        _smoothing = Fraction(smoothing, nameof(smoothing));
        _epsilon = Positive(epsilon, nameof(epsilon));
        _weightDecay = NotNegative(weightDecay, nameof(weightDecay));
        _momentum = Fraction(momentum, nameof(momentum));
    }

    public override string ToString() => Invariant(
        $"RmsProp(learningRate: {LearningRate:R}, smoothing: {_smoothing:R}, epsilon: {_epsilon:R}, weightDecay: {_weightDecay:R}, momentum: {_momentum:R})");

    internal override OptimizerState CreateState(int parameterStorage) =>
        _momentum == 0 ? new PlainState(this, parameterStorage) : new MomentumState(this, parameterStorage);

    private Scaling PrepareScaling(float gradientScale) => new()
    {
        GradientScale = gradientScale,
        Decay = (float)_weightDecay,
        Keep = (float)_smoothing,
        Mix = (float)(1 - _smoothing),
        Epsilon = (float)_epsilon,
    };

    private sealed class PlainState(RmsPropOptimizer optimizer, int parameterStorage) : OptimizerState(parameterStorage, PlainRule.MomentCount)
    {
        private PlainRule _rule;

        public override void PrepareStep(long step, double learningRate, float gradientScale) => _rule = new PlainRule
        {
            Scaling = optimizer.PrepareScaling(gradientScale),
            Descent = (float)-learningRate,
        };

        public override void UpdateRange(Span<float> parameters, Span<float> gradients, int start, int length) =>
            ElementwiseUpdate.Run(_rule, parameters.Slice(start, length), gradients.Slice(start, length), MomentRange(0, start, length), []);
    }

    private sealed class MomentumState(RmsPropOptimizer optimizer, int parameterStorage) : OptimizerState(parameterStorage, MomentumRule.MomentCount)
    {
        private MomentumRule _rule;

        public override void PrepareStep(long step, double learningRate, float gradientScale) => _rule = new MomentumRule
        {
            Scaling = optimizer.PrepareScaling(gradientScale),
            Momentum = (float)optimizer._momentum,
            Descent = (float)-learningRate,
        };

        public override void UpdateRange(Span<float> parameters, Span<float> gradients, int start, int length) => ElementwiseUpdate.Run(
            _rule, parameters.Slice(start, length), gradients.Slice(start, length), MomentRange(0, start, length), MomentRange(1, start, length));
    }

    /// <summary>The gradient over the root of its running mean square.</summary>
    private struct Scaling
    {
        public float GradientScale;
        public float Decay;
        public float Keep;
        public float Mix;
        public float Epsilon;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly TVector Apply<TLanes, TVector>(TVector parameter, TVector gradient, ref TVector meanSquare)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            TVector g = TLanes.MultiplyAdd(TLanes.Broadcast(Decay), parameter, TLanes.Multiply(TLanes.Broadcast(GradientScale), gradient));
            meanSquare = TLanes.MultiplyAdd(TLanes.Broadcast(Keep), meanSquare, TLanes.Multiply(TLanes.Multiply(TLanes.Broadcast(Mix), g), g));
            return TLanes.Divide(g, TLanes.Add(TLanes.Sqrt(meanSquare), TLanes.Broadcast(Epsilon)));
        }
    }

    private struct PlainRule : IUpdateRule
    {
        public Scaling Scaling;
        public float Descent;

        public static int MomentCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<TLanes, TVector>(ref TVector parameter, TVector gradient, ref TVector first, ref TVector second)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct =>
            parameter = TLanes.MultiplyAdd(
                TLanes.Broadcast(Descent), Scaling.Apply<TLanes, TVector>(parameter, gradient, ref first), parameter);
    }

    private struct MomentumRule : IUpdateRule
    {
        public Scaling Scaling;
        public float Momentum;
        public float Descent;

        public static int MomentCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<TLanes, TVector>(ref TVector parameter, TVector gradient, ref TVector first, ref TVector second)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            TVector scaled = Scaling.Apply<TLanes, TVector>(parameter, gradient, ref first);
            second = TLanes.MultiplyAdd(TLanes.Broadcast(Momentum), second, scaled);
            parameter = TLanes.MultiplyAdd(TLanes.Broadcast(Descent), second, parameter);
        }
    }
}
