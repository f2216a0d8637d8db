using System;

namespace RnnGen.Generators.Planning;

/// <summary>The register tiles of a product: rows of a left matrix times a weight matrix.</summary>
/// <param name="Width">The vector width.</param>
/// <param name="Rows">Rows of the left matrix that one call multiplies: a power of two.</param>
/// <param name="Depth">The inner dimension: terms of each sum.</param>
/// <param name="Columns">Padded columns of the weights; of each gate, where a tile takes the same columns of several gates.</param>
/// <param name="Chains">How the sums are split.</param>
/// <param name="TileRows">Rows in a tile; divides <paramref name="Rows"/>.</param>
/// <param name="TileVectors">Vectors of columns in a tile.</param>
/// <param name="TileGates">How many gates they are divided among; 1 for columns that are all side by side.</param>
internal sealed record ProductPlan(
    VectorWidth Width, int Rows, int Depth, int Columns, ChainPlan Chains, int TileRows, int TileVectors, int TileGates = 1)
{
    /// <summary>So many sums at a time hide the latency of a multiply-add where one starts a cycle, as 512-bit ones do.</summary>
    private const int SumsThatHideLatency = 4;

    /// <summary>The same where two start.</summary>
    public const int SumsThatHideLatencyOfTwo = 2 * SumsThatHideLatency;

    /// <summary>Terms of a sum from which on <see cref="TallRows">tall tiles</see> pay for vectors that few registers hold: with both chains side by side these load as many numbers as they multiply.</summary>
    private const int LeastTallDepth = 32;

    /// <summary>The tiles of a single row are written out without a loop up to this many multiply-adds; those of several rows never.</summary>
    /// <remarks>A single row is bound by latency, where a loop's branch and pointer steps show; several rows keep the multipliers busy.</remarks>
    private const int UnrollLimit = 64;

    /// <summary>
    /// Rows of a tile that goes through its chains one after another, with the sums of one in registers: twice as many as one that has both side by side; 0 for no such tiles.
    /// </summary>
    /// <remarks>
    /// Weights are loaded half as often for it, at the price of keeping the first chain's sums in the destination meanwhile. Measured on Zen 5, eight sequences: with 512 bits it pays where the weights
    /// of a tile leave the first-level cache before the next rows need them (a step of an LSTM of 256 units backward, 1,024 terms: a fifth); with 256 bits from few terms on, up to a half.
    /// </remarks>
    public int TallRows { get; init; }

    /// <summary>Whether a tile of a single row goes through its chains one after another: see <see cref="OfUnits"/>.</summary>
    public bool TakesChainsInTurn { get; init; }

    /// <summary>How many sums a tile ends with at most.</summary>
    public int MostSums => Math.Max(TileRows, TallRows) * TileVectors;

    /// <summary>Vectors that cover all columns.</summary>
    public int Vectors => TileGates * Columns / Width.Lanes;

    /// <summary>Columns in a tile, of each gate.</summary>
    public int TileColumns => TileVectors / TileGates * Width.Lanes;

    /// <summary>Whole tiles side by side.</summary>
    public int FullTiles => Vectors / TileVectors;

    /// <summary>Vectors to the right of the whole tiles.</summary>
    public int RestVectors => Vectors % TileVectors;

    /// <summary>Whether the registers hold all chains of a single row's tile side by side.</summary>
    public bool FitsRegisters => Chains.Count * TileVectors <= Width.MostSumsOfRow;

    /// <summary>Whether a tile's sums are written out without a loop.</summary>
    public bool IsUnrolled => Depth == 1 || (Rows == 1 && TileVectors * Depth <= UnrollLimit);

    /// <summary>The plan for a product whose sums are split as <see cref="ChainPlan.For"/> splits them.</summary>
    public static ProductPlan For(VectorWidth width, int rows, int depth, int columns) => For(width, rows, depth, columns, columns);

    /// <summary>
    /// The same for rows of weights that are <paramref name="stride"/> floats apart, where that is not the number of columns; fewer than the columns if they are in panels.
    /// </summary>
    public static ProductPlan For(VectorWidth width, int rows, int depth, int columns, int stride) =>
        For(width, rows, depth, columns, stride, ChainPlan.For(depth, columns));

    /// <summary>The plan for a product whose sums are split in a given way.</summary>
    public static ProductPlan For(VectorWidth width, int rows, int depth, int columns, int stride, ChainPlan chains)
    {
        int vectors = columns / width.Lanes;
        int accumulators = Math.Max(1, width.Accumulators / chains.Count);
        if (rows == 1)
        {
            // Tiles of equal width rather than a wide one and a narrow rest, which would be bound by latency.
            int tiles = (vectors + accumulators - 1) / accumulators;
            return new ProductPlan(width, rows, depth, columns, chains, 1, OfPanels(width, (vectors + tiles - 1) / tiles, accumulators, stride < columns));
        }

        // Each weight loaded serves all rows of the tile, each broadcast all its vectors: rows first, two vectors if they fit.
        int tileVectors = Math.Min(vectors, accumulators >= 4 ? 2 : 1);
        int tileRows = Math.Min(rows, LargestPowerOfTwo(accumulators / tileVectors));
        tileVectors = Math.Min(vectors, accumulators / tileRows);
        if (CachePlan.ArePages(stride) && tileVectors < CachePlan.PageTileVectors && chains.Count * tileRows * CachePlan.PageTileVectors <= width.MostAccumulators)
        {
            tileVectors = CachePlan.PageTileVectors;
        }

        tileVectors = OfPanels(width, tileVectors, accumulators / tileRows, stride < columns);
        bool paysTall = width.Bits == 512 ? CachePlan.IsTileOutgrownBy(depth * tileVectors * width.Lanes) : depth >= LeastTallDepth;
        bool isTall = paysTall && chains.Count == 2 && chains.Count * tileRows * tileVectors == width.Accumulators;
        return new ProductPlan(width, rows, depth, columns, chains, tileRows, tileVectors) { TallRows = isTall ? 2 * tileRows : 0 };
    }

    /// <summary>
    /// The plan for a single row whose columns are taken a few units at a time, with all gates of these: what is done with their sums then
    /// overlaps the loads of the next. The fewer units, the better that goes; but rows are best read by the cache line,
    /// and fewer sums than hide the latency would be slower than the loads.
    /// </summary>
    /// <remarks>
    /// Measured on Zen 5 with 512 bits. The loads of every gate read weights far larger than the nearest cache from one address after the other for the whole sum: the chains follow each other, in one
    /// loop. With both side by side, or in loops of their own, every load starts anew at every tile, which prefetchers pay for: in a program of C++ with W of 1 MiB the sums of an LSTM took 8.0 us side by
    /// side, 7.8 in two loops and 6.4 in one, reading alone 6.2. Twice as many units add sums, which hide the latency, and places to read from: up to 256 KiB the former counts more. Sequences
    /// take 79 to 91 % of the time that 16 units with both chains side by side took, LSTM and GRU of 64 to 256 units alike.
    /// </remarks>
    /// <param name="width">The vector width.</param>
    /// <param name="depth">Terms of each sum.</param>
    /// <param name="units">Padded columns of a gate.</param>
    /// <param name="gates">How many gates.</param>
    public static ProductPlan OfUnits(VectorWidth width, int depth, int units, int gates)
    {
        var chains = ChainPlan.For(depth, gates * units);
        int lines = (SumsThatHideLatency + (gates * chains.Count) - 1) / (gates * chains.Count);
        int weights = depth * gates * units;
        bool isWide = width.Bits == 512 && gates > 1;
        bool isInTurn = isWide && chains.Count == 2 && chains.LastLength == chains.Length && CachePlan.IsFarOutgrownBy(weights);
        bool needsSums = isInTurn ? !CachePlan.IsQuarterOfSecondLevel(weights) : gates * chains.Count < SumsThatHideLatencyOfTwo;
        lines = isWide && needsSums && units % (2 * CachePlan.LineFloats) == 0 ? 2 : lines;
        int vectors = Math.Min(units, lines * CachePlan.LineFloats) / width.Lanes;
        return new ProductPlan(width, 1, depth, units, chains, 1, gates * vectors, gates) { TakesChainsInTurn = isInTurn };
    }

    /// <summary>The plan for a product of as many columns into the same tiles.</summary>
    /// <param name="depth">Terms of each sum.</param>
    public ProductPlan WithDepth(int depth) => this with { Depth = depth, Chains = ChainPlan.For(depth, TileGates * Columns), TakesChainsInTurn = false };

    /// <summary>The plan with none but the tiles that every number of rows has: for a product that shares its method with another, which would become longer than methods may be here.</summary>
    public ProductPlan WithoutTallTiles() => this with { TallRows = 0 };

    /// <summary>Vectors of a tile: about as many, but of weights in panels whole panels or a part that divides one.</summary>
    private static int OfPanels(VectorWidth width, int vectors, int limit, bool isInPanels)
    {
        if (!isInPanels || vectors * width.Lanes % CachePlan.PanelWidth == 0)
        {
            return vectors;
        }

        int power = LargestPowerOfTwo(vectors);
        return power < vectors && 2 * power <= limit ? 2 * power : power;
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
