using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Baselines;

/// <summary>A model whose generated files are checked in.</summary>
/// <param name="Name">The class.</param>
/// <param name="Attribute">Its declaration.</param>
internal sealed record BaselineModel(string Name, string Attribute)
{
    /// <summary>A tiny and a medium one of each task with the Elman cell, one of each other cell, some of several layers, and one of numbers.</summary>
    public static IReadOnlyList<BaselineModel> All { get; } =
    [
        new("TinyClassifier", "[SequenceClassifier(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2)]"),
        new("TinyLabeler", "[SequenceLabeler(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Labels = 3)]"),
        new("TinyGenerator", "[SequenceGenerator(Vocabulary = 6, Hidden = 3, SequenceLength = 5)]"),
        new("MediumClassifier", "[SequenceClassifier(Vocabulary = 500, Hidden = 64, SequenceLength = 40, Classes = 5)]"),
        new("MediumLabeler", "[SequenceLabeler(Vocabulary = 500, Hidden = 64, SequenceLength = 40, Labels = 17)]"),
        new("MediumGenerator", "[SequenceGenerator(Vocabulary = 100, Hidden = 64, SequenceLength = 40)]"),
        new("TinyLstm", "[SequenceClassifier(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2, Cell = CellKind.Lstm)]"),
        new("MediumGru", "[SequenceLabeler(Vocabulary = 500, Hidden = 64, SequenceLength = 40, Labels = 17, Cell = CellKind.Gru)]"),
        new("TinyResetBeforeGru", "[SequenceClassifier(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2, Cell = CellKind.Gru, ResetBefore = true)]"),
        new("TinyDeepGenerator", "[SequenceGenerator(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Cell = CellKind.Lstm, Layers = 2, Embedding = 4)]"),
        new("TinyBothWaysLabeler", "[SequenceLabeler(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Labels = 3, Cell = CellKind.Gru, Layers = 2, Bidirectional = true)]"),
        new("TinyPoolingClassifier", "[SequenceClassifier(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2, Pooling = Pooling.Mean)]"),
        new("TinySensorRegressor", "[SequenceRegressor(Features = 4, Hidden = 3, SequenceLength = 5, Outputs = 2, EveryStep = true)]"),
        new("TinyLiveRegressor", "[SequenceRegressor(Features = 4, Hidden = 3, SequenceLength = 5, Outputs = 2, EveryStep = true, Cell = CellKind.Gru)]"),
        new("TinyLiveLstm", "[SequenceRegressor(Features = 4, Hidden = 8, SequenceLength = 5, Outputs = 2, EveryStep = true, Cell = CellKind.Lstm)]"),
        new("SmallLiveRegressor", "[SequenceRegressor(Features = 4, Hidden = 32, SequenceLength = 40, Outputs = 8, EveryStep = true, Cell = CellKind.Lstm)]"),
        new("MediumLiveRegressor", "[SequenceRegressor(Features = 16, Hidden = 60, SequenceLength = 40, Outputs = 8, EveryStep = true, Cell = CellKind.Lstm)]"),
        new("MediumLiveGru", "[SequenceRegressor(Features = 16, Hidden = 64, SequenceLength = 40, Outputs = 8, EveryStep = true, Cell = CellKind.Gru)]"),
        new("LargeLstm", "[SequenceClassifier(Vocabulary = 6, Hidden = 128, SequenceLength = 5, Classes = 2, Cell = CellKind.Lstm)]"),
    ];

    /// <summary>Whether baselines, and what the documentation quotes, are to be written rather than compared.</summary>
    public static bool IsUpdate => Environment.GetEnvironmentVariable("RNNGEN_UPDATE_BASELINES") == "1";

    /// <summary>What to do about a difference.</summary>
    public static string Advice => "If the change is meant, run this test with RNNGEN_UPDATE_BASELINES=1, and review the difference.";

    /// <summary>Generates the model.</summary>
    /// <returns>Its files, by name.</returns>
    public Dictionary<string, string> Generate() =>
        new GeneratorRun(Consumer.Compile($"using RnnGen; namespace Baselines; {Attribute} public sealed partial class {Name};")).Sources
            .ToDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);
}
