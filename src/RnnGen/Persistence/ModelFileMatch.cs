using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace RnnGen.Persistence;

/// <summary>Holds a file against a model and names the first difference in the words of the declaration.</summary>
internal static class ModelFileMatch
{
    /// <param name="file">What the file says in words.</param>
    /// <param name="tensors">What its tensors are.</param>
    /// <param name="model">The model that is to be loaded.</param>
    /// <param name="path">The file's path, for messages; null for a stream.</param>
    /// <exception cref="ModelFileException">The file is another model's.</exception>
    public static void Require(ModelFileHeader file, SafetensorsHeader tensors, ModelDescription model, string? path)
    {
        string? difference = DeclarationDifference(file, InferredSizes.From(tensors), model)
            ?? TensorDifference(tensors, model)
            ?? ModelMetadataText.Misfit(file.Metadata, model);
        if (difference is not null)
        {
            throw new ModelFileException(difference, path);
        }
    }

    /// <summary>The same of what a file says in words alone; it has to say the task, as all files do that are written here.</summary>
    /// <param name="file">What the file says in words.</param>
    /// <param name="model">The model that is to be loaded.</param>
    /// <param name="path">The file's path, for messages.</param>
    /// <exception cref="ModelFileException">The file is another model's.</exception>
    public static void RequireDeclaration(ModelFileHeader file, ModelDescription model, string path)
    {
        string? difference = file.Task is null ? $"The file's metadata has no entry '{MetadataKeys.Task}'." : DeclarationDifference(file, InferredSizes.Unknown, model);
        if (difference is not null)
        {
            throw new ModelFileException(difference, path);
        }
    }

    private static string? DeclarationDifference(ModelFileHeader file, InferredSizes inferred, ModelDescription model) =>
        Difference("task", file.Task is { } task ? ModelMetadataText.NameOf(task) : null, ModelMetadataText.NameOf(model.Task), model)
        ?? Difference("cell", file.Cell ?? inferred.Cell, ModelMetadataText.NameOf(model.Cell), model)
        ?? ResetDifference(file, inferred, model)
        ?? Difference("nonlinearity", file.Nonlinearity, ModelMetadataText.NameOf(model.Nonlinearity), model)
        ?? Difference("number of layers", file.LayerCount ?? inferred.Layers, model.LayerCount, model)
        ?? Difference("number of directions", DirectionsOf(file.IsBidirectional) ?? inferred.Directions, DirectionsOf(model.IsBidirectional), model)
        ?? Difference("embedding", NameOfEmbedding(file.EmbeddingSize ?? inferred.Embedding), NameOfEmbedding(model.EmbeddingSize)!, model)
        ?? InputDifference(file, inferred, model)
        ?? Difference("hidden size", file.HiddenSize ?? inferred.Hidden, model.HiddenSize, model)
        ?? Difference("pooling", file.Pooling, ModelMetadataText.NameOf(model.Pooling), model)
        ?? Difference("sequence length", file.SequenceLength, model.SequenceLength, model)
        ?? Difference("output size", file.OutputSize ?? inferred.Outputs, model.OutputSize, model)
        ?? Difference("output at every step", NameOf(file.HasOutputEveryStep), NameOf(model.HasOutputEveryStep)!, model);

    private static string? ResetDifference(ModelFileHeader file, InferredSizes inferred, ModelDescription model)
    {
        if (model.Cell == CellKind.Gru)
        {
            return Difference("reset", NameOfReset(file.ResetsBefore ?? inferred.ResetsBefore), NameOfReset(model.ResetsBefore)!, model);
        }

        return file.ResetsBefore == true
            ? $"The file's metadata entry '{MetadataKeys.ResetBefore}' is 'true'; the cell of {model.Name}, {ModelMetadataText.NameOf(model.Cell)}, has no reset."
            : null;
    }

