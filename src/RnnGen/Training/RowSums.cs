using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Training;

/// <summary>Adds rows up, column by column in the order of the rows: the same bits for every vector width.</summary>
/// <remarks>A sum stays in a register over all rows: in memory each addition would wait until the one before it was written.</remarks>
internal static class RowSums
{
    /// <summary>So many vectors side by side hide how long an addition takes, and leave registers for what is added.</summary>
    private const int Together = 4;

    /// <summary>Adds rows to their sum.</summary>
    /// <param name="rows">The rows: <paramref name="count"/> of them, each as long as <paramref name="sum"/>.</param>
    /// <param name="stride">The distance between rows.</param>
    /// <param name="count">How many rows: 1 or more.</param>
    /// <param name="sum">The sum: a multiple of 16 columns.</param>
    public static void Add(ReadOnlySpan<float> rows, int stride, int count, Span<float> sum) => Add(rows, stride, count, sum, [], [], 0);

    /// <summary>Adds rows to their sum, and each to a row of a table.</summary>
    /// <param name="rows">The rows: <paramref name="count"/> of them, each as long as <paramref name="sum"/>.</param>
    /// <param name="stride">The distance between rows.</param>
    /// <param name="count">How many rows: 1 or more.</param>
    /// <param name="sum">The sum: a multiple of 16 columns.</param>
    /// <param name="places">The table's row for each row; none for no table.</param>
    /// <param name="table">The table, from its first column that is added to.</param>
    /// <param name="tableStride">The distance between the table's rows.</param>
    public static void Add(
        ReadOnlySpan<float> rows, int stride, int count, Span<float> sum, ReadOnlySpan<int> places, Span<float> table, int tableStride)
    {
        // All that the vectors read of the rows is there.
        rows = rows[..(((count - 1) * stride) + sum.Length)];
        if (Vector512.IsHardwareAccelerated)
        {
            AddVectors<Lanes512, Vector512<float>>(rows, stride, count, sum, places, table, tableStride);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            AddVectors<Lanes256, Vector256<float>>(rows, stride, count, sum, places, table, tableStride);
        }
        else
        {
            AddVectors<Lanes128, Vector128<float>>(rows, stride, count, sum, places, table, tableStride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddVectors<TLanes, TVector>(
        ReadOnlySpan<float> rows, int stride, int count, Span<float> sum, ReadOnlySpan<int> places, Span<float> table, int tableStride)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        int width = Together * TLanes.Count;
        int column = 0;
        for (; column <= sum.Length - width; column += width)
        {
            ref float total = ref sum[column];
            ref float row = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), column);
            TVector sum0 = TLanes.Load(ref total, 0);
            TVector sum1 = TLanes.Load(ref total, (nuint)TLanes.Count);
            TVector sum2 = TLanes.Load(ref total, (nuint)(2 * TLanes.Count));
            TVector sum3 = TLanes.Load(ref total, (nuint)(3 * TLanes.Count));
            for (int k = 0; k < count; k++)
            {
                TVector row0 = TLanes.Load(ref row, 0);
                TVector row1 = TLanes.Load(ref row, (nuint)TLanes.Count);
                TVector row2 = TLanes.Load(ref row, (nuint)(2 * TLanes.Count));
                TVector row3 = TLanes.Load(ref row, (nuint)(3 * TLanes.Count));
                sum0 = TLanes.Add(sum0, row0);
                sum1 = TLanes.Add(sum1, row1);
                sum2 = TLanes.Add(sum2, row2);
                sum3 = TLanes.Add(sum3, row3);
                if (!places.IsEmpty)
                {
                    ref float place = ref MemoryMarshal.GetReference(table.Slice((places[k] * tableStride) + column, width));
                    AddTo<TLanes, TVector>(row0, ref place, 0);
                    AddTo<TLanes, TVector>(row1, ref place, (nuint)TLanes.Count);
                    AddTo<TLanes, TVector>(row2, ref place, (nuint)(2 * TLanes.Count));
                    AddTo<TLanes, TVector>(row3, ref place, (nuint)(3 * TLanes.Count));
                }

                row = ref Unsafe.Add(ref row, stride);
            }

            TLanes.Store(sum0, ref total, 0);
            TLanes.Store(sum1, ref total, (nuint)TLanes.Count);
            TLanes.Store(sum2, ref total, (nuint)(2 * TLanes.Count));
            TLanes.Store(sum3, ref total, (nuint)(3 * TLanes.Count));
        }

        for (; column < sum.Length; column += TLanes.Count)
        {
            ref float row = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), column);
            TVector total = TLanes.Load(ref sum[column], 0);
            for (int k = 0; k < count; k++)
            {
                TVector numbers = TLanes.Load(ref row, 0);
                total = TLanes.Add(total, numbers);
                if (!places.IsEmpty)
                {
                    AddTo<TLanes, TVector>(numbers, ref MemoryMarshal.GetReference(table.Slice((places[k] * tableStride) + column, TLanes.Count)), 0);
                }

                row = ref Unsafe.Add(ref row, stride);
            }

            TLanes.Store(total, ref sum[column], 0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo<TLanes, TVector>(TVector numbers, ref float sum, nuint index)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct =>
        TLanes.Store(TLanes.Add(TLanes.Load(ref sum, index), numbers), ref sum, index);
}
