using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace RnnGen.Numerics;

/// <summary>Operations on matrices whose rows lie a stride apart.</summary>
public static class Matrix
{
    private const int Block = 16;

    private const int Tile = 4;

    /// <summary>Writes the transpose of a matrix that is stored in panels: some columns of all rows stand together, and then the next columns.</summary>
    /// <param name="source">The matrix, panel by panel and row by row.</param>
    /// <param name="panelWidth">Columns of a panel, and the distance between its rows.</param>
    /// <param name="panelStride">Distance between panels: at least <paramref name="rows"/> times <paramref name="panelWidth"/>.</param>
    /// <param name="rows">The rows of the matrix.</param>
    /// <param name="columns">Its columns; the last panel may have fewer than the others.</param>
    /// <param name="destination">Receives <paramref name="columns"/> rows of <paramref name="rows"/> numbers.</param>
    /// <param name="destinationStride">Distance between the rows of the destination: at least <paramref name="rows"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="panelWidth"/> is below 1, or <paramref name="panelStride"/> too small.</exception>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void TransposePanels(
        ReadOnlySpan<float> source, int panelWidth, int panelStride, int rows, int columns, Span<float> destination, int destinationStride)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(panelWidth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(panelStride, (long)rows * panelWidth);
        for (int column = 0; column < columns; column += panelWidth)
        {
            ReadOnlySpan<float> panel = source[Math.Min(source.Length, column / panelWidth * panelStride)..];
            Span<float> target = destination[Math.Min(destination.Length, column * destinationStride)..];
            Transpose(panel, panelWidth, rows, Math.Min(panelWidth, columns - column), target, destinationStride);
        }
    }

    /// <summary>Writes the transpose of a matrix; what lies between the rows of the destination stays as it is. Without rows or columns there is nothing to write.</summary>
    /// <param name="source">The matrix, row by row.</param>
    /// <param name="sourceStride">Distance between its rows: at least <paramref name="columns"/>.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="destination">Receives <paramref name="columns"/> rows of <paramref name="rows"/> numbers.</param>
    /// <param name="destinationStride">Distance between the rows of the destination: at least <paramref name="rows"/>.</param>
    /// <exception cref="ArgumentException">A span is too short for its rows, or they overlap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(
        ReadOnlySpan<float> source, int sourceStride, int rows, int columns, Span<float> destination, int destinationStride)
    {
        if (rows <= 0 || columns <= 0)
        {
            return;
        }

        RequireRows(source.Length, sourceStride, rows, columns, nameof(source));
        RequireRows(destination.Length, destinationStride, columns, rows, nameof(destination));
        ref float from = ref MemoryMarshal.GetReference(source);
        ref float to = ref MemoryMarshal.GetReference(destination);

        // By blocks of a cache line square, so that both sides are read and written a line at a time.
        for (int firstRow = 0; firstRow < rows; firstRow += Block)
        {
            int endRow = Math.Min(firstRow + Block, rows);
            for (int firstColumn = 0; firstColumn < columns; firstColumn += Block)
            {
                TransposeBlock(
                    ref Unsafe.Add(ref from, (nint)firstRow * sourceStride + firstColumn),
                    sourceStride,
                    endRow - firstRow,
                    Math.Min(firstColumn + Block, columns) - firstColumn,
                    ref Unsafe.Add(ref to, (nint)firstColumn * destinationStride + firstRow),
                    destinationStride);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeBlock(ref float source, nint sourceStride, int rows, int columns, ref float destination, nint destinationStride)
    {
        int wholeRows = rows & -Tile;
        int wholeColumns = columns & -Tile;
        for (int column = 0; column < wholeColumns; column += Tile)
        {
            for (int row = 0; row < wholeRows; row += Tile)
            {
                TransposeTile(
                    ref Unsafe.Add(ref source, row * sourceStride + column),
                    sourceStride,
                    ref Unsafe.Add(ref destination, column * destinationStride + row),
                    destinationStride);
            }
        }

        for (int column = 0; column < columns; column++)
        {
            for (int row = column < wholeColumns ? wholeRows : 0; row < rows; row++)
            {
                Unsafe.Add(ref destination, column * destinationStride + row) = Unsafe.Add(ref source, row * sourceStride + column);
            }
        }
    }

    /// <summary>Four rows of four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeTile(ref float source, nint sourceStride, ref float destination, nint destinationStride)
    {
        Vector128<float> row0 = Vector128.LoadUnsafe(ref source);
        Vector128<float> row1 = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, sourceStride));
        Vector128<float> row2 = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 2 * sourceStride));
        Vector128<float> row3 = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 3 * sourceStride));
        Vector128<float> lower02 = ZipLower(row0, row2);
        Vector128<float> upper02 = ZipUpper(row0, row2);
        Vector128<float> lower13 = ZipLower(row1, row3);
        Vector128<float> upper13 = ZipUpper(row1, row3);
        ZipLower(lower02, lower13).StoreUnsafe(ref destination);
        ZipUpper(lower02, lower13).StoreUnsafe(ref Unsafe.Add(ref destination, destinationStride));
        ZipLower(upper02, upper13).StoreUnsafe(ref Unsafe.Add(ref destination, 2 * destinationStride));
        ZipUpper(upper02, upper13).StoreUnsafe(ref Unsafe.Add(ref destination, 3 * destinationStride));
    }

    /// <summary>The lower halves of two vectors, number by number in turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipLower(Vector128<float> first, Vector128<float> second) =>
        Sse.IsSupported ? Sse.UnpackLow(first, second)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(first, second)
        : Vector128.Create(first[0], second[0], first[1], second[1]);

    /// <summary>The upper halves of two vectors, number by number in turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipUpper(Vector128<float> first, Vector128<float> second) =>
        Sse.IsSupported ? Sse.UnpackHigh(first, second)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(first, second)
        : Vector128.Create(first[2], second[2], first[3], second[3]);

    private static void RequireRows(int length, int stride, int rows, int columns, string name)
    {
        if (stride < columns || length < ((long)(rows - 1) * stride) + columns)
        {
            throw new ArgumentException($"{length} numbers are not {rows} rows of {columns}, {stride} from one to the next.", name);
        }
    }
}
