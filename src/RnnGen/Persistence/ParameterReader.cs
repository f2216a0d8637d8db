using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Persistence;

/// <summary>From the tensors of an opened file, already known to be the model's, to the span of all parameters and the standardisation.</summary>
internal static class ParameterReader
{
    /// <summary>Reads all tensors.</summary>
    /// <param name="reader">A file whose tensors are those of <paramref name="model"/>.</param>
    /// <param name="model">The layout.</param>
    /// <param name="path">The file's path, for messages; null for a stream.</param>
    /// <returns>
    /// ParameterStorage numbers, zero where there is padding; and, for a model that reads features, their standardisation: one that leaves
    /// them as they are if the file has none.
    /// </returns>
    /// <exception cref="ModelFileException">The file ends early, goes on after its end, or holds a number that cannot be.</exception>
    public static (float[] Parameters, FeatureStandardization? Standardization) Read(
        SafetensorsReader reader, ModelDescription model, string? path)
    {
        Dictionary<string, StoredTensor> stored =
            StateDictionary.TensorsOf(model).ToDictionary(static tensor => tensor.Name, StringComparer.Ordinal);
        float[] parameters = new float[model.ParameterStorage];
        float[]? mean = null;
        float[]? deviation = null;
        var secondBiases = new List<(TensorLines Bias, int Line, float[] Values)>();
        var aliases = new List<(string Name, TensorLines Lines, int Line, float[] Values)>();
        foreach (SafetensorsEntry entry in reader.Header.Entries)
        {
            if (StandardizationTensors.Belongs(entry.Name, model))
            {
                ref float[]? figures = ref (entry.Name == StandardizationTensors.Mean ? ref mean : ref deviation);
                figures = new float[model.FeatureCount];
                reader.Read(entry.Type, figures);
                continue;
            }

            StoredTensor tensor = stored[entry.Name];
            var lines = new TensorLines(tensor.Tensor);
            float[] values = new float[lines.Length];
            for (int line = 0; line < lines.Count; line++)
            {
                reader.Read(entry.Type, values);
                RequireFinite(values, entry.Name, lines, line, path);
                if (tensor.IsShared(line))
                {
                    secondBiases.Add((new TensorLines(tensor.FirstBias!), line, [.. values]));
                }
                else if (tensor.IsAlias)
                {
                    aliases.Add((entry.Name, lines, line, [.. values]));
                }
                else
                {
                    Scatter(values, parameters, lines, line);
                }
            }
        }

        reader.Finish();

        // Only now, because a file may hold the two biases in either order.
        foreach ((TensorLines bias, int line, float[] values) in secondBiases)
        {
            AddSecondBias(values, parameters, bias, line, path);
        }

        foreach ((string name, TensorLines lines, int line, float[] values) in aliases)
        {
            RequireSame(name, lines, line, values, parameters, path);
        }

        return (parameters, Standardization(model, mean, deviation, path));
    }

    private static FeatureStandardization? Standardization(ModelDescription model, float[]? mean, float[]? deviation, string? path)
    {
        if (model.FeatureCount == 0)
        {
            return null;
        }

        var standardization = new FeatureStandardization(model.FeatureCount);
        try
        {
            if (mean is not null)
            {
                standardization.Set(mean, deviation);
            }
        }
        catch (ArgumentException exception)
        {
            throw new ModelFileException($"The file's standardisation cannot be: {exception.Message}", path, exception);
        }

        return standardization;
    }

    private static void RequireSame(string name, TensorLines lines, int line, float[] values, float[] parameters, string? path)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] != parameters[lines.Start(line) + (i * lines.Stride)])
            {
                throw new ModelFileException(
                    $"Tensors '{name}' and '{lines.Tensor.Name}' differ at {lines.IndexText(line, i)}; the model has one tensor for both.", path);
            }
        }
    }

    private static void Scatter(ReadOnlySpan<float> values, Span<float> parameters, TensorLines lines, int line)
    {
        int place = lines.Start(line);
        foreach (float value in values)
        {
            parameters[place] = value;
            place += lines.Stride;
        }
    }

    private static void AddSecondBias(ReadOnlySpan<float> values, Span<float> parameters, TensorLines bias, int line, string? path)
    {
        int start = bias.Start(line);
        for (int i = 0; i < values.Length; i++)
        {
            // Not added where it is zero: 0 + (-0) would lose a sign, and a saved model comes back to the bit.
            if (values[i] != 0)
            {
                ref float sum = ref parameters[start + (i * bias.Stride)];
                sum += values[i];
                if (!float.IsFinite(sum))
                {
                    throw new ModelFileException(
                        $"The two biases that make up '{bias.Tensor.Name}' have the sum {NonFinite.TextOf(sum)} at "
                        + $"{bias.IndexText(line, i)}; weights must be finite.",
                        path);
                }
            }
        }
    }

    private static void RequireFinite(ReadOnlySpan<float> values, string name, TensorLines lines, int line, string? path)
    {
        int place = NonFinite.IndexIn(values);
        if (place >= 0)
        {
            throw new ModelFileException(
                $"Tensor '{name}' holds {NonFinite.TextOf(values[place])} at {lines.IndexText(line, place)}; weights must be finite.",
                path);
        }
    }
}
