using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Golden;

/// <summary>One model of this folder: its weights, a batch, and what PyTorch computed from them.</summary>
internal sealed class GoldenModel
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden");

    private GoldenModel(string name, JsonElement json)
    {
        WeightsPath = Path.Combine(Folder, name + ".safetensors");
        Weights = GoldenWeights.Read(WeightsPath);
        (CellKind cell, Nonlinearity nonlinearity) = CellOf(json.GetProperty("cell").GetString());
        Shape = new ReferenceShape(
            TaskOf(json.GetProperty("task").GetString()),
            json.GetProperty("vocabulary").GetInt32(),
            json.GetProperty("hidden").GetInt32(),
            json.GetProperty("outputs").GetInt32(),
            nonlinearity,
            cell)
        {
            Layers = json.GetProperty("layers").GetInt32(),
            Bidirectional = json.GetProperty("bidirectional").GetBoolean(),
            Embedding = json.GetProperty("embedding").GetInt32(),
            Features = json.GetProperty("features").GetInt32(),
            TieEmbedding = IsTrue(json, "tied"),
            ResetBefore = IsTrue(json, "reset_before"),
            EveryStep = IsTrue(json, "every_step"),
            Pooling = json.TryGetProperty("pooling", out JsonElement pooling) ? PoolingOf(pooling.GetString()) : Pooling.Last,
        };
        Batch = ReadBatch(json, Shape);
        Logits = ReadRows(json.GetProperty("logits"));
        Probabilities = Shape.IsRegressor ? [] : ReadRows(json.GetProperty("probabilities"));
        LabelWeights = json.TryGetProperty("label_weights", out JsonElement labelWeights) ? labelWeights.Deserialize<double[]>() : null;
        Loss = json.GetProperty("loss").GetDouble();
        Gradients = ReadTensors(json.GetProperty("gradients"));
        Sgd = ReadRun(json.GetProperty("sgd_lr0.1_full_batch_20_steps"));
        Adam = ReadRun(json.GetProperty("adam_lr0.01_full_batch_20_steps"));
    }

    /// <summary>The names of all models of the folder.</summary>
    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public ReferenceShape Shape { get; }

    /// <summary>The .safetensors file that PyTorch's weights were saved to.</summary>
    public string WeightsPath { get; }

    public TensorSet Weights { get; }

    public IReadOnlyList<Observation> Batch { get; }

    /// <summary>What a label counts in the loss; null where all count the same.</summary>
    public IReadOnlyList<double>? LabelWeights { get; }

    /// <summary>A row an output row, for every sequence of the batch.</summary>
    public IReadOnlyList<double[][]> Logits { get; }

    /// <summary>As <see cref="Logits"/>; none of a regressor.</summary>
    public IReadOnlyList<double[][]> Probabilities { get; }

    public double Loss { get; }

    public TensorSet Gradients { get; }

    /// <summary>20 full-batch steps of rate 0.1.</summary>
    public TrainingRun Sgd { get; }

    /// <summary>20 full-batch steps of rate 0.01.</summary>
    public TrainingRun Adam { get; }

    public static GoldenModel Read(string name)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name + ".json")));
        return new GoldenModel(name, json.RootElement);
    }

    private static SequenceTask TaskOf(string? name) => name switch
    {
        "classifier" => SequenceTask.Classification,
        "labeler" => SequenceTask.Labeling,
        "generator" => SequenceTask.Generation,
        "regressor" => SequenceTask.Regression,
        _ => throw new InvalidDataException($"Unknown task '{name}'."),
    };

    private static Pooling PoolingOf(string? name) => name switch
    {
        "mean" => Pooling.Mean,
        "max" => Pooling.Max,
        _ => throw new InvalidDataException($"Unknown pooling '{name}'."),
    };

    private static (CellKind Cell, Nonlinearity Nonlinearity) CellOf(string? name) => name switch
    {
        "rnn_tanh" => (CellKind.Elman, Nonlinearity.Tanh),
        "rnn_relu" => (CellKind.Elman, Nonlinearity.Relu),
        "gru" => (CellKind.Gru, Nonlinearity.Tanh),
        "lstm" => (CellKind.Lstm, Nonlinearity.Tanh),
        _ => throw new InvalidDataException($"Unknown cell '{name}'."),
    };

    private static Observation[] ReadBatch(JsonElement json, ReferenceShape shape)
    {
        int sequences = json.GetProperty("lengths").GetArrayLength();
        T[][]? OfEach<T>(string name) => json.TryGetProperty(name, out JsonElement rows) ? rows.Deserialize<T[][]>() : null;
        int[][]? tokens = OfEach<int>("tokens"), targets = OfEach<int>("targets");
        double[][]? inputs = OfEach<double>("inputs"), values = OfEach<double>("values");

        // A generator's last token is predicted, never read.
        int unread = shape.Task == SequenceTask.Generation ? 1 : 0;
        return
        [
            .. Enumerable.Range(0, sequences).Select(i => new Observation(tokens?[i][..^unread] ?? [], targets?[i] ?? [])
            {
                Inputs = inputs is null ? null : [.. inputs[i].Chunk(shape.Features)],
                Values = values is null ? null : [.. values[i].Chunk(shape.Outputs)],
            }),
        ];
    }

    private static bool IsTrue(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) && value.GetBoolean();

    private static double[][][] ReadRows(JsonElement sequences) =>
        [.. sequences.EnumerateArray().Select(sequence =>
        {
            int columns = sequence.GetProperty("shape")[1].GetInt32();
            return sequence.GetProperty("data").Deserialize<double[]>()!.Chunk(columns).ToArray();
        })];

    private static TrainingRun ReadRun(JsonElement json) =>
        new(json.GetProperty("losses").Deserialize<double[]>()!, ReadTensors(json.GetProperty("weights")));

    private static TensorSet ReadTensors(JsonElement json)
    {
        var tensors = new TensorSet();
        foreach (JsonProperty property in json.EnumerateObject())
        {
            int[] shape = property.Value.GetProperty("shape").Deserialize<int[]>()!;
            double[] data = property.Value.GetProperty("data").Deserialize<double[]>()!;
            GoldenWeights.Add(tensors, property.Name, shape, data);
        }

        return tensors;
    }
}
