using System.IO;
using System.Linq;
using RnnGen.Persistence;
using RnnGen.Tests.Models;

namespace RnnGen.Tests.Persistence;

/// <summary>Files of models whose output layer is their embedding: PyTorch has two names for the one tensor.</summary>
public class TiedModelFileTests
{
    [Fact]
    public void A_model_comes_back_from_its_file_which_has_the_tensor_once()
    {
        var model = new TiedGenerator7(seed: 3);
        using var stream = new MemoryStream();
        model.Save(stream);
        TensorContainer container = TensorContainer.Load(new MemoryStream(stream.ToArray()));
        Assert.Contains("embedding.weight", container.Names);
        Assert.DoesNotContain("fc.weight", container.Names);
        stream.Position = 0;
        Assert.Equal(model.Parameters, TiedGenerator7.Load(stream).Parameters);
    }

    [Fact]
    public void A_file_may_have_the_tensor_by_both_names_if_they_are_the_same()
    {
        var model = new TiedGenerator7(seed: 4);
        Assert.Equal(model.Parameters, TiedGenerator7.Load(WithOutputWeights(model, change: 0)).Parameters);
        ModelFileException exception = Assert.Throws<ModelFileException>(() => TiedGenerator7.Load(WithOutputWeights(model, change: 1)));
        Assert.Contains("Tensors 'fc.weight' and 'embedding.weight' differ at [2, 3]", exception.Message, System.StringComparison.Ordinal);
    }

    private static MemoryStream WithOutputWeights(TiedGenerator7 model, float change)
    {
        using var saved = new MemoryStream();
        model.Save(saved);
        TensorContainer container = TensorContainer.Load(new MemoryStream(saved.ToArray()));
        TensorInfo embedding = TiedGenerator7.Description.Tensors.Single(tensor => tensor.Name == "embedding.weight");
        float[] weights = new float[embedding.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = model.Parameters[embedding.IndexOf(i / embedding.Columns, i % embedding.Columns)];
        }

        weights[(2 * embedding.Columns) + 3] += change;
        container.Add("fc.weight", weights, embedding.Rows, embedding.Columns);
        var stream = new MemoryStream();
        container.Save(stream);
        stream.Position = 0;
        return stream;
    }
}
