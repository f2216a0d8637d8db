using System;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.OnnxRuntime;

/// <summary>The recurrent operators of ONNX, which stack the gates in another order than PyTorch.</summary>
internal static class OnnxCell
{
    /// <summary>The operator of a cell.</summary>
    public static string Operator(CellKind cell) => cell switch
    {
        CellKind.Elman => "RNN",
        CellKind.Gru => "GRU",
        _ => "LSTM",
    };

    /// <summary>The operator's attributes. A GRU applies its reset after the recurrent product, as PyTorch's does.</summary>
    public static (string Name, long Value)[] Attributes(NetworkWeights weights) =>
        [("hidden_size", weights.Hidden), .. weights.Cell == CellKind.Gru ? new[] { ("linear_before_reset", 1L) } : []];

    /// <summary>Puts rows, stacked gate by gate, from PyTorch's order into that of ONNX.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="rows">A matrix row by row, or a vector.</param>
    public static float[] Order(CellKind cell, float[] rows) => cell switch
    {
        CellKind.Elman => rows,
        CellKind.Gru => Order(rows, 1, 0, 2), // r, z, n in PyTorch; z, r, h in ONNX.
        _ => Order(rows, 0, 3, 1, 2), // i, f, g, o in PyTorch; i, o, f, c in ONNX.
    };

    private static float[] Order(float[] rows, params ReadOnlySpan<int> gates)
    {
        int length = rows.Length / gates.Length;
        float[] ordered = new float[rows.Length];
        for (int i = 0; i < gates.Length; i++)
        {
            rows.AsSpan(gates[i] * length, length).CopyTo(ordered.AsSpan(i * length));
        }

        return ordered;
    }
}
