using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Planning;
using static RnnGen.Generators.Emission.IndexExpression;

namespace RnnGen.Generators.Emission;

/// <summary>
/// Writes the body of a product: rows of a left matrix times a weight matrix, in register tiles. The one loop nest of forward and backward passes.
/// </summary>
/// <param name="plan">Tiles and chains.</param>
/// <param name="operands">What is multiplied, and what happens before and after.</param>
internal sealed class ProductEmitter(ProductPlan plan, ProductOperands operands)
{
    /// <summary>Capitals, and none of those that the equations use.</summary>
    private const string ChainNames = "ABCD";

    /// <summary>A loop iteration multiplies up to this many vectors: enough that counting and pointer steps vanish beside them.</summary>
    private const int LoopBodyLimit = 16;

    /// <summary>So few iterations are written out, if they are not more than <see cref="WrittenOutLimit"/>: a loop would be longer than what it saves.</summary>
    private const int ShortLoop = 2;

    /// <summary>So many numbers of the left row are loaded together where they are spread by permutations.</summary>
    private const int Together = 4;

    /// <summary>
    /// So many multiply-adds are written out one after another, where numbers are loaded together or a loop would be short: more for weights in the nearest cache,
    /// which are not waited for.
    /// </summary>
    private int WrittenOutLimit => CachePlan.IsOutgrownBy(plan.Depth * plan.Columns * plan.TileGates) ? 32 : 64;

    private static readonly int[] UnrollFactors = [4, 2, 1];

    private readonly string _vector = "Vector" + plan.Width.Bits;

    public void Write(SourceWriter writer)
    {
        WriteChains(writer);
        if (plan.FullTiles > 1)
        {
            string end = plan.RestVectors == 0 && operands.Columns is { } columns ? columns : Number(plan.FullTiles * plan.TileColumns);
            writer.Open($"for (nuint n = 0; n < {end}; n += {plan.TileColumns})");
            WriteRows(writer, plan.TileVectors, "n");
            writer.Close();
        }
        else if (plan.RestVectors == 0 && !IsTall)
        {
            WriteRows(writer, plan.TileVectors, "0");
        }
        else
        {
            writer.Open("");
            WriteRows(writer, plan.TileVectors, "0");
            writer.Close();
        }

        if (plan.RestVectors > 0)
        {
            writer.Open("");
            WriteRows(writer, plan.RestVectors, Number(plan.FullTiles * plan.TileColumns));
            writer.Close();
        }
    }

    /// <summary>Writes a comment on which terms each chain adds up, before the tiles; nothing where there is one.</summary>
    public void WriteChains(SourceWriter writer)
    {
        if (plan.Chains.Count > 1)
        {
            IEnumerable<string> chains = Enumerable.Range(0, plan.Chains.Count).Select(c => $"{ChainNames[c]} of {plan.Chains.Terms(c)}");
            string reason = IsTall ? "" : plan.TakesChainsInTurn ? ", one after the other" : ", so that one waits while another adds";
            writer.Line($"// Each sum runs as {plan.Chains.Count} chains{reason}: {string.Join(", ", chains)}.");
        }
    }

    /// <summary>Writes one tile of a single row.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="vectors">Its vectors.</param>
    /// <param name="firstColumn">The expression of its first column.</param>
    public void WriteTileOf(SourceWriter writer, int vectors, string firstColumn) => WriteRows(writer, vectors, firstColumn);

    /// <summary>Writes a tile for each group of rows: the weights of its columns are still in the nearest cache for the next group.</summary>
    private void WriteRows(SourceWriter writer, int vectors, string firstColumn)
    {
        if (plan.Rows == 1)
        {
            BeginRows(writer, "0");
            WriteTile(writer, vectors, firstColumn);
            return;
        }

        if (!IsTall)
        {
            writer.Open($"for (int row = 0; row < rows; row += {plan.TileRows})");
            BeginRows(writer, "row");
            WriteTile(writer, vectors, firstColumn);
            writer.Close();
            return;
        }

        var tall = new ProductEmitter(plan with { TileRows = plan.TallRows, TallRows = 0 }, operands);
        if (plan.TallRows <= plan.Rows)
        {
            writer.Open($"for (int row = 0; row < rows; row += {plan.TallRows})");
            tall.BeginRows(writer, "row");
            tall.WriteTileByChains(writer, vectors, firstColumn);
            writer.Close();
            return;
        }

        writer.Line("int row = 0;");
        writer.Open($"for (; row <= rows - {plan.TallRows}; row += {plan.TallRows})");
        tall.BeginRows(writer, "row");
        tall.WriteTileByChains(writer, vectors, firstColumn);
        writer.Close();
        writer.Line();
        writer.Open("if (row < rows)");
        BeginRows(writer, "row");
        WriteTile(writer, vectors, firstColumn);
        writer.Close();
    }

