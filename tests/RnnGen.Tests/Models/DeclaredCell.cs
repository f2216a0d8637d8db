using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Models;

/// <summary>A cell as a declaration names it: its kind and, of a GRU, where it resets.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="ResetBefore">Whether a GRU resets its state before the recurrent product.</param>
internal sealed record DeclaredCell(CellKind Kind, bool ResetBefore)
{
    /// <summary>All that can be declared.</summary>
    public static IEnumerable<DeclaredCell> All =>
        Enum.GetValues<CellKind>().SelectMany(kind => kind == CellKind.Gru ? [false, true] : new[] { false }, (kind, before) => new DeclaredCell(kind, before));

    public static DeclaredCell Of(ReferenceShape shape) => new(shape.Cell, shape.ResetBefore);

    public override string ToString() => Kind + (ResetBefore ? " that resets before the product" : "");
}
