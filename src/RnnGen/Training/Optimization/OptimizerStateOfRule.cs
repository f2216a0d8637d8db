using System;

namespace RnnGen.Training;

/// <summary>The state of an optimizer whose formula is <typeparamref name="TRule"/>.</summary>
/// <param name="parameterStorage">The length of the span of all parameters.</param>
/// <param name="prepare">The formula with the constants of a step: its number, its learning rate, the factor of its gradient.</param>
internal sealed class OptimizerState<TRule>(int parameterStorage, Func<long, double, float, TRule> prepare)
    : OptimizerState(parameterStorage, TRule.MomentCount)
    where TRule : struct, IUpdateRule
{
    private TRule _rule;

    public override void PrepareStep(long step, double learningRate, float gradientScale) =>
        _rule = prepare(step, learningRate, gradientScale);

    public override void UpdateRange(Span<float> parameters, Span<float> gradients, int start, int length)
    {
        Span<float> first = TRule.MomentCount > 0 ? Moment(0).Slice(start, length) : [];
        Span<float> second = TRule.MomentCount > 1 ? Moment(1).Slice(start, length) : [];
        ElementwiseUpdate.Run(_rule, parameters.Slice(start, length), gradients.Slice(start, length), first, second);
    }
}
