using System;

namespace RnnGen;

/// <summary>A named tensor of a model and its place in the span of all parameters.</summary>
/// <remarks>
/// <para>
/// The shape is PyTorch's, so that <c>weight_hh_l0[i, j]</c> connects hidden unit j of the step before to hidden unit i; the place is
/// RnnGen's, which stores most matrices transposed and with padded rows. PyTorch stacks the gates of a cell along the first dimension: r,
/// z and n of a GRU, i, f, g and o of an LSTM. With H = Rows / Gates rows to a gate, element (i, j) is at
/// <c>Offset + i / H * GateStride + i % H * RowStride + j * ColumnStride</c>. Places of the span that no tensor names are padding, and stay
/// zero.
/// </para>
/// <para>
/// Where the recurrent weights outgrow the nearest cache, they and the weights of a dense input beside them are stored in panels, <paramref name="PanelRows"/> rows of a gate to a
/// panel: <c>u / PanelRows * PanelStride + u % PanelRows * RowStride</c>, with u = i % H, stands in place of <c>i % H * RowStride</c>.
/// </para>
/// <para>
/// PyTorch keeps two biases, <c>bias_ih</c> and <c>bias_hh</c>, which differ in effect only in a GRU's candidate n, where the reset gate
/// comes between them. A GRU has a tensor <c>bias_hh</c> whose first gates, r and z, are shared: a number there does what the same
/// number in the same row of <c>bias_ih</c> does, and has no place of its own. A file's sum of the two is read into <c>bias_ih</c>, and 0
/// is written for the shared rows. Offset is then the place of element (<see cref="SharedRows"/>, 0), and gates are counted from there. A GRU that
/// resets before the product (<see cref="SequenceModelAttribute.ResetBefore"/>) has <c>bias_ih</c> alone, in the model and in its files.
/// </para>
/// </remarks>
/// <param name="Name">The tensor's name in a PyTorch state_dict, for example <c>rnn.weight_hh_l0</c>.</param>
/// <param name="Rows">PyTorch's first dimension.</param>
/// <param name="Columns">PyTorch's second dimension; 1 for a vector.</param>
/// <param name="IsVector">Whether PyTorch's tensor has one dimension.</param>
/// <param name="Offset">Where element (0, 0) is or, with shared gates, element (<see cref="SharedRows"/>, 0).</param>
/// <param name="RowStride">Distance between (i, j) and (i + 1, j) within a gate or, where there are panels, within a panel.</param>
/// <param name="ColumnStride">Distance between (i, j) and (i, j + 1).</param>
/// <param name="InitialBound">
/// A new model draws the elements uniformly from -InitialBound to InitialBound; 0 for tensors that start at zero.
/// </param>
/// <param name="Gates">
/// How many gates are stacked along the first dimension, a divisor of <paramref name="Rows"/>; 1 for tensors without gates.
/// </param>
/// <param name="GateStride">Distance between an element of a gate and the same element of the next gate.</param>
/// <param name="SharedGates">
/// How many gates, from the first one on, have no numbers of their own but share those of <c>bias_ih</c>; fewer than
/// <paramref name="Gates"/>.
/// </param>
/// <param name="PanelRows">How many rows of a gate a panel has; 0 for a tensor that is not stored in panels.</param>
/// <param name="PanelStride">Distance between an element of a panel and the same element of the next panel of the gate; 0 for a tensor that is not stored in panels.</param>
public sealed record TensorInfo(
    string Name,
    int Rows,
    int Columns,
    bool IsVector,
    int Offset,
    int RowStride,
    int ColumnStride,
    float InitialBound,
    int Gates = 1,
    int GateStride = 0,
    int SharedGates = 0,
    int PanelRows = 0,
    int PanelStride = 0)
{
    /// <summary>How many elements of its own the tensor has; those of shared gates are not counted.</summary>
    public int Count => (Rows - SharedRows) * Columns;

    /// <summary>How many rows a gate has: the hidden units of the cell, or all rows of a tensor without gates.</summary>
    public int GateRows => Rows / Gates;

    /// <summary>The first row that has a place of its own; 0 for tensors without shared gates.</summary>
    public int SharedRows => SharedGates * GateRows;

    /// <summary>The place of element (<paramref name="row"/>, <paramref name="column"/>) in the span of all parameters.</summary>
    /// <param name="row">From <see cref="SharedRows"/> to Rows - 1.</param>
    /// <param name="column">From 0 to Columns - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tensor has no such element of its own.</exception>
    public int IndexOf(int row, int column)
    {
        if (row < SharedRows || row >= Rows)
        {
            throw new ArgumentOutOfRangeException(
                nameof(row), row, $"The rows of {Name} that have a place of their own are {SharedRows} to {Rows - 1}.");
        }

        if (column < 0 || column >= Columns)
        {
            throw new ArgumentOutOfRangeException(nameof(column), column, $"The columns of {Name} are 0 to {Columns - 1}.");
        }

        (int gate, int unit) = Math.DivRem(row - SharedRows, GateRows);
        (int panel, int within) = PanelRows == 0 ? (0, unit) : Math.DivRem(unit, PanelRows);
        return Offset + (gate * GateStride) + (panel * PanelStride) + (within * RowStride) + (column * ColumnStride);
    }
}
