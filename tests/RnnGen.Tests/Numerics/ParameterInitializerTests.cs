using System;
using System.Collections.Immutable;
using System.Linq;
using RnnGen.Numerics;

namespace RnnGen.Tests.Numerics;

public class ParameterInitializerTests
{
    // Two rows of three, transposed and padded to four; a vector of two that starts at zero; a vector of three. 18 numbers, 7 of padding.
    private static readonly ImmutableArray<TensorInfo> Tensors =
    [
        new("matrix", 2, 3, IsVector: false, Offset: 0, RowStride: 1, ColumnStride: 4, InitialBound: 0.5f),
        new("zeros", 2, 1, IsVector: true, Offset: 12, RowStride: 1, ColumnStride: 1, InitialBound: 0f),
        new("vector", 3, 1, IsVector: true, Offset: 15, RowStride: 1, ColumnStride: 1, InitialBound: 2f),
    ];

    private static readonly int[] Padding = [2, 3, 6, 7, 10, 11, 14];

    [Fact]
    public void Numbers_are_drawn_in_the_order_of_rows_and_columns_whatever_the_layout()
    {
        float[] parameters = Enumerable.Repeat(99f, 18).ToArray();
        ParameterInitializer.Fill(parameters, Tensors, seed: 4);

        var random = new SeededRandom(4);
        for (int row = 0; row < 2; row++)
        {
            for (int column = 0; column < 3; column++)
            {
                Assert.Equal(random.NextUniform(0.5f), parameters[row + (4 * column)]);
            }
        }

        Assert.Equal([0f, 0f], parameters[12..14]);
        Assert.Equal([random.NextUniform(2f), random.NextUniform(2f), random.NextUniform(2f)], parameters[15..18]);
    }

    [Fact]
    public void Gates_are_drawn_one_after_another_and_shared_ones_not_at_all()
    {
        // Two gates of two rows and two columns, three places apart; then three gates of two rows, of which only the last is stored.
        ImmutableArray<TensorInfo> tensors =
        [
            new("matrix", 4, 2, IsVector: false, Offset: 0, RowStride: 1, ColumnStride: 6, InitialBound: 1f, Gates: 2, GateStride: 3),
            new("bias", 6, 1, true, Offset: 12, RowStride: 1, ColumnStride: 1, InitialBound: 2f, Gates: 3, GateStride: 3, SharedGates: 2),
        ];
        float[] parameters = new float[14];
        ParameterInitializer.Fill(parameters, tensors, seed: 4);

        float[] expected = new float[14];
        var random = new SeededRandom(4);
        foreach (int place in new[] { 0, 6, 1, 7, 3, 9, 4, 10 })
        {
            expected[place] = random.NextUniform(1f);
        }

        expected[12] = random.NextUniform(2f);
        expected[13] = random.NextUniform(2f);
        Assert.Equal(expected, parameters);
    }

    [Fact]
    public void Padding_is_left_alone()
    {
        float[] parameters = Enumerable.Repeat(99f, 18).ToArray();
        ParameterInitializer.Fill(parameters, Tensors, seed: 4);

        Assert.All(Padding, place => Assert.Equal(99f, parameters[place]));
        Assert.Equal(Padding.Length, parameters.Count(value => value == 99f));
    }

    [Fact]
    public void Another_seed_gives_other_numbers()
    {
        float[] one = new float[18];
        float[] two = new float[18];
        ParameterInitializer.Fill(one, Tensors, seed: 1);
        ParameterInitializer.Fill(two, Tensors, seed: 2);

        Assert.NotEqual(one, two);
    }

    [Fact]
    public void Span_that_a_tensor_does_not_fit_is_refused_before_anything_is_written()
    {
        float[] parameters = new float[17];

        ArgumentException exception = Assert.Throws<ArgumentException>(
            nameof(parameters), () => ParameterInitializer.Fill(parameters, Tensors, seed: 1));

        Assert.Contains("vector", exception.Message, StringComparison.Ordinal);
        Assert.All(parameters, value => Assert.Equal(0f, value));
    }
}
