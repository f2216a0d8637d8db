using System;
using System.Runtime.CompilerServices;

namespace RnnGen.Numerics;

/// <summary>An embedding that is the output layer's matrix, which is stored by rows of hidden units: a token's numbers are a column of it.</summary>
public static class TiedEmbedding
{
    /// <summary>Copies a token's numbers.</summary>
    /// <param name="weights">The output layer's weights: a row of <paramref name="stride"/> for every hidden unit.</param>
    /// <param name="stride">The distance between those rows.</param>
    /// <param name="token">The token id.</param>
    /// <param name="units">How many hidden units there are.</param>
    /// <param name="row">Receives as many numbers, and zeros behind them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(ReadOnlySpan<float> weights, int stride, int token, int units, Span<float> row)
    {
        int place = token;
        for (int i = 0; i < units; i++)
        {
            row[i] = weights[place];
            place += stride;
        }

        row[units..].Clear();
    }
}
