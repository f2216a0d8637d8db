using System;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.Ours;

/// <summary>Puts the common weights into a generated model, through the table of its tensors.</summary>
internal static class ModelWeights
{
    /// <summary>A model with given weights.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="weights">The weights; of the size of the class.</param>
    public static TModel Create<TModel>(NetworkWeights weights)
        where TModel : class, IRecurrentModel<TModel>
    {
        TModel model = TModel.CreateEmpty();
        foreach (TensorInfo tensor in TModel.Description.Tensors)
        {
            Func<int, int, float> element = tensor.Name switch
            {
                "embedding.weight" => (row, column) => weights.Embedding[(row * weights.Inputs) + column],
                "rnn.weight_ih_l0" => ReadsRowOfU(TModel.Description)
                    ? (row, column) => weights.TokenHidden[(column * weights.Gates * weights.Hidden) + row]
                    : (row, column) => weights.InputHidden[(row * weights.Inputs) + column],
                "rnn.weight_hh_l0" => (row, column) => weights.HiddenHidden[(row * weights.Hidden) + column],
                "rnn.bias_ih_l0" => (row, _) => weights.HiddenBias[row],
                "rnn.bias_hh_l0" => (row, _) => weights.RecurrentBias[row],
                "fc.weight" => (row, column) => weights.OutputHidden[(row * weights.Hidden) + column],
                "fc.bias" => (row, _) => weights.OutputBias[row],
                _ => throw new NotSupportedException($"The benchmarks have no weights for the tensor {tensor.Name}."),
            };
            Fill(model.Parameters, tensor, element);
        }

        return model;
    }

    private static bool ReadsRowOfU(ModelDescription description) => description is { VocabularySize: > 0, EmbeddingSize: 0 };

    private static void Fill(Span<float> parameters, TensorInfo tensor, Func<int, int, float> element)
    {
        for (int row = tensor.SharedRows; row < tensor.Rows; row++)
        {
            for (int column = 0; column < tensor.Columns; column++)
            {
                parameters[tensor.IndexOf(row, column)] = element(row, column);
            }
        }
    }
}
