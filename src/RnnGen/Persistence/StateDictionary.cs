using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace RnnGen.Persistence;

/// <summary>
/// The tensors of a model as PyTorch's state_dict has them: the model's own, and for each single bias the second one that PyTorch keeps.
/// </summary>
/// <remarks>
/// PyTorch adds <c>bias_ih</c> and <c>bias_hh</c>; the equations have their sum b. The sum is read, and b and 0 are written. A cell in
/// which the two differ in effect (part of the GRU's) has tensors of both names, and nothing is added to them.
/// </remarks>
internal static class StateDictionary
{
    private const string InputBias = "bias_ih";
    private const string HiddenBias = "bias_hh";

    /// <summary>The tensors of a file, in the order of a state_dict.</summary>
    public static ImmutableArray<StoredTensor> TensorsOf(ModelDescription model)
    {
        HashSet<string> own = model.Tensors.Select(static tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<StoredTensor>.Builder stored = ImmutableArray.CreateBuilder<StoredTensor>();
        foreach (TensorInfo tensor in model.Tensors)
        {
            stored.Add(new StoredTensor(tensor.Name, tensor, IsSecondBias: false));
            string second = tensor.Name.Replace(InputBias, HiddenBias, StringComparison.Ordinal);
            if (!own.Contains(second))
            {
                stored.Add(new StoredTensor(second, tensor, IsSecondBias: true));
            }
        }

        return stored.ToImmutable();
    }
}
