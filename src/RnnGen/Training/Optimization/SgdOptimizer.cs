using System;
using System.Runtime.CompilerServices;
using RnnGen.Training;
using static System.FormattableString;

namespace RnnGen;

/// <summary>Stochastic gradient descent, with momentum or without.</summary>
/// <remarks>
/// As PyTorch's torch.optim.SGD computes it, dampening 0 (momentum and Nesterov's form of it after I. Sutskever, J. Martens, G. Dahl, G. Hinton, "On the
/// importance of initialization and momentum in deep learning", ICML 2013):
/// <code>
/// g = g + weightDecay p
/// m = momentum m + g
/// p = p - learningRate m                      (Nesterov: p = p - learningRate (g + momentum m))
/// </code>
/// </remarks>
internal sealed class SgdOptimizer : Optimizer
{
    private readonly double _momentum;
    private readonly bool _nesterov;
    private readonly double _weightDecay;

    public SgdOptimizer(double learningRate, double momentum, bool nesterov, double weightDecay)
        : base(learningRate)
    {
        _momentum = Fraction(momentum, nameof(momentum));
        _weightDecay = NotNegative(weightDecay, nameof(weightDecay));
        _nesterov = nesterov;
        if (nesterov && momentum == 0)
        {
            throw new ArgumentException("Nesterov's form needs a momentum above 0.", nameof(nesterov));
        }
    }

    public override string ToString() => Invariant(
        $"Sgd(learningRate: {LearningRate:R}, momentum: {_momentum:R}, nesterov: {(_nesterov ? "true" : "false")}, weightDecay: {_weightDecay:R})");

    internal override OptimizerState CreateState(int parameterStorage) =>
        _momentum == 0 ? new PlainState(this, parameterStorage) : new MomentumState(this, parameterStorage);

    private sealed class PlainState(SgdOptimizer optimizer, int parameterStorage) : OptimizerState(parameterStorage, PlainRule.MomentCount)
    {
        private PlainRule _rule;

        public override void PrepareStep(long step, double learningRate, float gradientScale) => _rule = new PlainRule
        {
            GradientScale = gradientScale,
            Decay = (float)optimizer._weightDecay,
            Descent = (float)-learningRate,
        };

        public override void UpdateRange(Span<float> parameters, Span<float> gradients, int start, int length) =>
            ElementwiseUpdate.Run(_rule, parameters.Slice(start, length), gradients.Slice(start, length), [], []);
    }

    private sealed class MomentumState(SgdOptimizer optimizer, int parameterStorage) : OptimizerState(parameterStorage, MomentumRule.MomentCount)
    {
        private MomentumRule _rule;

        public override void PrepareStep(long step, double learningRate, float gradientScale) => _rule = new MomentumRule
        {
            GradientScale = gradientScale,
            Decay = (float)optimizer._weightDecay,
            Momentum = (float)optimizer._momentum,
            GradientShare = optimizer._nesterov ? 1f : 0f,
            MomentShare = optimizer._nesterov ? (float)optimizer._momentum : 1f,
            Descent = (float)-learningRate,
        };

        public override void UpdateRange(Span<float> parameters, Span<float> gradients, int start, int length) =>
            ElementwiseUpdate.Run(_rule, parameters.Slice(start, length), gradients.Slice(start, length), MomentRange(0, start, length), []);
    }

    private struct PlainRule : IUpdateRule
    {
        public float GradientScale;
        public float Decay;
        public float Descent;

        public static int MomentCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<TLanes, TVector>(ref TVector parameter, TVector gradient, ref TVector first, ref TVector second)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            TVector g = TLanes.MultiplyAdd(TLanes.Broadcast(Decay), parameter, TLanes.Multiply(TLanes.Broadcast(GradientScale), gradient));
            parameter = TLanes.MultiplyAdd(TLanes.Broadcast(Descent), g, parameter);
        }
    }

    private struct MomentumRule : IUpdateRule
    {
        public float GradientScale;
        public float Decay;
        public float Momentum;
        public float GradientShare;
        public float MomentShare;
        public float Descent;

        public static int MomentCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<TLanes, TVector>(ref TVector parameter, TVector gradient, ref TVector first, ref TVector second)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            TVector g = TLanes.MultiplyAdd(TLanes.Broadcast(Decay), parameter, TLanes.Multiply(TLanes.Broadcast(GradientScale), gradient));
            first = TLanes.MultiplyAdd(TLanes.Broadcast(Momentum), first, g);
            TVector direction = TLanes.MultiplyAdd(TLanes.Broadcast(MomentShare), first, TLanes.Multiply(TLanes.Broadcast(GradientShare), g));
            parameter = TLanes.MultiplyAdd(TLanes.Broadcast(Descent), direction, parameter);
        }
    }
}