    private void BeginRows(SourceWriter writer, string firstRow)
    {
        for (int r = 0; r < plan.TileRows; r++)
        {
            foreach (string line in operands.BeginRow(r, Plus(firstRow, Number(r))))
            {
                writer.Line(line);
            }
        }

        if (operands.Left is { } left)
        {
            writer.Line($"ref float left = ref {RowOf(left, firstRow, operands.LeftStride)};");
        }

        if (operands.Destination is { } destination)
        {
            writer.Line($"ref float destination = ref {RowOf(destination, firstRow, operands.DestinationStride)};");
        }
    }

    private static string RowOf(string reference, string row, string stride) => row == "0" ? reference : $"Unsafe.Add(ref {reference}, {row} * {stride})";

    private void WriteTile(SourceWriter writer, int vectors, string firstColumn)
    {
        ForEachSum(vectors, firstColumn, (r, v, column) => writer.Line($"{_vector}<float> {Sum(0, r, v)} = {operands.Initial(r, column)};"));
        for (int c = 1; c < plan.Chains.Count; c++)
        {
            for (int r = 0; r < plan.TileRows; r++)
            {
                IEnumerable<string> names = Enumerable.Range(0, vectors).Select(v => $"{Sum(c, r, v)} = {_vector}<float>.Zero");
                writer.Line($"{_vector}<float> {string.Join(", ", names)};");
            }
        }

        writer.Line();
        WriteWeight(writer, firstColumn);
        int unroll = LoopUnroll(vectors);
        if (plan.IsUnrolled || (plan.Chains.LastLength <= ShortLoop * unroll && plan.Chains.Length * BodyOf(vectors) <= WrittenOutLimit))
        {
            for (int j = 0; j < plan.Chains.Length; j++)
            {
                WriteTerms(writer, vectors, j, c => c < plan.Chains.Count - 1 ? plan.Chains.Length : plan.Chains.LastLength);
            }
        }
        else if (plan.TakesChainsInTurn)
        {
            WriteLoopInTurn(writer, vectors);
        }
        else
        {
            WriteLoop(writer, vectors, unroll);
        }

        writer.Line();
        ForEachSum(vectors, firstColumn, (r, v, column) => (operands.Finish ?? operands.Store)(writer, r, column, Total(r, v)));
        operands.EndTile(writer, firstColumn);
    }

    /// <summary>Writes a tile whose two chains run one after the other, so that the registers hold twice as many rows; the destination has room for the sums of one.</summary>
    private void WriteTileByChains(SourceWriter writer, int vectors, string firstColumn)
    {
        WriteWeight(writer, firstColumn);
        for (int c = 0; c < plan.Chains.Count; c++)
        {
            bool isLast = c == plan.Chains.Count - 1;
            if (c > 0)
            {
                writer.Line();
                writer.Line($"// The sums of {ChainNames[c - 1]} wait where the result goes.");
            }

            ForEachSum(vectors, firstColumn, (r, v, column) => writer.Line(
                $"{_vector}<float> {Sum(c, r, v)} = {(c == 0 ? operands.Initial(r, column) : $"{_vector}<float>.Zero")};"));
            writer.Open($"for (int j = 0; j < {(isLast ? plan.Chains.LastLength : plan.Chains.Length)}; j++)");
            WriteTerm(writer, vectors, c, term: 0, offset: 0, spread: null);
            WriteMove(writer, 1);
            writer.Close();
            writer.Line();
            ForEachSum(vectors, firstColumn, (r, v, column) =>
            {
                if (isLast)
                {
                    (operands.Finish ?? operands.Store)(writer, r, column, $"{_vector}.LoadUnsafe(ref destination{operands.At(r, column)}) + {Sum(c, r, v)}");
                }
                else
                {
                    operands.Store(writer, r, column, Sum(c, r, v));
                }
            });
        }

        operands.EndTile(writer, firstColumn);
    }

    private void ForEachSum(int vectors, string firstColumn, Action<int, int, string> write)
    {
        for (int r = 0; r < plan.TileRows; r++)
        {
            for (int v = 0; v < vectors; v++)
            {
                write(r, v, Column(firstColumn, v));
            }
        }
    }

