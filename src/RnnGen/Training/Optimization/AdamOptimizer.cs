using System;
using System.Runtime.CompilerServices;
using RnnGen.Training;
using static System.FormattableString;

namespace RnnGen;

/// <summary>Adam and AdamW.</summary>
/// <remarks>
/// D. Kingma, J. Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015, and I. Loshchilov, F. Hutter, "Decoupled Weight Decay Regularization", ICLR
/// 2019, as PyTorch's torch.optim.Adam and torch.optim.AdamW compute them:
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

    public override string ToString() => Invariant(
        $"{(_decoupled ? "AdamW" : "Adam")}(learningRate: {LearningRate:R}, beta1: {_beta1:R}, beta2: {_beta2:R}, epsilon: {_epsilon:R}, weightDecay: {_weightDecay:R})");

    internal override OptimizerState CreateState(int parameterStorage) => new State(this, parameterStorage);

    private sealed class State(AdamOptimizer optimizer, int parameterStorage) : OptimizerState(parameterStorage, Rule.MomentCount)
    {
        private Rule _rule;

        public override void PrepareStep(long step, double learningRate, float gradientScale)
        {
            double correction1 = 1 - DeterministicMath.Power(optimizer._beta1, step);
            double correction2 = 1 - DeterministicMath.Power(optimizer._beta2, step);
            _rule = new Rule
            {
                GradientScale = gradientScale,
                CoupledDecay = optimizer._decoupled ? 0f : (float)optimizer._weightDecay,
                Shrink = optimizer._decoupled ? (float)(1 - (learningRate * optimizer._weightDecay)) : 1f,
                Mix1 = (float)(1 - optimizer._beta1),
                Keep2 = (float)optimizer._beta2,
                Mix2 = (float)(1 - optimizer._beta2),
                RootScale = (float)(1 / Math.Sqrt(correction2)),
                Epsilon = (float)optimizer._epsilon,
                Descent = (float)(-learningRate / correction1),
            };
        }

        public override void UpdateRange(Span<float> parameters, Span<float> gradients, int start, int length) => ElementwiseUpdate.Run(
            _rule, parameters.Slice(start, length), gradients.Slice(start, length), MomentRange(0, start, length), MomentRange(1, start, length));
    }

    private struct Rule : IUpdateRule
    {
        public float GradientScale;
        public float CoupledDecay;
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
            TVector g = TLanes.MultiplyAdd(TLanes.Broadcast(CoupledDecay), parameter, TLanes.Multiply(TLanes.Broadcast(GradientScale), gradient));
            first = TLanes.MultiplyAdd(TLanes.Broadcast(Mix1), TLanes.Subtract(g, first), first);
            second = TLanes.MultiplyAdd(TLanes.Broadcast(Keep2), second, TLanes.Multiply(TLanes.Multiply(TLanes.Broadcast(Mix2), g), g));
            TVector denominator = TLanes.MultiplyAdd(TLanes.Sqrt(second), TLanes.Broadcast(RootScale), TLanes.Broadcast(Epsilon));
            parameter = TLanes.MultiplyAdd(
                TLanes.Broadcast(Descent), TLanes.Divide(first, denominator), TLanes.Multiply(TLanes.Broadcast(Shrink), parameter));
        }
    }
}
