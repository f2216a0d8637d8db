using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using RnnGen.Numerics;
using RnnGen.Persistence;
using static System.FormattableString;

namespace RnnGen.Training;

/// <summary>Keeps the state of a run in a safetensors file.</summary>
/// <remarks>
/// Arrays in the layout of the parameters are stored tensor by tensor under <c>group/tensor</c>, without padding, in PyTorch's shapes.
/// Shared gates are zeros, and are not read. The declaration of the model is in the metadata as in a model file's: tensors do not tell tanh from relu, or one task from another.
/// Numbers are text in the metadata: integers in decimal, doubles in the shortest form that reads back to the same bits.
/// </remarks>
internal static class CheckpointFile
{
    private const string FormatVersion = "3";
    private const string FingerprintKey = "run";
    private const string CountersKey = "counters";
    private const string TotalStepsKey = "total_steps";
    private const string EpochOrderKey = "epoch_order";
    private const string EpochsKey = "epochs";
    private const string MomentsKey = "moments";
    private const string CarriedStatesKey = "carried_states";
    private const string WeightsGroup = "weights";
    private const string KeptWeightsGroup = "kept_weights";

    // A checkpoint that claims more moments than any optimizer has is damaged.
    private const int MostMoments = 2;

    /// <summary>Writes a state; the file is replaced as a whole or not at all.</summary>
    /// <exception cref="System.IO.IOException">The file cannot be written.</exception>
    public static void Save(string path, ModelDescription description, TrainingState state)
    {
        var file = new TensorContainer();
        foreach ((string key, string value) in ModelMetadataText.Write(description, metadata: null))
        {
            file.SetMetadata(key, value);
        }

        file.SetMetadata(MetadataKeys.Checkpoint, FormatVersion);
        file.SetMetadata(FingerprintKey, state.Fingerprint);
        file.SetMetadata(MomentsKey, Invariant($"{state.Moments.Length}"));
        TrainingCounters c = state.Counters;
        file.SetMetadata(CountersKey, Invariant($"{c.Step} {c.StepInEpoch} {c.LossSum:R} {c.SharesSeen:R} {c.BestEpoch}"));
        file.SetMetadata(TotalStepsKey, Invariant($"{state.TotalSteps}"));
        file.SetMetadata(EpochOrderKey, Invariant($"{c.EpochOrder.S0} {c.EpochOrder.S1} {c.EpochOrder.S2} {c.EpochOrder.S3}"));
        file.SetMetadata(EpochsKey, string.Join('\n', state.Epochs.Select(Line)));
        AddGroup(file, WeightsGroup, description, state.Weights);
        AddGroup(file, KeptWeightsGroup, description, state.KeptWeights);
        if (state.Standardization is { } standardization)
        {
            file.Add(StandardizationTensors.Mean, standardization.Mean);
            file.Add(StandardizationTensors.Deviation, standardization.StandardDeviation);
        }

        for (int i = 0; i < state.Moments.Length; i++)
        {
            AddGroup(file, MomentGroup(i), description, state.Moments[i]);
        }

        AddCarriedStates(file, state.CarriedStates);

        file.Save(path);
    }

    /// <summary>Reads a state.</summary>
    /// <exception cref="ModelFileException">The file is damaged, is no checkpoint, or is one of another model.</exception>
    /// <exception cref="System.IO.IOException">The file cannot be read.</exception>
    public static TrainingState Load(string path, ModelDescription description)
    {
        // Any file may be large: one that is no checkpoint of this model is refused by its header.
        int moments = 0;
        TensorContainer file = TensorContainer.Load(path, header =>
        {
            RequireCheckpoint(header, path);
            ModelFileMatch.RequireDeclaration(ModelMetadataText.Read(header.Metadata, path), description, path);
            moments = ReadMomentCount(header, path);
            RequireTensors(header, description, moments, path);
        });

        try
        {
            return new TrainingState
            {
                Weights = ReadGroup(file, WeightsGroup, description, path),
                KeptWeights = ReadGroup(file, KeptWeightsGroup, description, path),
                Standardization = ReadStandardization(file, description),
                Moments = [.. Enumerable.Range(0, moments).Select(i => ReadGroup(file, MomentGroup(i), description, path))],
                CarriedStates = ReadCarriedStates(file, description, path),
                Counters = ReadCounters(file),
                TotalSteps = Whole(file.MetadataOf(TotalStepsKey)),
                Epochs = ReadEpochs(file.MetadataOf(EpochsKey)),
                Fingerprint = file.MetadataOf(FingerprintKey),
            };
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            throw new ModelFileException($"The checkpoint is damaged: {exception.Message}", path, exception);
        }
    }

