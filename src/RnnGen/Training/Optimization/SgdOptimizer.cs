using System;
using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace RnnGen.Training;

/// <summary>Stochastic gradient descent, with momentum or without.</summary>
/// <remarks>
/// As PyTorch's torch.optim.SGD computes it, dampening 0 (momentum and Nesterov's form of it after I. Sutskever, J. Martens, G. Dahl, G.
/// Hinton, "On the importance of initialization and momentum in deep learning", ICML 2013):
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

    public override string ToString()
    {
        string momentum = Invariant($"momentum: {_momentum:R}, nesterov: {(_nesterov ? "true" : "false")}");
        return Invariant($"Sgd(learningRate: {LearningRate:R}, {momentum}, weightDecay: {_weightDecay:R})");
    }

    internal override OptimizerState CreateState(int parameterStorage) => _momentum == 0
        ? new OptimizerState<PlainRule>(parameterStorage, PreparePlain)
        : new OptimizerState<MomentumRule>(parameterStorage, PrepareMomentum);

    private PlainRule PreparePlain(long step, double learningRate, float gradientScale) => new()
    {
        Gradient = new GradientTerms(gradientScale, (float)_weightDecay),
        Descent = (float)-learningRate,
    };

    private MomentumRule PrepareMomentum(long step, double learningRate, float gradientScale) => new()
    {
        Gradient = new GradientTerms(gradientScale, (float)_weightDecay),
        Momentum = (float)_momentum,
        GradientShare = _nesterov ? 1f : 0f,
        MomentShare = _nesterov ? (float)_momentum : 1f,
        Descent = (float)-learningRate,
    };

    private struct PlainRule : IUpdateRule
    {
        public GradientTerms Gradient;
        public float Descent;

        public static int MomentCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<TLanes, TVector>(ref TVector parameter, TVector gradient, ref TVector first, ref TVector second)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct =>
            parameter = TLanes.MultiplyAdd(TLanes.Broadcast(Descent), Gradient.Sum<TLanes, TVector>(parameter, gradient), parameter);
    }

    private struct MomentumRule : IUpdateRule
    {
        public GradientTerms Gradient;
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
            TVector g = Gradient.Sum<TLanes, TVector>(parameter, gradient);
            first = TLanes.MultiplyAdd(TLanes.Broadcast(Momentum), first, g);
            TVector ahead = TLanes.Multiply(TLanes.Broadcast(GradientShare), g);
            TVector direction = TLanes.MultiplyAdd(TLanes.Broadcast(MomentShare), first, ahead);
            parameter = TLanes.MultiplyAdd(TLanes.Broadcast(Descent), direction, parameter);
        }
    }
}
