using System;
using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace RnnGen.Training;

/// <summary>Adam and AdamW.</summary>
/// <remarks>
/// D. Kingma, J. Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015, and I. Loshchilov, F. Hutter, "Decoupled Weight Decay
/// Regularization", ICLR 2019, as PyTorch's torch.optim.Adam and torch.optim.AdamW compute them:
/// <code>
/// g = g + weightDecay p                       (Adam)        p = p - learningRate weightDecay p   (AdamW)
/// m = m + (1 - beta1) (g - m)
/// v = beta2 v + (1 - beta2) g g
/// p = p - learningRate / (1 - beta1^t) * m / (sqrt(v) / sqrt(1 - beta2^t) + epsilon)
/// </code>
/// </remarks>
internal sealed class AdamOptimizer : Optimizer
{
    private readonly double _beta1;
    private readonly double _beta2;
    private readonly double _epsilon;
    private readonly double _weightDecay;
    private readonly bool _decoupled;

    public AdamOptimizer(double learningRate, double beta1, double beta2, double epsilon, double weightDecay, bool decoupled)
        : base(learningRate)
    {
        _beta1 = Fraction(beta1, nameof(beta1));
        _beta2 = Fraction(beta2, nameof(beta2));
        _epsilon = Positive(epsilon, nameof(epsilon));
        _weightDecay = NotNegative(weightDecay, nameof(weightDecay));
        _decoupled = decoupled;
    }

    public override string ToString()
    {
        string name = _decoupled ? "AdamW" : "Adam";
        string moments = Invariant($"beta1: {_beta1:R}, beta2: {_beta2:R}, epsilon: {_epsilon:R}");
        return Invariant($"{name}(learningRate: {LearningRate:R}, {moments}, weightDecay: {_weightDecay:R})");
    }

    internal override OptimizerState CreateState(int parameterStorage) => new OptimizerState<Rule>(parameterStorage, Prepare);

    private Rule Prepare(long step, double learningRate, float gradientScale)
    {
        double correction1 = 1 - DeterministicMath.Power(_beta1, step);
        double correction2 = 1 - DeterministicMath.Power(_beta2, step);
        return new Rule
        {
            Gradient = new GradientTerms(gradientScale, _decoupled ? 0f : (float)_weightDecay),
            Shrink = _decoupled ? (float)(1 - (learningRate * _weightDecay)) : 1f,
            Mix1 = (float)(1 - _beta1),
            Keep2 = (float)_beta2,
            Mix2 = (float)(1 - _beta2),
            RootScale = (float)(1 / Math.Sqrt(correction2)),
            Epsilon = (float)_epsilon,
            Descent = (float)(-learningRate / correction1),
        };
    }

    private struct Rule : IUpdateRule
    {
        public GradientTerms Gradient;
        public float Shrink;
        public float Mix1;
        public float Keep2;
        public float Mix2;
        public float RootScale;
        public float Epsilon;
        public float Descent;

        public static int MomentCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<TLanes, TVector>(ref TVector parameter, TVector gradient, ref TVector first, ref TVector second)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            TVector g = Gradient.Sum<TLanes, TVector>(parameter, gradient);
            first = TLanes.MultiplyAdd(TLanes.Broadcast(Mix1), TLanes.Subtract(g, first), first);
            TVector newSquare = TLanes.Multiply(TLanes.Multiply(TLanes.Broadcast(Mix2), g), g);
            second = TLanes.MultiplyAdd(TLanes.Broadcast(Keep2), second, newSquare);
            TVector denominator = TLanes.MultiplyAdd(TLanes.Sqrt(second), TLanes.Broadcast(RootScale), TLanes.Broadcast(Epsilon));
            TVector shrunk = TLanes.Multiply(TLanes.Broadcast(Shrink), parameter);
            parameter = TLanes.MultiplyAdd(TLanes.Broadcast(Descent), TLanes.Divide(first, denominator), shrunk);
        }
    }
}