    private static void RequireCheckpoint(SafetensorsHeader header, string path)
    {
        if (!header.Metadata.TryGetValue(MetadataKeys.Checkpoint, out string? version) || version != FormatVersion)
        {
            throw new ModelFileException(
                version is null
                    ? "This is not a training checkpoint."
                    : $"The checkpoint has format {version}; this library reads {FormatVersion}.",
                path);
        }
    }

    private static int ReadMomentCount(SafetensorsHeader header, string path) =>
        int.TryParse(header.Metadata.GetValueOrDefault(MomentsKey), NumberStyles.None, CultureInfo.InvariantCulture, out int moments) && moments <= MostMoments
            ? moments
            : throw new ModelFileException($"The checkpoint is damaged: its metadata entry '{MomentsKey}' is no number from 0 to {MostMoments}.", path);

    private static void RequireTensors(SafetensorsHeader header, ModelDescription description, int moments, string path)
    {
        Dictionary<string, long[]> needed = TensorsOf(description, moments);
        foreach (SafetensorsEntry entry in header.Entries)
        {
            if (needed.Remove(entry.Name, out long[]? shape))
            {
                if (!entry.Shape.AsSpan().SequenceEqual(shape))
                {
                    throw OtherModel(
                        $"tensor '{entry.Name}' has the shape {entry.ShapeText}, {description.Name} needs [{string.Join(", ", shape)}]", path);
                }
            }
            else if (!IsCarriedState(entry, header, description))
            {
                throw OtherModel($"it has a tensor '{entry.Name}', for which {description.Name} has no place", path);
            }
        }

        if (needed.Keys.Concat(CarriedStatesOf(header, description)).FirstOrDefault(name => !header.Entries.Any(entry => entry.Name == name)) is { } missing)
        {
            throw new ModelFileException($"The checkpoint is damaged: it has no tensor '{missing}'.", path);
        }
    }

    private static IEnumerable<string> CarriedStatesOf(SafetensorsHeader header, ModelDescription description) =>
        header.Metadata.ContainsKey(CarriedStatesKey) ? Enumerable.Range(0, description.StateBuffers.Length).Select(CarriedStateName) : [];

    private static Dictionary<string, long[]> TensorsOf(ModelDescription description, int moments)
    {
        var shapes = new Dictionary<string, long[]>(StringComparer.Ordinal);
        foreach (string group in Enumerable.Range(0, moments).Select(MomentGroup).Prepend(KeptWeightsGroup).Prepend(WeightsGroup))
        {
            foreach (TensorInfo tensor in description.Tensors)
            {
                shapes.Add($"{group}/{tensor.Name}", tensor.IsVector ? [tensor.Rows] : [tensor.Rows, tensor.Columns]);
            }
        }

        if (description.FeatureCount > 0)
        {
            shapes.Add(StandardizationTensors.Mean, [description.FeatureCount]);
            shapes.Add(StandardizationTensors.Deviation, [description.FeatureCount]);
        }

        return shapes;
    }

    private static ModelFileException OtherModel(string difference, string path) => new($"The checkpoint is of another model: {difference}.", path);

    // How long it must be is for the run to say, which knows how many streams its batches have.
    private static bool IsCarriedState(SafetensorsEntry entry, SafetensorsHeader header, ModelDescription description) =>
        entry.Shape.Length == 1 && CarriedStatesOf(header, description).Contains(entry.Name);

    private static string MomentGroup(int index) => Invariant($"moment{index}");

    private static string CarriedStateName(int index) => Invariant($"{CarriedStatesKey}/{index}");

    private static void AddGroup(TensorContainer file, string group, ModelDescription description, float[] values)
    {
        foreach (TensorInfo tensor in description.Tensors)
        {
            float[] elements = new float[tensor.Rows * tensor.Columns];
            for (int i = tensor.SharedRows; i < tensor.Rows; i++)
            {
                for (int j = 0; j < tensor.Columns; j++)
                {
                    elements[(i * tensor.Columns) + j] = values[tensor.IndexOf(i, j)];
                }
            }

            ReadOnlySpan<int> shape = tensor.IsVector ? [tensor.Rows] : [tensor.Rows, tensor.Columns];
            file.Add($"{group}/{tensor.Name}", elements, shape);
        }
    }

    private static float[] ReadGroup(TensorContainer file, string group, ModelDescription description, string path)
    {
        float[] values = new float[description.ParameterStorage];
        foreach (TensorInfo tensor in description.Tensors)
        {
            ReadOnlySpan<float> elements = Finite(file, $"{group}/{tensor.Name}", path);
            for (int i = tensor.SharedRows; i < tensor.Rows; i++)
            {
                for (int j = 0; j < tensor.Columns; j++)
                {
                    values[tensor.IndexOf(i, j)] = elements[(i * tensor.Columns) + j];
                }
            }
        }

        return values;
    }

