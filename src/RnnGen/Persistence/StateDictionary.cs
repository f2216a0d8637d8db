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
/// which the two differ in effect has tensors of both names. Where they differ in some gates only (a GRU's candidate), the gates of
/// <c>bias_hh</c> before those are shared, and for them too the sum is read, and b and 0 are written. A GRU that resets its state before the
/// product is none of PyTorch's: it has b alone, so that its files cannot be taken for those of <c>nn.GRU</c>. An output layer that is tied to the
/// embedding has a name of its own in PyTorch's state_dict: a file may have both, and one is written.
/// </remarks>
internal static class StateDictionary
{
    private const string InputBias = "bias_ih";
    private const string HiddenBias = "bias_hh";
    private const string Embedding = "embedding.weight";
    private const string OutputWeights = "fc.weight";
    private const string OutputBias = "fc.bias";

    /// <summary>The tensors of a file, in the order of a state_dict.</summary>
    public static ImmutableArray<StoredTensor> TensorsOf(ModelDescription model)
    {
        Dictionary<string, TensorInfo> own = model.Tensors.ToDictionary(static tensor => tensor.Name, StringComparer.Ordinal);
        ImmutableArray<StoredTensor>.Builder stored = ImmutableArray.CreateBuilder<StoredTensor>();
        foreach (TensorInfo tensor in model.Tensors)
        {
            if (model.TiesEmbedding && tensor.Name == OutputBias)
            {
                stored.Add(new StoredTensor(OutputWeights, own[Embedding], FirstBias: null, SharedGates: 0) { IsAlias = true });
            }

            TensorInfo? firstBias =
                tensor.SharedGates == 0 ? null : own[tensor.Name.Replace(HiddenBias, InputBias, StringComparison.Ordinal)];
            stored.Add(new StoredTensor(tensor.Name, tensor, firstBias, tensor.SharedGates));
            string second = tensor.Name.Replace(InputBias, HiddenBias, StringComparison.Ordinal);
            if (!own.ContainsKey(second) && !model.ResetsBefore)
            {
                stored.Add(new StoredTensor(second, tensor, FirstBias: tensor, SharedGates: tensor.Gates));
            }
        }

        return stored.ToImmutable();
    }
}
