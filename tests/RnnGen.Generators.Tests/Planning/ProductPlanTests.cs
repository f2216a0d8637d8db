using System;
using System.Linq;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Tests.Planning;

/// <summary>Register tiles.</summary>
public sealed class ProductPlanTests
{
    private static readonly int[] Sizes = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 64, 65, 80, 96, 100, 112, 128, 144, 200, 256, 1000, 1024, 100_000];

    public static TheoryData<int, int> WidthsAndRows =>
        [.. from width in VectorWidth.All from rows in new[] { 1, 4 } select (width.Bits, rows)];

    [Theory]
    [MemberData(nameof(WidthsAndRows))]
    public void Tiles_cover_all_rows_and_columns_once(int bits, int rows)
    {
        VectorWidth width = VectorWidth.All.Single(w => w.Bits == bits);
        foreach (int depth in Sizes)
        {
            foreach (int size in Sizes)
            {
                int columns = Padding.ToColumns(size);
                var plan = ProductPlan.For(width, rows, depth, columns);

                Assert.Equal(columns, (plan.FullTiles * plan.TileColumns) + (plan.RestVectors * width.Lanes));
                Assert.Equal(0, rows % plan.TileRows);
                Assert.InRange(plan.RestVectors, 0, plan.TileVectors - 1);
            }
        }
    }

    /// <summary>AVX2 and SSE have 16 registers, AVX-512 has 32: sums, the weights of a step and one broadcast must fit.</summary>
    [Theory]
    [MemberData(nameof(WidthsAndRows))]
    public void A_tile_fits_the_registers(int bits, int rows)
    {
        VectorWidth width = VectorWidth.All.Single(w => w.Bits == bits);
        int registers = bits == 512 ? 32 : 16;
        foreach (int depth in Sizes)
        {
            foreach (int size in Sizes)
            {
                var plan = ProductPlan.For(width, rows, depth, Padding.ToColumns(size));
                int sums = plan.TileRows * plan.TileVectors * plan.Chains.Count;
                int weights = plan.TileRows == 1 ? 0 : plan.TileVectors;

                Assert.InRange(sums, 1, CachePlan.ArePages(Padding.ToColumns(size)) ? width.MostAccumulators : width.Accumulators);
                Assert.InRange(sums + weights + 1, 2, registers);
            }
        }
    }

    /// <summary>What is left of the rows after the tall tiles is nothing or one tile.</summary>
    [Theory]
    [MemberData(nameof(WidthsAndRows))]
    public void Tall_tiles_have_the_sums_of_one_chain_in_registers_and_leave_at_most_one_other_tile(int bits, int rows)
    {
        VectorWidth width = VectorWidth.All.Single(w => w.Bits == bits);
        int tall = 0;
        foreach (int depth in Sizes)
        {
            foreach (int stride in Sizes.SelectMany(size => new[] { Padding.ToColumns(size), CachePlan.PanelWidth }))
            {
                var plan = ProductPlan.For(width, rows, depth, Padding.ToColumns(256), stride);
                if (plan.TallRows == 0)
                {
                    continue;
                }

                tall++;
                Assert.Equal(2, plan.Chains.Count);
                Assert.InRange(plan.TallRows * plan.TileVectors, 1, width.Accumulators);
                Assert.True(rows % plan.TallRows == 0 || (plan.TallRows == 2 * rows && plan.TileRows == rows), $"{plan}");
                Assert.Equal(plan.TallRows * plan.TileVectors, plan.MostSums);
            }
        }

        Assert.Equal(rows > 1, tall > 0);
    }

    [Theory]
    [InlineData(512, 4, 1024, 256, 8)]
    [InlineData(512, 4, 192, 64, 8)]
    [InlineData(512, 4, 128, 256, 0)]
    [InlineData(512, 1, 1024, 256, 0)]
    [InlineData(512, 4, 1024, 16, 0)]
    [InlineData(256, 4, 32, 64, 4)]
    [InlineData(256, 4, 31, 64, 0)]
    [InlineData(128, 4, 32, 64, 4)]
    public void Tiles_are_tall_where_weights_would_be_fetched_again_or_registers_are_few(int bits, int rows, int depth, int columns, int expected) =>
        Assert.Equal(expected, ProductPlan.For(VectorWidth.All.Single(w => w.Bits == bits), rows, depth, columns).TallRows);

    /// <summary>A tile's vectors are at the same distances wherever the tile begins, and its sums have registers.</summary>
    [Theory]
    [MemberData(nameof(WidthsAndRows))]
    public void Tiles_of_weights_in_panels_are_whole_panels_or_parts_that_divide_one(int bits, int rows)
    {
        VectorWidth width = VectorWidth.All.Single(w => w.Bits == bits);
        foreach (int depth in Sizes)
        {
            foreach (int size in Sizes)
            {
                int columns = Padding.ToColumns(size);
                var plan = ProductPlan.For(width, rows, depth, columns, CachePlan.PanelWidth);

                Assert.True(plan.TileColumns % CachePlan.PanelWidth == 0 || CachePlan.PanelWidth % plan.TileColumns == 0, $"{plan}");
                Assert.Equal(columns, (plan.FullTiles * plan.TileColumns) + (plan.RestVectors * width.Lanes));
                Assert.InRange(plan.TileRows * plan.TileVectors * plan.Chains.Count, 1, width.Accumulators);
            }
        }
    }

    /// <summary>What a kernel needs that has the left row in registers.</summary>
    [Fact]
    public void The_product_of_a_state_that_stays_in_registers_is_one_tile_without_a_loop()
    {
        foreach (int hidden in Enumerable.Range(1, 32))
        {
            var plan = ProductPlan.For(VectorWidth.V512, 1, hidden, Padding.ToColumns(hidden));

            Assert.True(plan.IsUnrolled, $"{plan}");
            Assert.Equal((1, 0), (plan.FullTiles, plan.RestVectors));
        }
    }

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Tiles_of_units_cover_the_units_of_every_gate_once_and_fit_the_registers(int bits)
    {
        VectorWidth width = VectorWidth.All.Single(w => w.Bits == bits);
        foreach (int gates in new[] { 1, 3, 4 })
        {
            foreach (int size in Sizes)
            {
                int units = Padding.ToColumns(size);
                var plan = ProductPlan.OfUnits(width, size, units, gates);

                Assert.Equal(units, (plan.FullTiles * plan.TileColumns) + (plan.RestVectors * width.Lanes));
                Assert.Equal(gates * plan.TileColumns, plan.TileVectors * width.Lanes);
                Assert.Equal(0, plan.TileColumns % CachePlan.LineFloats);

                // Enough sums of a cache line each, added up at a time, to hide the latency of a multiply-add, if there are as many; a gate each will do where the second-level cache is what is
                // waited for. And of one chain no more than there are registers for.
                int lines = (plan.TakesChainsInTurn ? 1 : plan.Chains.Count) * plan.TileVectors * bits / 512;
                Assert.InRange(lines, plan.TakesChainsInTurn ? gates : Math.Min(4, plan.Chains.Count * gates * units / 16), 12);
                Assert.InRange(plan.TileVectors, 1, width.MostSumsOfRow);
                if (gates > 1)
                {
                    Assert.Equal(0, plan.RestVectors);
                }
            }
        }
    }

    /// <summary>The input of some units is written where their tile ends, and no further: what lies behind it belongs to others.</summary>
    [Fact]
    public void A_product_of_another_depth_goes_into_the_same_tiles()
    {
        foreach (VectorWidth width in VectorWidth.All)
        {
            foreach ((int gates, int hidden, int inputs) in from gates in new[] { 1, 3, 4 } from hidden in Sizes from inputs in Sizes select (gates, hidden, inputs))
            {
                int units = Padding.ToColumns(hidden);
                var plan = ProductPlan.OfUnits(width, hidden, units, gates);
                ProductPlan other = plan.WithDepth(inputs);

                Assert.Equal((plan.TileColumns, plan.FullTiles, plan.RestVectors), (other.TileColumns, other.FullTiles, other.RestVectors));
                Assert.Equal(ProductPlan.For(width, 1, inputs, gates * units).Chains, other.Chains);
            }
        }
    }

    [Fact]
    public void The_split_into_chains_does_not_depend_on_width_or_rows()
    {
        foreach (int depth in Sizes)
        {
            foreach (int size in Sizes)
            {
                Assert.Single((from width in VectorWidth.All
                               from rows in new[] { 1, 4 }
                               select ProductPlan.For(width, rows, depth, Padding.ToColumns(size)).Chains).Distinct());
            }
        }
    }
}
