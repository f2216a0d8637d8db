using System;
using System.Collections.Generic;

namespace RnnGen.Tests.Reference;

/// <summary>Matrices in double precision by their PyTorch names and shapes, in the order of a state_dict; a vector is a matrix of one column.</summary>
internal sealed class TensorSet
{
    private readonly OrderedDictionary<string, double[,]> _tensors = [];

    public IEnumerable<string> Names => _tensors.Keys;

    public double[,] this[string name] => _tensors[name];

    public void Add(string name, double[,] tensor) => _tensors.Add(name, tensor);

    /// <summary>A set of the same names and shapes.</summary>
    /// <param name="element">The elements of the new set from those of this one.</param>
    public TensorSet Map(Func<double, double> element)
    {
        var result = new TensorSet();
        foreach ((string name, double[,] tensor) in _tensors)
        {
            var mapped = new double[tensor.GetLength(0), tensor.GetLength(1)];
            for (int i = 0; i < tensor.GetLength(0); i++)
            {
                for (int j = 0; j < tensor.GetLength(1); j++)
                {
                    mapped[i, j] = element(tensor[i, j]);
                }
            }

            result.Add(name, mapped);
        }

        return result;
    }

    public TensorSet Zeros() => Map(_ => 0);

    public TensorSet Clone() => Map(value => value);
}
