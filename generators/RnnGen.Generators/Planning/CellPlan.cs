using System.Collections.Generic;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Planning;

/// <summary>How many numbers a hidden unit of a cell has to each kind of row.</summary>
/// <param name="WeightGates">Rows that PyTorch stacks in weight_ih and weight_hh: the gates, in PyTorch's order.</param>
/// <param name="StepGates">What a step keeps for the way back: its gates, and a GRU's recurrent part of the candidate.</param>
/// <param name="States">What goes from step to step: the hidden state, and an LSTM's cell state.</param>
/// <param name="HasCandidateBias">Whether the candidate has a second bias, within the reset.</param>
internal sealed record CellPlan(int WeightGates, int StepGates, int States, bool HasCandidateBias)
{
    private static readonly CellPlan Elman = new(1, 1, 1, false);

    // r, z and n; the step keeps r, z, the recurrent part of n, and n.
    private static readonly CellPlan Gru = new(3, 4, 1, true);

    // i, f, g and o.
    private static readonly CellPlan Lstm = new(4, 4, 2, false);

    /// <summary>
    /// The gates whose gradients a step keeps side by side in the order of the input's weights: all, or a GRU's r and z and, after the
    /// recurrent part of the candidate, n.
    /// </summary>
    public IReadOnlyList<GateRange> InputGates => StepGates == WeightGates
        ? [new(0, 0, WeightGates)]
        : [new(0, 0, WeightGates - 1), new(WeightGates - 1, WeightGates, 1)];

    /// <summary>Whether the cell has more than the hidden units themselves.</summary>
    public bool IsGated => WeightGates > 1;

    public static CellPlan For(ModelCell cell) => cell switch
    {
        ModelCell.Gru => Gru,
        ModelCell.Lstm => Lstm,
        _ => Elman,
    };
}
