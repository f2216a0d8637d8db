using System;

namespace RnnGen.Numerics;

/// <summary>Operations on matrices whose rows lie a stride apart.</summary>
public static class Matrix
{
    private const int Block = 16;

    /// <summary>Writes the transpose of a matrix that is stored in panels: some columns of all rows stand together, and then the next columns.</summary>
    /// <param name="source">The matrix, panel by panel and row by row.</param>
    /// <param name="panelWidth">Columns of a panel, and the distance between its rows.</param>
    /// <param name="panelStride">Distance between panels: at least <paramref name="rows"/> times <paramref name="panelWidth"/>.</param>
    /// <param name="rows">The rows of the matrix.</param>
    /// <param name="columns">Its columns; the last panel may have fewer than the others.</param>
    /// <param name="destination">Receives <paramref name="columns"/> rows of <paramref name="rows"/> numbers.</param>
    /// <param name="destinationStride">Distance between the rows of the destination: at least <paramref name="rows"/>.</param>
    public static void TransposePanels(
        ReadOnlySpan<float> source, int panelWidth, int panelStride, int rows, int columns, Span<float> destination, int destinationStride)
    {
        for (int column = 0; column < columns; column += panelWidth)
        {
            ReadOnlySpan<float> panel = source.Slice(column / panelWidth * panelStride);
            Transpose(panel, panelWidth, rows, Math.Min(panelWidth, columns - column), destination.Slice(column * destinationStride), destinationStride);
        }
    }

    /// <summary>Writes the transpose of a matrix; what lies between the rows of the destination stays as it is.</summary>
    /// <param name="source">The matrix, row by row.</param>
    /// <param name="sourceStride">Distance between its rows: at least <paramref name="columns"/>.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="destination">Receives <paramref name="columns"/> rows of <paramref name="rows"/> numbers.</param>
    /// <param name="destinationStride">Distance between the rows of the destination: at least <paramref name="rows"/>.</param>
    public static void Transpose(
        ReadOnlySpan<float> source, int sourceStride, int rows, int columns, Span<float> destination, int destinationStride)
    {
        // By blocks of a cache line square, so that both sides are read and written a line at a time.
        for (int firstRow = 0; firstRow < rows; firstRow += Block)
        {
            int endRow = Math.Min(firstRow + Block, rows);
            for (int firstColumn = 0; firstColumn < columns; firstColumn += Block)
            {
                int endColumn = Math.Min(firstColumn + Block, columns);
                for (int column = firstColumn; column < endColumn; column++)
                {
                    Span<float> target = destination.Slice((column * destinationStride) + firstRow, endRow - firstRow);
                    int from = (firstRow * sourceStride) + column;
                    for (int i = 0; i < target.Length; i++)
                    {
                        target[i] = source[from];
                        from += sourceStride;
                    }
                }
            }
        }
    }
}
