using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Tests.Planning;

/// <summary>The layout of parameters.</summary>
public sealed class ModelPlanTests
{
    [Theory]
    [InlineData(2, 1, 2)]
    [InlineData(13, 7, 3)]
    [InlineData(40, 64, 17)]
    [InlineData(5, 65, 100)]
    public void No_two_elements_share_a_place_and_all_are_inside(int vocabulary, int hidden, int outputs)
    {
        ModelPlan plan = Plan(vocabulary, hidden, outputs);
        List<int> places =
        [
            .. from tensor in plan.Tensors
               from i in Enumerable.Range(0, tensor.Rows)
               from j in Enumerable.Range(0, tensor.Columns)
               select tensor.Offset + (i * tensor.RowStride) + (j * tensor.ColumnStride),
        ];

        Assert.Equal(plan.ParameterCount, places.Count);
        Assert.Equal(places.Count, places.Distinct().Count());
        Assert.All(places, place => Assert.InRange(place, 0, plan.ParameterStorage - 1));
    }

    [Theory]
    [InlineData(2, 1, 2)]
    [InlineData(13, 7, 3)]
    [InlineData(100_000, 1024, 100_000)]
    public void Every_tensor_and_row_starts_on_a_cache_line(int vocabulary, int hidden, int outputs)
    {
        ModelPlan plan = Plan(vocabulary, hidden, outputs);

        Assert.All(plan.Tensors, tensor => Assert.Equal(0, tensor.Offset % 16));
        Assert.All(plan.Tensors.Where(tensor => !tensor.IsVector), tensor => Assert.Equal(0, tensor.ColumnStride % 16));
        Assert.Equal(0, plan.ParameterStorage % 16);
    }

    [Fact]
    public void The_count_is_that_of_the_equations()
    {
        // U 7 x 13, W 7 x 7, b 7, V 3 x 7, c 3.
        Assert.Equal((7 * 13) + (7 * 7) + 7 + (3 * 7) + 3, Plan(13, 7, 3).ParameterCount);
    }

    [Fact]
    public void Predictions_stay_within_the_stack_whatever_the_outputs()
    {
        foreach (int outputs in new[] { 2, 17, 500, 512, 513, 4096, 4097, 100_000 })
        {
            ModelPlan plan = Plan(outputs, 8, outputs);
            int floats = plan.PredictionChunk * plan.OutputStride;

            Assert.Equal(floats <= 4096, plan.OutputsOnStack);
        }
    }

    private static ModelPlan Plan(int vocabulary, int hidden, int outputs) => new(new ModelSpec(
        new TypeSpec("", EquatableArray<string>.Empty, "Model", "public", "Model"),
        ModelTask.Classification,
        ModelCell.Elman,
        ModelNonlinearity.Tanh,
        vocabulary,
        hidden,
        9,
        outputs));
}