    private void WriteWeight(SourceWriter writer, string firstColumn) => writer.Line(firstColumn == "0"
        ? $"ref float weight = ref {operands.Weights};"
        : $"ref float weight = ref Unsafe.Add(ref {operands.Weights}, {operands.Panels?.Place(firstColumn, plan.TileColumns) ?? firstColumn});");

    /// <summary>Whether there are tall tiles.</summary>
    private bool IsTall => plan.TallRows > 0 && operands.Destination is not null && !operands.KeepsDestination;

    /// <summary>Multiply-adds of one term of every sum.</summary>
    private int BodyOf(int vectors) => plan.TileRows * vectors * plan.Chains.Count;

    /// <summary>
    /// Whether numbers of the left row are loaded four at a time: where a vector has so many lanes that a product is bound by loads, and a permutation spreads
    /// a number in one operation. A product of few units is bound by latency, and says so.
    /// </summary>
    private bool LoadsTogether => plan.Rows == 1 && plan.Width.Bits == 512 && operands.Spread is null && !operands.LoadsOneByOne;

    private int LoopUnroll(int vectors) => LoopUnroll(BodyOf(vectors), plan.Chains.LastLength);

    private int LoopUnroll(int body, int terms)
    {
        if (LoadsTogether && terms >= Together && body * (Together + (terms % Together)) <= WrittenOutLimit)
        {
            return Together;
        }

        return UnrollFactors.First(u => u == 1 || (terms % u == 0 && body * u <= LoopBodyLimit));
    }

    private void WriteLoop(SourceWriter writer, int vectors, int unroll)
    {
        ChainPlan chains = plan.Chains;
        int looped = chains.LastLength - (chains.LastLength % unroll);
        writer.Open(unroll == 1 ? $"for (int j = 0; j < {looped}; j++)" : $"for (int j = 0; j < {looped}; j += {unroll})");
        for (int e = 0; e < unroll; e++)
        {
            WriteTerms(writer, vectors, e, _ => unroll);
        }

        WriteMove(writer, unroll);
        writer.Close();

        int left = chains.Length - looped;
        if (left > 0)
        {
            writer.Line(looped == chains.LastLength ? "// The last chain is the shortest; the others have terms left." : "// The terms that are left.");
            writer.Open("");
            for (int e = 0; e < left; e++)
            {
                WriteTerms(writer, vectors, e, c => (c < chains.Count - 1 ? chains.Length : chains.LastLength) - looped);
            }

            writer.Close();
        }
    }

    /// <summary>
    /// Writes a loop that goes through the chains one after the other: by the same instructions, whose addresses go on where the chain before ended, and which a prefetcher
    /// that tells loads by their instructions takes for one stream.
    /// </summary>
    private void WriteLoopInTurn(SourceWriter writer, int vectors)
    {
        int length = plan.Chains.Length;
        int unroll = LoopUnroll(vectors, length);
        int rest = length % unroll;
        writer.Line("// Each chain is added up in A, and they change places.");
        writer.Open($"for (int chain = 0; chain < {plan.Chains.Count}; chain++)");
        writer.Open($"for (int j = 0; j < {length - rest}; j += {unroll})");
        WriteTermsAndMoveOn(writer, vectors, unroll);
        writer.Close();
        if (rest > 0)
        {
            writer.Line();
            writer.Line("// The terms that are left.");
            writer.Open("");
            WriteTermsAndMoveOn(writer, vectors, rest);
            writer.Close();
        }

        writer.Line();
        for (int v = 0; v < vectors; v++)
        {
            writer.Line($"({Sum(0, 0, v)}, {Sum(1, 0, v)}) = ({Sum(1, 0, v)}, {Sum(0, 0, v)});");
        }

        writer.Close();
    }

    private void WriteTermsAndMoveOn(SourceWriter writer, int vectors, int count)
    {
        for (int e = 0; e < count; e++)
        {
            WriteTermOf(writer, vectors, chain: 0, e, e, count);
        }

        WriteMove(writer, count);
    }

    private void WriteMove(SourceWriter writer, int terms)
    {
        writer.Line($"left = ref Unsafe.Add(ref left, {terms});");
        writer.Line($"weight = ref Unsafe.Add(ref weight, {Times(terms, operands.WeightStride)});");
    }

    /// <summary>Writes a term of each chain.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="vectors">Vectors of the tile.</param>
    /// <param name="offset">The term, from where the references are in each chain.</param>
    /// <param name="lengths">How many terms of a chain follow one another, from offset 0 on.</param>
    private void WriteTerms(SourceWriter writer, int vectors, int offset, Func<int, int> lengths)
    {
        for (int c = 0; c < plan.Chains.Count; c++)
        {
            if (offset < lengths(c))
            {
                WriteTermOf(writer, vectors, c, plan.Chains.Start(c) + offset, offset, lengths(c));
            }
        }
    }

