using System.Linq;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Tests.Planning;

/// <summary>How sums are split into chains.</summary>
public sealed class ChainPlanTests
{
    [Fact]
    public void Every_term_is_in_exactly_one_chain()
    {
        foreach (int columns in new[] { 16, 32, 48, 64, 112, 128, 1024, 100_000 })
        {
            foreach (int depth in Enumerable.Range(1, 300).Append(1024))
            {
                var plan = ChainPlan.For(depth, columns);
                int[] terms =
                [
                    .. Enumerable.Range(0, plan.Count).SelectMany(chain =>
                        Enumerable.Range(plan.Start(chain), chain == plan.Count - 1 ? plan.LastLength : plan.Length)),
                ];

                Assert.Equal(Enumerable.Range(0, depth), terms);
                Assert.InRange(plan.LastLength, 1, plan.Length);
            }
        }
    }

    [Theory]
    [InlineData(1, 16, 1)]
    [InlineData(3, 16, 3)]
    [InlineData(5, 16, 3)]
    [InlineData(16, 16, 4)]
    [InlineData(64, 64, 2)]
    [InlineData(128, 128, 2)]
    public void Narrow_products_run_as_more_chains_than_wide_ones(int depth, int columns, int chains) =>
        Assert.Equal(chains, ChainPlan.For(depth, columns).Count);

    [Theory]
    [InlineData(0, "terms 0 to 29")]
    [InlineData(1, "terms 30 to 58")]
    public void A_chain_says_which_terms_it_has(int chain, string terms) => Assert.Equal(terms, ChainPlan.For(59, 64).Terms(chain));

    [Fact]
    public void A_chain_of_one_term_names_it() => Assert.Equal("term 2", ChainPlan.For(3, 16).Terms(2));
}
