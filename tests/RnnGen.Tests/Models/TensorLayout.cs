using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Models;

/// <summary>Between named tensors and the span in which a generated model keeps them.</summary>
internal static class TensorLayout
{
    public static void Scatter(TensorSet tensors, ImmutableArray<TensorInfo> layout, Span<float> storage)
    {
        Assert.Equal((IEnumerable<string>)[.. tensors.Names], layout.Select(tensor => tensor.Name));
        foreach (TensorInfo tensor in layout)
        {
            double[,] values = tensors[tensor.Name];
            Assert.Equal((values.GetLength(0), values.GetLength(1)), (tensor.Rows, tensor.Columns));
            for (int i = tensor.SharedRows; i < tensor.Rows; i++)
            {
                for (int j = 0; j < tensor.Columns; j++)
                {
                    storage[tensor.IndexOf(i, j)] = (float)values[i, j];
                }
            }
        }
    }

    public static TensorSet Gather(ImmutableArray<TensorInfo> layout, ReadOnlySpan<float> storage)
    {
        var tensors = new TensorSet();
        foreach (TensorInfo tensor in layout)
        {
            var values = new double[tensor.Rows, tensor.Columns];
            for (int i = tensor.SharedRows; i < tensor.Rows; i++)
            {
                for (int j = 0; j < tensor.Columns; j++)
                {
                    values[i, j] = storage[tensor.IndexOf(i, j)];
                }
            }

            tensors.Add(tensor.Name, values);
        }

        return tensors;
    }

    /// <summary>How many tensors' elements lie at each place: 1, or 0 where the layout has padding.</summary>
    public static int[] Occupancy(ModelDescription description)
    {
        int[] occupancy = new int[description.ParameterStorage];
        foreach (TensorInfo tensor in description.Tensors)
        {
            for (int i = tensor.SharedRows; i < tensor.Rows; i++)
            {
                for (int j = 0; j < tensor.Columns; j++)
                {
                    occupancy[tensor.IndexOf(i, j)]++;
                }
            }
        }

        return occupancy;
    }

    /// <summary>Sums over whole vectors include the padding, so that anything but zero there would change results.</summary>
    public static void AssertPaddingIsZero(ModelDescription description, ReadOnlySpan<float> storage)
    {
        int[] occupancy = Occupancy(description);
        for (int place = 0; place < occupancy.Length; place++)
        {
            if (occupancy[place] == 0 && storage[place] != 0)
            {
                Assert.Fail(FormattableString.Invariant($"Padding at {place} of {description.Name} is {storage[place]:R}."));
            }
        }
    }
}