    /// <summary>Writes a term of a chain, of which <paramref name="length"/> follow one another, and before the first of four the load of all of them.</summary>
    private void WriteTermOf(SourceWriter writer, int vectors, int chain, int term, int offset, int length)
    {
        int place = offset % Together;
        string four = $"four{Chain(chain)}{offset - place}";
        bool isTogether = LoadsTogether && offset - place + Together <= length;
        if (isTogether && place == 0)
        {
            writer.Line($"{_vector}<float> {four} = LaneSpread.Four(ref left, {Number(term)});");
        }

        WriteTerm(writer, vectors, chain, term, offset, isTogether ? $"LaneSpread.Of({four}, {place})" : null);
    }

    /// <summary>Writes a term of a chain: the multiply-adds of all rows and vectors of a tile.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="vectors">Vectors of the tile.</param>
    /// <param name="chain">The chain.</param>
    /// <param name="term">The term, from where the references are.</param>
    /// <param name="offset">The number of the term among those of its chain that are written one after another.</param>
    /// <param name="spread">The expression that has the left row's number in every lane; null where it is loaded.</param>
    private void WriteTerm(SourceWriter writer, int vectors, int chain, int term, int offset, string? spread)
    {
        string[] weights = Enumerable.Range(0, vectors).Select(v => Weight(term, v)).ToArray();
        if (plan.TileRows > 1)
        {
            for (int v = 0; v < vectors; v++)
            {
                string name = $"weight{Chain(chain)}{v}_{offset}";
                writer.Line($"{_vector}<float> {name} = {weights[v]};");
                weights[v] = name;
            }
        }

        for (int r = 0; r < plan.TileRows; r++)
        {
            string index = Plus(Times(r, operands.LeftStride), Number(term));
            string left = index == "0" ? "left" : $"Unsafe.Add(ref left, {index})";
            string name = $"spread{Chain(chain)}{OfRow(r)}{offset}";
            writer.Line($"{_vector}<float> {name} = {operands.Spread?.Invoke(term) ?? spread ?? $"{_vector}.Create({left})"};");
            for (int v = 0; v < vectors; v++)
            {
                string sum = Sum(chain, r, v);
                writer.Line($"{sum} = {_vector}.MultiplyAddEstimate({name}, {weights[v]}, {sum});");
            }
        }
    }

    private string Weight(int term, int vector)
    {
        string index = Plus(Times(term, operands.WeightStride), WeightOffset(vector));
        return index == "0" ? $"{_vector}.LoadUnsafe(ref weight)" : $"{_vector}.LoadUnsafe(ref weight, {index})";
    }

    private string Sum(int chain, int row, int vector) => $"sum{Chain(chain)}{OfRow(row)}{vector}";

    /// <summary>What tells the variables of a chain from those of the others.</summary>
    private string Chain(int chain) => plan.Chains.Count == 1 ? "" : ChainNames[chain].ToString();

    /// <summary>What tells the variables of a row of the tile from those of the others.</summary>
    private string OfRow(int row) => plan.TileRows == 1 ? "" : Number(row) + "_";

    private string Total(int row, int vector)
    {
        string[] sums = Enumerable.Range(0, plan.Chains.Count).Select(c => Sum(c, row, vector)).ToArray();
        return sums.Length switch
        {
            1 => sums[0],
            2 => $"{sums[0]} + {sums[1]}",
            3 => $"{sums[0]} + {sums[1]} + {sums[2]}",
            _ => $"({sums[0]} + {sums[1]}) + ({sums[2]} + {sums[3]})",
        };
    }

    private string Column(string first, int vector) =>
        int.TryParse(first, out int constant) && int.TryParse(Offset(vector), out int offset) ? Number(constant + offset) : Plus(first, Offset(vector));

    /// <summary>How far a tile's vector is from its first column.</summary>
    private string Offset(int vector)
    {
        int ofGate = plan.TileVectors / plan.TileGates;
        return Plus(Times(vector / ofGate, operands.GateStride), Number(vector % ofGate * plan.Width.Lanes));
    }

    /// <summary>How far the weights of a tile's vector are from those of its first column.</summary>
    private string WeightOffset(int vector)
    {
        if (operands.Panels is not { } panels)
        {
            return Offset(vector);
        }

        int ofGate = plan.TileVectors / plan.TileGates;
        return Plus(Times(vector / ofGate, panels.Gate), panels.Place(vector % ofGate * plan.Width.Lanes));
    }
}
