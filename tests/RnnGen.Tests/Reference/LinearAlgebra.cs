using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>Products of matrices and vectors in double precision, in the order of their definitions.</summary>
internal static class LinearAlgebra
{
    /// <summary>M x.</summary>
    public static double[] Product(double[,] matrix, double[] vector)
    {
        double[] result = new double[matrix.GetLength(0)];
        for (int i = 0; i < result.Length; i++)
        {
            double sum = 0;
            for (int j = 0; j < vector.Length; j++)
            {
                sum += matrix[i, j] * vector[j];
            }

            result[i] = sum;
        }

        return result;
    }

    /// <summary>x + y.</summary>
    public static double[] Sum(double[] left, double[] right) => [.. left.Zip(right, (x, y) => x + y)];

    /// <summary>x * y, element by element.</summary>
    public static double[] HadamardProduct(double[] left, double[] right) => [.. left.Zip(right, (x, y) => x * y)];

    /// <summary>The transpose of M times y: what a gradient with respect to M x says about x.</summary>
    public static double[] TransposedProduct(double[,] matrix, double[] vector)
    {
        double[] result = new double[matrix.GetLength(1)];
        for (int i = 0; i < vector.Length; i++)
        {
            for (int j = 0; j < result.Length; j++)
            {
                result[j] += matrix[i, j] * vector[i];
            }
        }

        return result;
    }

    /// <summary>M := M + y x^T: what a gradient with respect to M x says about M.</summary>
    public static void AddOuterProduct(double[,] matrix, double[] rows, double[] columns)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                matrix[i, j] += rows[i] * columns[j];
            }
        }
    }

    /// <summary>Adds a vector to a matrix of one column, from <paramref name="firstRow"/> on.</summary>
    public static void Add(double[,] vector, double[] terms, int firstRow = 0)
    {
        for (int i = 0; i < terms.Length; i++)
        {
            vector[firstRow + i, 0] += terms[i];
        }
    }
}
