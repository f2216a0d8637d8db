using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace RnnGen.Training;

/// <summary>RMSProp.</summary>
/// <remarks>
/// T. Tieleman, G. Hinton, "Lecture 6.5: rmsprop", Neural Networks for Machine Learning, 2012, as PyTorch's torch.optim.RMSprop computes
/// it, not centered:
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

    public override string ToString()
    {
        string square = Invariant($"smoothing: {_smoothing:R}, epsilon: {_epsilon:R}");
        return Invariant($"RmsProp(learningRate: {LearningRate:R}, {square}, weightDecay: {_weightDecay:R}, momentum: {_momentum:R})");
    }

    internal override OptimizerState CreateState(int parameterStorage) => _momentum == 0
        ? new OptimizerState<PlainRule>(parameterStorage, PreparePlain)
        : new OptimizerState<MomentumRule>(parameterStorage, PrepareMomentum);

    private PlainRule PreparePlain(long step, double learningRate, float gradientScale) => new()
    {
        Scaling = PrepareScaling(gradientScale),
        Descent = (float)-learningRate,
    };

    private MomentumRule PrepareMomentum(long step, double learningRate, float gradientScale) => new()
    {
        Scaling = PrepareScaling(gradientScale),
        Momentum = (float)_momentum,
        Descent = (float)-learningRate,
    };

    private RootMeanSquareScaling PrepareScaling(float gradientScale) => new()
    {
        Gradient = new GradientTerms(gradientScale, (float)_weightDecay),
        Keep = (float)_smoothing,
        Mix = (float)(1 - _smoothing),
        Epsilon = (float)_epsilon,
    };

    /// <summary>The gradient over the root of its running mean square.</summary>
    private struct RootMeanSquareScaling
    {
        public GradientTerms Gradient;
        public float Keep;
        public float Mix;
        public float Epsilon;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly TVector Apply<TLanes, TVector>(TVector parameter, TVector gradient, ref TVector meanSquare)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            TVector g = Gradient.Sum<TLanes, TVector>(parameter, gradient);
            TVector newSquare = TLanes.Multiply(TLanes.Multiply(TLanes.Broadcast(Mix), g), g);
            meanSquare = TLanes.MultiplyAdd(TLanes.Broadcast(Keep), meanSquare, newSquare);
            return TLanes.Divide(g, TLanes.Add(TLanes.Sqrt(meanSquare), TLanes.Broadcast(Epsilon)));
        }
    }

    private struct PlainRule : IUpdateRule
    {
        public RootMeanSquareScaling Scaling;
        public float Descent;

        public static int MomentCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<TLanes, TVector>(ref TVector parameter, TVector gradient, ref TVector first, ref TVector second)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            TVector scaled = Scaling.Apply<TLanes, TVector>(parameter, gradient, ref first);
            parameter = TLanes.MultiplyAdd(TLanes.Broadcast(Descent), scaled, parameter);
        }
    }

    private struct MomentumRule : IUpdateRule
    {
        public RootMeanSquareScaling Scaling;
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
