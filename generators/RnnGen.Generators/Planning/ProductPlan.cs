using System;

namespace RnnGen.Generators.Planning;

/// <summary>The register tiles of a product: rows of a left matrix times a weight matrix.</summary>
/// <param name="Width">The vector width.</param>
/// <param name="Rows">Rows of the left matrix that one call multiplies: a power of two.</param>
/// <param name="Depth">The inner dimension: terms of each sum.</param>
/// <param name="Columns">Padded columns of the weights.</param>
/// <param name="Chains">How the sums are split.</param>
/// <param name="TileRows">Rows in a tile; divides <paramref name="Rows"/>.</param>
/// <param name="TileVectors">Vectors of columns in a tile.</param>
internal sealed record ProductPlan(
    VectorWidth Width, int Rows, int Depth, int Columns, ChainPlan Chains, int TileRows, int TileVectors)
{
    /// <summary>The tiles of a single row are written out without a loop up to this many multiply-adds; those of several rows never.</summary>
    /// <remarks>A single row is bound by latency, where a loop's branch and pointer steps show; several rows keep the multipliers busy.</remarks>
    private const int UnrollLimit = 64;

    /// <summary>Vectors that cover all columns.</summary>
    public int Vectors => Columns / Width.Lanes;

    /// <summary>Columns in a tile.</summary>
    public int TileColumns => TileVectors * Width.Lanes;

    /// <summary>Whole tiles side by side.</summary>
    public int FullTiles => Vectors / TileVectors;

    /// <summary>Vectors to the right of the whole tiles.</summary>
    public int RestVectors => Vectors % TileVectors;

    /// <summary>Whether a tile's sums are written out without a loop.</summary>
    public bool IsUnrolled => Depth == 1 || (Rows == 1 && TileVectors * Depth <= UnrollLimit);

    /// <summary>The plan for a product whose sums are split as <see cref="ChainPlan.For"/> splits them.</summary>
    public static ProductPlan For(VectorWidth width, int rows, int depth, int columns) =>
        For(width, rows, depth, columns, ChainPlan.For(depth, columns));

    /// <summary>The plan for a product whose sums are split in a given way.</summary>
    public static ProductPlan For(VectorWidth width, int rows, int depth, int columns, ChainPlan chains)
    {
        int vectors = columns / width.Lanes;
        int accumulators = Math.Max(1, width.Accumulators / chains.Count);
        if (rows == 1)
        {
            // Tiles of equal width rather than a wide one and a narrow rest, which would be bound by latency.
            int tiles = (vectors + accumulators - 1) / accumulators;
            return new ProductPlan(width, rows, depth, columns, chains, 1, (vectors + tiles - 1) / tiles);
        }

        // Each weight loaded serves all rows of the tile, each broadcast all its vectors: rows first, two vectors if they fit.
        int tileVectors = Math.Min(vectors, accumulators >= 4 ? 2 : 1);
        int tileRows = Math.Min(rows, LargestPowerOfTwo(accumulators / tileVectors));
        tileVectors = Math.Min(vectors, accumulators / tileRows);
        if (CachePage.Separates(columns) && tileVectors < CachePage.TileVectors && chains.Count * tileRows * CachePage.TileVectors <= width.MostAccumulators)
        {
            tileVectors = CachePage.TileVectors;
        }

        return new ProductPlan(width, rows, depth, columns, chains, tileRows, tileVectors);
    }

    private static int LargestPowerOfTwo(int limit)
    {
        int power = 1;
        while (power * 2 <= limit)
        {
            power *= 2;
        }

        return power;
    }
}