    // As they are, in the rows of their buffers: a checkpoint within an epoch has them, and only that of a continuous text.
    private static void AddCarriedStates(TensorContainer file, ImmutableArray<float[]> states)
    {
        if (states.IsEmpty)
        {
            return;
        }

        file.SetMetadata(CarriedStatesKey, Invariant($"{states.Length}"));
        for (int i = 0; i < states.Length; i++)
        {
            file.Add(CarriedStateName(i), states[i]);
        }
    }

    private static ImmutableArray<float[]> ReadCarriedStates(TensorContainer file, ModelDescription description, string path)
    {
        if (!file.Metadata.TryGetValue(CarriedStatesKey, out string? count))
        {
            return [];
        }

        if (Whole(count) != description.StateBuffers.Length)
        {
            throw OtherModel(Invariant($"it has {count} kinds of state, {description.Name} {description.StateBuffers.Length}"), path);
        }

        var states = ImmutableArray.CreateBuilder<float[]>();
        for (int i = 0; i < description.StateBuffers.Length; i++)
        {
            states.Add(Finite(file, CarriedStateName(i), path).ToArray());
        }

        return states.ToImmutable();
    }

    private static ReadOnlySpan<float> Finite(TensorContainer file, string name, string path)
    {
        ReadOnlySpan<float> elements = file.ValuesOf(name);
        return elements.ContainsAnyExceptInRange(float.MinValue, float.MaxValue)
            ? throw new ModelFileException($"The checkpoint is damaged: tensor '{name}' has values that are not finite.", path)
            : elements;
    }

    private static FeatureStandardization? ReadStandardization(TensorContainer file, ModelDescription description)
    {
        if (description.FeatureCount == 0)
        {
            return null;
        }

        var standardization = new FeatureStandardization(description.FeatureCount);
        standardization.Set(
            file.ValuesOf(StandardizationTensors.Mean, description.FeatureCount),
            file.ValuesOf(StandardizationTensors.Deviation, description.FeatureCount));
        return standardization;
    }

    private static TrainingCounters ReadCounters(TensorContainer file)
    {
        string[] counters = Fields(file.MetadataOf(CountersKey), 5);
        string[] words = Fields(file.MetadataOf(EpochOrderKey), 4);
        var epochOrder = new SeededRandomState(Word(words[0]), Word(words[1]), Word(words[2]), Word(words[3]));
        if (epochOrder == default)
        {
            throw new FormatException("the random state is all zero");
        }

        return new TrainingCounters(
            Whole(counters[0]),
            checked((int)Whole(counters[1])),
            Real(counters[2]),
            Real(counters[3]),
            checked((int)Whole(counters[4])),
            epochOrder);
    }

    private static string Line(EpochResult epoch)
    {
        double loss = epoch.ValidationLoss ?? double.NaN;
        double accuracy = epoch.ValidationAccuracy ?? double.NaN;
        double macroF1 = epoch.ValidationMacroF1 ?? double.NaN;
        string training = Invariant($"{epoch.Epoch} {epoch.Steps} {epoch.TrainingLoss:R} {epoch.LearningRate:R}");
        string line = Invariant($"{training} {loss:R} {accuracy:R} {macroF1:R} {epoch.Duration.Ticks}");
        return epoch.ValidationRegression is { } errors
            ? Invariant($"{line} {errors.MeanSquaredError:R} {errors.MeanAbsoluteError:R} {errors.RSquared:R}")
            : line;
    }

    private static ImmutableArray<EpochResult> ReadEpochs(string text)
    {
        var epochs = ImmutableArray.CreateBuilder<EpochResult>();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            bool isRegressors = line.Count(static letter => letter == ' ') == 10;
            string[] fields = Fields(line, isRegressors ? 11 : 8);
            double? validationLoss = Optional(fields[4]);
            epochs.Add(new EpochResult(
                checked((int)Whole(fields[0])),
                Whole(fields[1]),
                Real(fields[2]),
                Real(fields[3]),
                validationLoss,
                validationLoss is null || isRegressors ? null : Real(fields[5]),
                validationLoss is null || isRegressors ? null : Real(fields[6]),
                TimeSpan.FromTicks(Whole(fields[7])))
            {
                ValidationRegression = isRegressors ? new RegressionMetrics(Real(fields[8]), Real(fields[9]), Real(fields[10])) : null,
            });
            if (epochs[^1].Epoch != epochs.Count)
            {
                throw new FormatException(Invariant($"epoch {epochs[^1].Epoch} in place {epochs.Count}"));
            }
        }

        return epochs.ToImmutable();
    }

    private static string[] Fields(string text, int count)
    {
        string[] fields = text.Split(' ');
        return fields.Length == count ? fields : throw new FormatException(Invariant($"'{text}' has not {count} fields"));
    }

    private static long Whole(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static ulong Word(string text) => ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static double Real(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static double? Optional(string text)
    {
        double value = Real(text);
        return double.IsNaN(value) ? null : value;
    }
}
