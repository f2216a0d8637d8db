using System;

namespace RnnGen.Benchmarks.Contestants.Naive;

/// <summary>A matrix times a vector as two loops.</summary>
internal static class NaiveProduct
{
    /// <summary>sums = matrix x vector + bias.</summary>
    /// <param name="matrix">sums.Length x vector.Length, row by row.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="bias">As many as there are rows.</param>
    /// <param name="sums">Receives as many as there are rows.</param>
    public static void Compute(float[] matrix, ReadOnlySpan<float> vector, float[] bias, Span<float> sums)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            float sum = bias[i];
            for (int j = 0; j < vector.Length; j++)
            {
                sum += matrix[(i * vector.Length) + j] * vector[j];
            }

            sums[i] = sum;
        }
    }
}
