using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace RnnGen.Persistence;

/// <summary>From the span of all parameters to a file with the tensors of a PyTorch state_dict.</summary>
internal static class ParameterWriter
{
    /// <param name="stream">A writable stream.</param>
    /// <param name="model">The layout.</param>
    /// <param name="parameters">ParameterStorage numbers.</param>
    /// <param name="standardization">What features go through; null for a model that reads tokens.</param>
    /// <param name="metadata">The entries of <c>__metadata__</c>.</param>
    /// <exception cref="InvalidOperationException">A parameter is not finite.</exception>
    public static void Write(
        Stream stream,
        ModelDescription model,
        ReadOnlySpan<float> parameters,
        FeatureStandardization? standardization,
        SortedDictionary<string, string> metadata)
    {
        // A tied tensor once, as the safetensors package writes it.
        ImmutableArray<StoredTensor> stored = [.. StateDictionary.TensorsOf(model).Where(static tensor => !tensor.IsAlias)];
        IEnumerable<(string Name, ImmutableArray<long> Shape)> tensors = stored.Select(static tensor => (tensor.Name, tensor.Shape));
        if (standardization is not null)
        {
            ImmutableArray<long> shape = [standardization.FeatureCount];
            tensors = tensors.Append((StandardizationTensors.Mean, shape)).Append((StandardizationTensors.Deviation, shape));
        }

        var writer = new SafetensorsWriter(stream, metadata, tensors);
        foreach (StoredTensor tensor in stored)
        {
            var lines = new TensorLines(tensor.Tensor);
            float[] values = new float[lines.Length];
            for (int line = 0; line < lines.Count; line++)
            {
                if (tensor.IsShared(line))
                {
                    Array.Clear(values);
                }
                else
                {
                    Gather(parameters, values, lines, line);
                    RequireFinite(values, tensor.Name, lines, line);
                }

                writer.Write(values);
            }
        }

        if (standardization is not null)
        {
            writer.Write(standardization.Mean);
            writer.Write(standardization.StandardDeviation);
        }
    }

    private static void Gather(ReadOnlySpan<float> parameters, Span<float> values, TensorLines lines, int line)
    {
        int place = lines.Start(line);
        foreach (ref float value in values)
        {
            value = parameters[place];
            place += lines.Stride;
        }
    }

    private static void RequireFinite(ReadOnlySpan<float> values, string name, TensorLines lines, int line)
    {
        int place = NonFinite.IndexIn(values);
        if (place >= 0)
        {
            throw new InvalidOperationException(
                $"The model's tensor '{name}' holds {NonFinite.TextOf(values[place])} at {lines.IndexText(line, place)}; "
                + "such a model is not saved.");
        }
    }
}
