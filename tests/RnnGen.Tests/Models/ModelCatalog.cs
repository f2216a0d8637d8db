using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Models;

/// <summary>All declared models by name, for theories.</summary>
internal static class ModelCatalog
{
    /// <summary>Every hidden size at which tails, whole vectors or tiles begin or end, for each task; outputs and vocabularies vary along.</summary>
    private static readonly ModelCase[] Sizes =
    [
        new ClassifierCase<Classifier1>(),
        new ClassifierCase<Classifier2>(),
        new ClassifierCase<Classifier3>(),
        new ClassifierCase<Classifier4>(),
        new ClassifierCase<Classifier5>(),
        new ClassifierCase<Classifier7>(),
        new ClassifierCase<Classifier8>(),
        new ClassifierCase<Classifier9>(),
        new ClassifierCase<Classifier15>(),
        new ClassifierCase<Classifier16>(),
        new ClassifierCase<Classifier17>(),
        new ClassifierCase<Classifier31>(),
        new ClassifierCase<Classifier32>(),
        new ClassifierCase<Classifier33>(),
        new ClassifierCase<Classifier48>(),
        new ClassifierCase<Classifier64>(),
        new ClassifierCase<Classifier65>(),
        new ClassifierCase<Classifier100>(),
        new ClassifierCase<Classifier128>(),
        new ClassifierCase<Classifier200>(),
        new ClassifierCase<Classifier256>(),
        new LabelerCase<Labeler1>(),
        new LabelerCase<Labeler2>(),
        new LabelerCase<Labeler3>(),
        new LabelerCase<Labeler4>(),
        new LabelerCase<Labeler5>(),
        new LabelerCase<Labeler7>(),
        new LabelerCase<Labeler8>(),
        new LabelerCase<Labeler9>(),
        new LabelerCase<Labeler15>(),
        new LabelerCase<Labeler16>(),
        new LabelerCase<Labeler17>(),
        new LabelerCase<Labeler31>(),
        new LabelerCase<Labeler32>(),
        new LabelerCase<Labeler33>(),
        new LabelerCase<Labeler48>(),
        new LabelerCase<Labeler64>(),
        new LabelerCase<Labeler65>(),
        new LabelerCase<Labeler100>(),
        new LabelerCase<Labeler128>(),
        new LabelerCase<Labeler200>(),
        new LabelerCase<Labeler256>(),
        new GeneratorCase<Generator1>(),
        new GeneratorCase<Generator2>(),
        new GeneratorCase<Generator3>(),
        new GeneratorCase<Generator4>(),
        new GeneratorCase<Generator5>(),
        new GeneratorCase<Generator7>(),
        new GeneratorCase<Generator8>(),
        new GeneratorCase<Generator9>(),
        new GeneratorCase<Generator15>(),
        new GeneratorCase<Generator16>(),
        new GeneratorCase<Generator17>(),
        new GeneratorCase<Generator31>(),
        new GeneratorCase<Generator32>(),
        new GeneratorCase<Generator33>(),
        new GeneratorCase<Generator48>(),
        new GeneratorCase<Generator64>(),
        new GeneratorCase<Generator65>(),
        new GeneratorCase<Generator100>(),
        new GeneratorCase<Generator128>(),
        new GeneratorCase<Generator200>(),
        new GeneratorCase<Generator256>(),
    ];

    private static readonly ModelCase[] Relus =
    [
        new ClassifierCase<ReluClassifier3>(),
        new ClassifierCase<ReluClassifier16>(),
        new ClassifierCase<ReluClassifier65>(),
        new LabelerCase<ReluLabeler5>(),
        new LabelerCase<ReluLabeler33>(),
        new LabelerCase<ReluLabeler128>(),
        new GeneratorCase<ReluGenerator2>(),
        new GeneratorCase<ReluGenerator17>(),
        new GeneratorCase<ReluGenerator64>(),
    ];

    /// <summary>The ends of the ranges that a declaration may ask for.</summary>
    private static readonly ModelCase[] Extremes =
    [
        new ClassifierCase<WidestClassifier>(),
        new GeneratorCase<WidestGenerator>(),
        new LabelerCase<LongestLabeler>(),
        new ClassifierCase<LongestClassifier>(),
        new GeneratorCase<LargestVocabularyGenerator>(),
        new ClassifierCase<LargestVocabularyClassifier>(),
        new LabelerCase<MostLabelsLabeler>(),
        new ClassifierCase<ShortestClassifier>(),
        new LabelerCase<ShortestLabeler>(),
        new GeneratorCase<ShortestGenerator>(),
    ];

    private static readonly Dictionary<string, ModelCase> ByName =
        Sizes.Concat(Relus).Concat(Extremes).ToDictionary(modelCase => modelCase.Name);

    /// <summary>The frozen PyTorch models, by the names of their files.</summary>
    private static readonly Dictionary<string, ModelCase> Golden = new()
    {
        ["classifier_rnn_relu_v20_h33_t8_k5"] = new ClassifierCase<GoldenClassifier33>(),
        ["classifier_rnn_tanh_v13_h7_t9_k3"] = new ClassifierCase<GoldenClassifier7>(),
        ["classifier_rnn_tanh_v32_h16_t12_k4"] = new ClassifierCase<GoldenClassifier16>(),
        ["generator_rnn_tanh_v17_h20_t10_k17"] = new GeneratorCase<GoldenGenerator20>(),
        ["generator_rnn_tanh_v33_h65_t12_k33"] = new GeneratorCase<GoldenGenerator65>(),
        ["labeler_rnn_tanh_v13_h7_t9_k6"] = new LabelerCase<GoldenLabeler7>(),
        ["labeler_rnn_tanh_v40_h64_t16_k17"] = new LabelerCase<GoldenLabeler64>(),
        ["classifier_gru_v13_h7_t9_k3"] = new ClassifierCase<GoldenGruClassifier7>(),
        ["labeler_gru_v25_h32_t10_k5"] = new LabelerCase<GoldenGruLabeler32>(),
        ["generator_gru_v17_h20_t10_k17"] = new GeneratorCase<GoldenGruGenerator20>(),
        ["classifier_lstm_v13_h7_t9_k3"] = new ClassifierCase<GoldenLstmClassifier7>(),
        ["labeler_lstm_v25_h32_t10_k5"] = new LabelerCase<GoldenLstmLabeler32>(),
        ["generator_lstm_v17_h20_t10_k17"] = new GeneratorCase<GoldenLstmGenerator20>(),
    };

    /// <summary>Every model but the frozen ones.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The tanh models of the matrix of sizes.</summary>
    public static IEnumerable<string> NamesOfSizes => Sizes.Select(modelCase => modelCase.Name);

    public static ModelCase Get(string name) => ByName[name];

    public static ModelCase GetGolden(string file) => Golden[file];
}
