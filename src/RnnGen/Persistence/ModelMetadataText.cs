using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace RnnGen.Persistence;

/// <summary>Between what is known of a model and the strings of a file's <c>__metadata__</c>.</summary>
internal static class ModelMetadataText
{
    /// <summary>No declaration goes further: attributes allow 100,000 tokens and fewer outputs of any other kind.</summary>
    private const int MaxListLength = 1_000_000;

    /// <summary>The name of a declared choice, as files have it.</summary>
    public static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string NameOf(bool value) => value ? "true" : "false";

    /// <exception cref="ArgumentException">
    /// The metadata does not fit the model, or has an entry that is the library's own or not valid Unicode.
    /// </exception>
    public static SortedDictionary<string, string> Write(ModelDescription model, ModelMetadata? metadata)
    {
        var text = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [MetadataKeys.Version] = NumberOf(MetadataKeys.CurrentVersion),
            [MetadataKeys.Task] = NameOf(model.Task),
            [MetadataKeys.Cell] = NameOf(model.Cell),
            [MetadataKeys.HiddenSize] = NumberOf(model.HiddenSize),
            [MetadataKeys.SequenceLength] = NumberOf(model.SequenceLength),
            [MetadataKeys.OutputSize] = NumberOf(model.OutputSize),
        };
        if (model.FeatureCount > 0)
        {
            text[MetadataKeys.FeatureCount] = NumberOf(model.FeatureCount);
        }
        else
        {
            text[MetadataKeys.VocabularySize] = NumberOf(model.VocabularySize);
        }

        if (model.Cell == CellKind.Elman)
        {
            text[MetadataKeys.Nonlinearity] = NameOf(model.Nonlinearity);
        }

        AddUnusual(text, model);

        if (metadata is null)
        {
            return text;
        }

        if (Misfit(metadata, model) is string misfit)
        {
            throw new ArgumentException(misfit, nameof(metadata));
        }

        AddEntries(text, metadata.Entries);
        if (metadata.Vocabulary is Vocabulary vocabulary)
        {
            text[MetadataKeys.Tokenizer] = vocabulary.Tokenizer.Name;
            text[MetadataKeys.Vocabulary] = JsonStringArray.Write(Enumerable.Range(0, vocabulary.Count).Select(vocabulary.TokenOf));
        }

        if (metadata.Labels is LabelSet labels)
        {
            text[MetadataKeys.Labels] = JsonStringArray.Write(labels.Names);
        }

