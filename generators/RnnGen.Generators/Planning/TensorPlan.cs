namespace RnnGen.Generators.Planning;

/// <summary>A tensor's PyTorch shape and its place in the span of parameters.</summary>
/// <param name="Name">The name in a state_dict.</param>
/// <param name="Rows">PyTorch's first dimension.</param>
/// <param name="Columns">PyTorch's second; 1 for a vector.</param>
/// <param name="IsVector">One dimension in PyTorch.</param>
/// <param name="Offset">First element.</param>
/// <param name="OffsetName">The constant that is this place; where there is a <see cref="Cell"/>, counted from its first number.</param>
/// <param name="RowStride">Step along the first dimension.</param>
/// <param name="ColumnStride">Step along the second.</param>
/// <param name="Letter">The letter of the equations.</param>
/// <param name="Gates">How many gates are stacked along PyTorch's first dimension.</param>
/// <param name="GateStride">Step from a gate to the next.</param>
/// <param name="SharedGates">Leading gates that belong to the bias_ih of the same name.</param>
internal sealed record TensorPlan(
    string Name, int Rows, int Columns, bool IsVector, int Offset, string OffsetName, int RowStride, int ColumnStride, string Letter,
    int Gates = 1, int GateStride = 0, int SharedGates = 0)
{
    /// <summary>A new model draws the elements uniformly from plus or minus this.</summary>
    public float InitialBound { get; init; }

    /// <summary>Step from a panel of <see cref="CachePlan.PanelWidth"/> rows to the next; 0 for a tensor that is not in panels.</summary>
    public int PanelStride { get; init; }

    /// <summary>The cell it belongs to, counted layer by layer; null for a tensor that the network has once.</summary>
    public int? Cell { get; init; }

    /// <summary>The constant that is the step along a dimension, where that is not 1; for a matrix.</summary>
    public string StrideName { get; init; } = "";

    /// <summary>The constant that is <see cref="GateStride"/>.</summary>
    public string GateStrideName { get; init; } = "HiddenStride";

    /// <summary>The constant that is <see cref="PanelStride"/>.</summary>
    public string PanelStrideName { get; init; } = "";

    /// <summary>How many elements are parameters of their own.</summary>
    public int Count => Rows / Gates * (Gates - SharedGates) * Columns;
}