    private static string? InputDifference(ModelFileHeader file, InferredSizes inferred, ModelDescription model)
    {
        string? kind = file.FeatureCount is not null ? "features" : file.VocabularySize is not null ? "tokens" : null;
        return model.FeatureCount > 0
            ? Difference("input", kind, "features", model)
                ?? Difference("feature count", file.FeatureCount ?? inferred.Inputs, model.FeatureCount, model)
            : Difference("input", kind, "tokens", model)
                ?? Difference("vocabulary size", file.VocabularySize ?? inferred.Inputs, model.VocabularySize, model);
    }

    private static string? NameOf(bool? value) => value is { } known ? ModelMetadataText.NameOf(known) : null;

    private static string? NameOfReset(bool? isBefore) => isBefore switch
    {
        true => "before the recurrent product",
        false => "after the recurrent product",
        null => null,
    };

    private static int DirectionsOf(bool isBidirectional) => isBidirectional ? 2 : 1;

    private static int? DirectionsOf(bool? isBidirectional) => isBidirectional is { } known ? DirectionsOf(known) : null;

    private static string? NameOfEmbedding(long? size) => size == 0 ? "none" : size?.ToString(CultureInfo.InvariantCulture);

    private static string? Difference(string what, long? inFile, long declared, ModelDescription model) =>
        inFile is null || inFile == declared ? null : $"The file's {what} is {inFile}, {model.Name} declares {declared}.";

    private static string? Difference(string what, string? inFile, string declared, ModelDescription model) =>
        inFile is null || inFile == declared ? null : $"The file's {what} is {inFile}, {model.Name} declares {declared}.";

    private static string? TensorDifference(SafetensorsHeader file, ModelDescription model)
    {
        ImmutableArray<StoredTensor> needed = StateDictionary.TensorsOf(model);
        Dictionary<string, SafetensorsEntry> present = file.Entries.ToDictionary(static entry => entry.Name, StringComparer.Ordinal);
        foreach (StoredTensor tensor in needed)
        {
            if (!tensor.IsAlias && !present.ContainsKey(tensor.Name))
            {
                return $"The file has no tensor '{tensor.Name}', which {model.Name} needs.";
            }
        }

        HashSet<string> known = needed.Select(static tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        foreach (SafetensorsEntry entry in file.Entries)
        {
            if (!known.Contains(entry.Name) && !StandardizationTensors.Belongs(entry.Name, model))
            {
                return $"The file has a tensor '{entry.Name}', for which {model.Name} has no place.";
            }
        }

        foreach (StoredTensor tensor in needed)
        {
            if (present.TryGetValue(tensor.Name, out SafetensorsEntry? entry) && !entry.Shape.SequenceEqual(tensor.Shape))
            {
                return $"The file's tensor '{tensor.Name}' has the shape {entry.ShapeText}, {model.Name} needs {tensor.ShapeText}.";
            }
        }

        return StandardizationDifference(present, model);
    }

    private static string? StandardizationDifference(Dictionary<string, SafetensorsEntry> present, ModelDescription model)
    {
        SafetensorsEntry? mean = present.GetValueOrDefault(StandardizationTensors.Mean);
        SafetensorsEntry? deviation = present.GetValueOrDefault(StandardizationTensors.Deviation);
        if (mean is null != deviation is null)
        {
            (string here, string missing) = mean is null
                ? (StandardizationTensors.Deviation, StandardizationTensors.Mean)
                : (StandardizationTensors.Mean, StandardizationTensors.Deviation);
            return $"The file has a tensor '{here}' and no '{missing}'; there must be both or neither.";
        }

        foreach (SafetensorsEntry? entry in new[] { mean, deviation })
        {
            if (entry is not null && !entry.Shape.SequenceEqual([model.FeatureCount]))
            {
                return $"The file's tensor '{entry.Name}' has the shape {entry.ShapeText}, {model.Name} needs [{model.FeatureCount}].";
            }
        }

        return null;
    }
}