        return text;
    }

    /// <exception cref="ModelFileException">An entry that is the library's own cannot be understood.</exception>
    public static ModelFileHeader Read(IReadOnlyDictionary<string, string> text, string? path)
    {
        if (ReadNumber(text, MetadataKeys.Version, path) is int version and not MetadataKeys.CurrentVersion)
        {
            throw new ModelFileException(
                $"The file is of version {version}; this version of RnnGen reads version {MetadataKeys.CurrentVersion}.", path);
        }

        // Left out by whoever wrote the version where they are as usual; who did not write it says nothing by leaving them out.
        SequenceTask? task = ReadTask(text, path);
        bool isUsual = text.ContainsKey(MetadataKeys.Version);
        bool isCheckpoint = text.ContainsKey(MetadataKeys.Checkpoint);
        return new ModelFileHeader
        {
            IsCheckpoint = isCheckpoint,
            Task = task,
            Cell = text.GetValueOrDefault(MetadataKeys.Cell),
            ResetsBefore = ReadFlag(text, MetadataKeys.ResetBefore, path) ?? (isUsual ? false : null),
            Nonlinearity = text.GetValueOrDefault(MetadataKeys.Nonlinearity),
            VocabularySize = ReadNumber(text, MetadataKeys.VocabularySize, path),
            FeatureCount = ReadNumber(text, MetadataKeys.FeatureCount, path),
            HiddenSize = ReadNumber(text, MetadataKeys.HiddenSize, path),
            LayerCount = ReadNumber(text, MetadataKeys.LayerCount, path) ?? (isUsual ? 1 : null),
            IsBidirectional = ReadFlag(text, MetadataKeys.Bidirectional, path) ?? (isUsual ? false : null),
            EmbeddingSize = ReadNumber(text, MetadataKeys.EmbeddingSize, path) ?? (isUsual ? 0 : null),
            Pooling = text.GetValueOrDefault(MetadataKeys.Pooling) ?? (isUsual ? NameOf(Pooling.Last) : null),
            SequenceLength = ReadNumber(text, MetadataKeys.SequenceLength, path),
            OutputSize = ReadNumber(text, MetadataKeys.OutputSize, path),
            HasOutputEveryStep = ReadFlag(text, MetadataKeys.OutputEveryStep, path) ?? (task == SequenceTask.Regression ? false : null),
            Metadata = new ModelMetadata
            {
                Vocabulary = ReadVocabulary(text, path),
                Labels = ReadLabels(text, path),

                // A checkpoint has entries of its own, which are none of a caller's.
                Entries = text.Where(entry => !isCheckpoint && !IsReserved(entry.Key)).ToDictionary(StringComparer.Ordinal),
            },
        };
    }

    /// <summary>Why metadata cannot belong to a model; null if it can.</summary>
    public static string? Misfit(ModelMetadata metadata, ModelDescription model)
    {
        if (metadata.Vocabulary is { } vocabulary && vocabulary.Count > model.VocabularySize)
        {
            return $"The vocabulary has {vocabulary.Count} tokens, {model.Name} declares {model.VocabularySize}.";
        }

        return metadata.Labels is { } labels && labels.Count > model.OutputSize
            ? $"There are names for {labels.Count} outputs, {model.Name} declares {model.OutputSize}."
            : null;
    }

    /// <summary>What most networks do not have is written where they have it, so that a file says no more than it did before there was a choice.</summary>
    private static void AddUnusual(SortedDictionary<string, string> text, ModelDescription model)
    {
        if (model.ResetsBefore)
        {
            text[MetadataKeys.ResetBefore] = NameOf(true);
        }

        if (model.LayerCount != 1)
        {
            text[MetadataKeys.LayerCount] = NumberOf(model.LayerCount);
        }

        if (model.IsBidirectional)
        {
            text[MetadataKeys.Bidirectional] = NameOf(true);
        }

        if (model.EmbeddingSize != 0)
        {
            text[MetadataKeys.EmbeddingSize] = NumberOf(model.EmbeddingSize);
        }

        if (model.Pooling != Pooling.Last)
        {
            text[MetadataKeys.Pooling] = NameOf(model.Pooling);
        }

        if (model.Task == SequenceTask.Regression && model.HasOutputEveryStep)
        {
            text[MetadataKeys.OutputEveryStep] = NameOf(true);
        }
    }

    private static void AddEntries(SortedDictionary<string, string> text, IReadOnlyDictionary<string, string> entries)
    {
        foreach ((string key, string value) in entries)
        {
            WellFormedText.Require(key, nameof(entries));
            WellFormedText.Require(value, nameof(entries));
            if (IsReserved(key))
            {
                throw new ArgumentException(
                    $"The metadata entry '{key}' begins with '{MetadataKeys.Prefix}', which is the library's own.", nameof(entries));
            }

            text.Add(key, value);
        }
    }

    private static bool IsReserved(string key) => key.StartsWith(MetadataKeys.Prefix, StringComparison.Ordinal);

    private static SequenceTask? ReadTask(IReadOnlyDictionary<string, string> text, string? path)
    {
        if (!text.TryGetValue(MetadataKeys.Task, out string? name))
        {
            return null;
        }

        foreach (SequenceTask task in Enum.GetValues<SequenceTask>())
        {
            if (NameOf(task) == name)
            {
                return task;
            }
        }

        throw new ModelFileException($"The file's task is {name}, which this version of RnnGen does not know.", path);
    }

    private static Vocabulary? ReadVocabulary(IReadOnlyDictionary<string, string> text, string? path)
    {
        if (!text.TryGetValue(MetadataKeys.Vocabulary, out string? json))
        {
            return null;
        }

        try
        {
            string tokenizer = text.GetValueOrDefault(MetadataKeys.Tokenizer) ?? throw new FormatException("it has no tokenizer");
            List<string> tokens = JsonStringArray.Read(json, MaxListLength);
            Vocabulary vocabulary = Vocabulary.FromTokens(tokens.Skip(Vocabulary.SpecialTokenCount), Tokenizer.Parse(tokenizer));
            for (int id = 0; id < Vocabulary.SpecialTokenCount; id++)
            {
                if (id >= tokens.Count || tokens[id] != vocabulary.TokenOf(id))
                {
                    throw new FormatException($"its token {id} is not {vocabulary.TokenOf(id)}");
                }
            }

            return vocabulary;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new ModelFileException($"The file's vocabulary cannot be read: {exception.Message}", path, exception);
        }
    }

    private static LabelSet? ReadLabels(IReadOnlyDictionary<string, string> text, string? path)
    {
        if (!text.TryGetValue(MetadataKeys.Labels, out string? json))
        {
            return null;
        }

        try
        {
            return LabelSet.FromNames(JsonStringArray.Read(json, MaxListLength));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new ModelFileException($"The file's label names cannot be read: {exception.Message}", path, exception);
        }
    }

    private static int? ReadNumber(IReadOnlyDictionary<string, string> text, string key, string? path)
    {
        if (!text.TryGetValue(key, out string? number))
        {
            return null;
        }

        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw new ModelFileException($"The file's metadata entry '{key}' is '{number}' and not a whole number.", path);
    }

    private static bool? ReadFlag(IReadOnlyDictionary<string, string> text, string key, string? path) => text.GetValueOrDefault(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        string other => throw new ModelFileException($"The file's metadata entry '{key}' is '{other}' and neither true nor false.", path),
    };

    private static string NumberOf(int value) => value.ToString(CultureInfo.InvariantCulture);
}
