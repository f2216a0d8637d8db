using System;
using System.Collections.Immutable;

namespace RnnGen.Numerics;

/// <summary>Draws the initial parameters of a model.</summary>
public static class ParameterInitializer
{
    /// <summary>
    /// Draws what each tensor has of its own, in order, uniformly between -<see cref="TensorInfo.InitialBound"/> and its opposite.
    /// </summary>
    /// <remarks>
    /// Numbers are drawn in the order of PyTorch's elements, row by row, so that a parameter depends on the seed and the shapes and not on
    /// the layout. A tensor whose bound is 0 becomes zero and draws nothing. Padding is left as it is.
    /// </remarks>
    /// <param name="parameters">The parameters in the layout of <paramref name="tensors"/>.</param>
    /// <param name="tensors">Where each tensor is.</param>
    /// <param name="seed">Any number; the same seed gives the same bits everywhere.</param>
    /// <exception cref="ArgumentException">A tensor reaches past the end of <paramref name="parameters"/>; nothing was written.</exception>
    public static void Fill(Span<float> parameters, ImmutableArray<TensorInfo> tensors, int seed)
    {
        foreach (TensorInfo tensor in tensors)
        {
            int last = tensor.IndexOf(tensor.Rows - 1, tensor.Columns - 1);
            if (last >= parameters.Length)
            {
                throw new ArgumentException(
                    $"The span held {parameters.Length} numbers; it must hold {last + 1} or more for tensor {tensor.Name}.",
                    nameof(parameters));
            }
        }

        var random = new SeededRandom(seed);
        foreach (TensorInfo tensor in tensors)
        {
            for (int row = tensor.SharedRows; row < tensor.Rows; row++)
            {
                for (int column = 0; column < tensor.Columns; column++)
                {
                    parameters[tensor.IndexOf(row, column)] = tensor.InitialBound == 0f ? 0f : random.NextUniform(tensor.InitialBound);
                }
            }
        }
    }
}
