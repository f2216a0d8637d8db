using System;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Training;

/// <summary>Moves numbers between the span of a model's parameters and the reference network's matrices.</summary>
internal static class ModelTensors
{
    public static void Write(ModelDescription description, TensorSet tensors, Span<float> parameters)
    {
        foreach (TensorInfo tensor in description.Tensors)
        {
            double[,] values = tensors[tensor.Name];
            for (int i = 0; i < tensor.Rows; i++)
            {
                for (int j = 0; j < tensor.Columns; j++)
                {
                    parameters[tensor.IndexOf(i, j)] = (float)values[i, j];
                }
            }
        }
    }

    public static TensorSet Read(ModelDescription description, ReadOnlySpan<float> parameters)
    {
        var tensors = new TensorSet();
        foreach (TensorInfo tensor in description.Tensors)
        {
            double[,] values = new double[tensor.Rows, tensor.Columns];
            for (int i = 0; i < tensor.Rows; i++)
            {
                for (int j = 0; j < tensor.Columns; j++)
                {
                    values[i, j] = parameters[tensor.IndexOf(i, j)];
                }
            }

            tensors.Add(tensor.Name, values);
        }

        return tensors;
    }

    /// <summary>Fails unless every place that no tensor names is zero, to the bit.</summary>
    public static void AssertPaddingIsZero(ModelDescription description, ReadOnlySpan<float> parameters)
    {
        bool[] named = new bool[parameters.Length];
        foreach (TensorInfo tensor in description.Tensors)
        {
            for (int i = 0; i < tensor.Rows; i++)
            {
                for (int j = 0; j < tensor.Columns; j++)
                {
                    named[tensor.IndexOf(i, j)] = true;
                }
            }
        }

        Assert.Contains(false, named);
        for (int i = 0; i < named.Length; i++)
        {
            Assert.True(named[i] || BitConverter.SingleToInt32Bits(parameters[i]) == 0, $"Padding at {i} is {parameters[i]}.");
        }
    }
}
