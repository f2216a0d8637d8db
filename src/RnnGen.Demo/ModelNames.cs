using System.Globalization;
using System.Text;

namespace RnnGen.Demo;

/// <summary>What the demo calls models and their parts: cells and poolings by their names in model files.</summary>
internal static class ModelNames
{
    public static string Of(CellKind cell) => cell.ToString().ToLowerInvariant();

    public static string Of(Pooling pooling) => pooling.ToString().ToLowerInvariant();

    /// <summary>What stands between input and output, as in <c>embedding of 64, 128 lstm units each way, max over time</c>.</summary>
    public static string Of(ModelDescription model)
    {
        var text = new StringBuilder();
        if (model.EmbeddingSize > 0)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"embedding of {model.EmbeddingSize}, ");
        }

        if (model.LayerCount > 1)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"{model.LayerCount} layers of ");
        }

        _ = text.Append(CultureInfo.InvariantCulture, $"{model.HiddenSize} {Of(model.Cell)} units");
        if (model.IsBidirectional)
        {
            _ = text.Append(" each way");
        }

        if (model.Pooling != Pooling.Last)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $", {Of(model.Pooling)} over time");
        }

        return text.ToString();
    }
}
