using System.Linq;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Tests.Planning;

/// <summary>How weights that outgrow the nearest cache are cut.</summary>
public sealed class SweepPlanTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void Two_equal_ends_and_a_middle_make_up_all_rows(int gates, bool startsAtZero)
    {
        foreach (int depth in Enumerable.Range(1, 1024))
        {
            if (SweepPlan.For(depth, gates * Padding.ToColumns(depth), startsAtZero) is { } plan)
            {
                Assert.Equal(depth, (2 * plan.EndRows) + (plan.MiddleParts * plan.MiddleRows));
                Assert.Equal(depth - plan.EndRows, plan.LastStart);
                Assert.Equal(plan.LastStart - plan.MiddleRows, plan.MiddleParts == 2 ? plan.SecondMiddleStart : plan.EndRows);
                Assert.True(plan.EndRows >= 1 && plan.MiddleRows >= 1, $"{depth}: {plan}");
            }
        }
    }

    [Fact]
    public void An_end_fits_into_a_cache_of_32_kibibytes_beside_what_else_a_step_reads()
    {
        foreach (int depth in Enumerable.Range(1, 1024))
        {
            int columns = Padding.ToColumns(depth);

            Assert.InRange((SweepPlan.For(depth, columns, startsAtZero: false)?.EndRows ?? 0) * columns * sizeof(float), 0, 24 * 1024);
        }
    }

    [Theory]
    [InlineData(16, false)]
    [InlineData(64, false)]
    [InlineData(80, false)]
    [InlineData(96, true)]
    [InlineData(128, true)]
    [InlineData(256, true)]
    [InlineData(352, true)]
    [InlineData(512, false)]
    public void Square_weights_are_cut_from_the_size_of_one_cache_to_where_it_no_longer_pays(int size, bool isCut) =>
        Assert.Equal(isCut, SweepPlan.For(size, size, startsAtZero: false) is not null);

    [Theory]
    [InlineData(128, 1)]
    [InlineData(254, 2)]
    [InlineData(255, 0)]
    [InlineData(256, 2)]
    [InlineData(512, 2)]
    public void Weights_of_four_gates_beyond_the_second_cache_have_a_middle_of_two_halves(int hidden, int middleParts) =>
        Assert.Equal(middleParts, SweepPlan.For(hidden, 4 * Padding.ToColumns(hidden), startsAtZero: true)?.MiddleParts ?? 0);
}
