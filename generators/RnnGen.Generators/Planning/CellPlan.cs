using System.Collections.Generic;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Planning;

/// <summary>How many numbers a hidden unit of a cell has to each kind of row.</summary>
/// <param name="WeightGates">Rows that PyTorch stacks in weight_ih and weight_hh: the gates, in PyTorch's order.</param>
/// <param name="StepGates">What a step keeps for the way back: its gates, and what a GRU's reset is applied to, or what it makes of it.</param>
/// <param name="States">What goes from step to step: the hidden state, and an LSTM's cell state.</param>
/// <param name="HasCandidateBias">Whether the candidate has a second bias, within the reset.</param>
internal sealed record CellPlan(int WeightGates, int StepGates, int States, bool HasCandidateBias)
{
    private static readonly CellPlan Elman = new(1, 1, 1, false);

    // r, z and n; the step keeps r, z, the recurrent part of n, and n.
    private static readonly CellPlan Gru = new(3, 4, 1, true);

    // r, z and n; the step keeps r, z, the state that r was applied to, and n.
    private static readonly CellPlan ResetBeforeGru = new(3, 4, 1, false) { ResetsState = true };

    // i, f, g and o.
    private static readonly CellPlan Lstm = new(4, 4, 2, false);

    /// <summary>
    /// The gates whose gradients a step keeps side by side in the order of the input's weights: all, or a GRU's r and z and, after what
    /// belongs to the reset, n.
    /// </summary>
    public IReadOnlyList<GateRange> InputGates => StepGates == WeightGates
        ? [new(0, 0, WeightGates)]
        : [new(0, 0, WeightGates - 1), new(WeightGates - 1, WeightGates, 1)];

    /// <summary>Whether the recurrent weights of the last gate, the candidate, multiply not the state but the state that a reset was applied to.</summary>
    public bool ResetsState { get; private init; }

    /// <summary>The gates whose recurrent weights multiply the state, side by side.</summary>
    public int StateGates => ResetsState ? WeightGates - 1 : WeightGates;

    /// <summary>Whether no gate is left over when they are taken by twos, in the weights and in what a step keeps.</summary>
    public bool HasPairsOfGates => WeightGates % 2 == 0 && StepGates % 2 == 0;

    /// <summary>Whether the cell has more than the hidden units themselves.</summary>
    public bool IsGated => WeightGates > 1;

    public static CellPlan For(ModelSpec spec) => spec.Cell switch
    {
        ModelCell.Gru => spec.ResetsBefore ? ResetBeforeGru : Gru,
        ModelCell.Lstm => Lstm,
        _ => Elman,
    };
}
