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

    /// <summary>Whether the cell has more than the hidden units themselves.</summary>
    public bool IsGated => WeightGates > 1;

    public static CellPlan For(ModelCell cell) => cell switch
    {
        ModelCell.Gru => Gru,
        ModelCell.Lstm => Lstm,
        _ => Elman,
    };
}
