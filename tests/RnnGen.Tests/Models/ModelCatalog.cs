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

    /// <summary>The gated cells: small sizes for each task, the larger ones in turn.</summary>
    private static readonly ModelCase[] Grus =
    [
        new ClassifierCase<GruClassifier1>(),
        new ClassifierCase<GruClassifier2>(),
        new ClassifierCase<GruClassifier3>(),
        new ClassifierCase<GruClassifier7>(),
        new ClassifierCase<GruClassifier8>(),
        new ClassifierCase<GruClassifier15>(),
        new ClassifierCase<GruClassifier16>(),
        new ClassifierCase<GruClassifier17>(),
        new ClassifierCase<GruClassifier31>(),
        new ClassifierCase<GruClassifier48>(),
        new ClassifierCase<GruClassifier100>(),
        new LabelerCase<GruLabeler1>(),
        new LabelerCase<GruLabeler2>(),
        new LabelerCase<GruLabeler3>(),
        new LabelerCase<GruLabeler7>(),
        new LabelerCase<GruLabeler8>(),
        new LabelerCase<GruLabeler15>(),
        new LabelerCase<GruLabeler16>(),
        new LabelerCase<GruLabeler17>(),
        new LabelerCase<GruLabeler32>(),
        new LabelerCase<GruLabeler64>(),
        new LabelerCase<GruLabeler128>(),
        new GeneratorCase<GruGenerator1>(),
        new GeneratorCase<GruGenerator2>(),
        new GeneratorCase<GruGenerator3>(),
        new GeneratorCase<GruGenerator7>(),
        new GeneratorCase<GruGenerator8>(),
        new GeneratorCase<GruGenerator15>(),
        new GeneratorCase<GruGenerator16>(),
        new GeneratorCase<GruGenerator17>(),
        new GeneratorCase<GruGenerator33>(),
        new GeneratorCase<GruGenerator65>(),
        new GeneratorCase<GruGenerator200>(),
    ];

    private static readonly ModelCase[] Lstms =
    [
        new ClassifierCase<LstmClassifier1>(),
        new ClassifierCase<LstmClassifier2>(),
        new ClassifierCase<LstmClassifier3>(),
        new ClassifierCase<LstmClassifier7>(),
        new ClassifierCase<LstmClassifier8>(),
        new ClassifierCase<LstmClassifier15>(),
        new ClassifierCase<LstmClassifier16>(),
        new ClassifierCase<LstmClassifier17>(),
        new ClassifierCase<LstmClassifier33>(),
        new ClassifierCase<LstmClassifier65>(),
        new ClassifierCase<LstmClassifier200>(),
        new LabelerCase<LstmLabeler1>(),
        new LabelerCase<LstmLabeler2>(),
        new LabelerCase<LstmLabeler3>(),
        new LabelerCase<LstmLabeler7>(),
        new LabelerCase<LstmLabeler8>(),
        new LabelerCase<LstmLabeler15>(),
        new LabelerCase<LstmLabeler16>(),
        new LabelerCase<LstmLabeler17>(),
        new LabelerCase<LstmLabeler31>(),
        new LabelerCase<LstmLabeler48>(),
        new LabelerCase<LstmLabeler100>(),
        new GeneratorCase<LstmGenerator1>(),
        new GeneratorCase<LstmGenerator2>(),
        new GeneratorCase<LstmGenerator3>(),
        new GeneratorCase<LstmGenerator7>(),
        new GeneratorCase<LstmGenerator8>(),
        new GeneratorCase<LstmGenerator15>(),
        new GeneratorCase<LstmGenerator16>(),
        new GeneratorCase<LstmGenerator17>(),
        new GeneratorCase<LstmGenerator32>(),
        new GeneratorCase<LstmGenerator64>(),
        new GeneratorCase<LstmGenerator128>(),
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
        new ClassifierCase<WidestLstmClassifier>(),
        new GeneratorCase<WidestGruGenerator>(),
        new LabelerCase<LongestGruLabeler>(),
        new ClassifierCase<LongestLstmClassifier>(),
        new GeneratorCase<LargestVocabularyLstmGenerator>(),
        new ClassifierCase<LargestVocabularyGruClassifier>(),
        new ClassifierCase<ShortestGruClassifier>(),
        new LabelerCase<ShortestGruLabeler>(),
        new GeneratorCase<ShortestGruGenerator>(),
        new ClassifierCase<ShortestLstmClassifier>(),
        new LabelerCase<ShortestLstmLabeler>(),
        new GeneratorCase<ShortestLstmGenerator>(),
    ];

    private static readonly Dictionary<string, ModelCase> ByName =
        Sizes.Concat(Relus).Concat(Grus).Concat(Lstms).Concat(Extremes)
            .Concat(StackCatalog.Elman).Concat(StackCatalog.Gru).Concat(StackCatalog.Lstm).Concat(StackCatalog.Dropout)
            .Concat(ResetBeforeCatalog.Sizes).Concat(ResetBeforeCatalog.Stacks).Concat(ResetBeforeCatalog.Features).Concat(ResetBeforeCatalog.Dropout)
            .Concat(FeatureCatalog.Classifiers).Concat(FeatureCatalog.Labelers).Concat(FeatureCatalog.Regressors).Concat(RegressorCatalog.Regressors)
            .Concat(OutgrownStreamCatalog.Models)
            .Concat(OneKernelStreamCatalog.Models)
            .ToDictionary(modelCase => modelCase.Name);

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
        ["classifier_rnn_tanh_v15_h12_t8_k3_l2_bi_e6"] = new ClassifierCase<GoldenDeepClassifier12>(),
        ["classifier_gru_v15_h12_t8_k3_l2_bi_e6"] = new ClassifierCase<GoldenDeepGruClassifier12>(),
        ["classifier_gru_v15_h10_t8_k3_l2_bi_e6_before"] = new ClassifierCase<GoldenResetBeforeGruClassifier10>(),
        ["labeler_gru_v13_h9_t9_k4_before"] = new LabelerCase<GoldenResetBeforeGruLabeler9>(),
        ["classifier_lstm_v15_h12_t8_k3_l2_bi_e6"] = new ClassifierCase<GoldenDeepLstmClassifier12>(),
        ["labeler_rnn_tanh_v15_h12_t8_k4_bi"] = new LabelerCase<GoldenBothWaysLabeler12>(),
        ["labeler_gru_v15_h18_t8_k4_bi_e5"] = new LabelerCase<GoldenBothWaysGruLabeler18>(),
        ["labeler_lstm_v15_h18_t8_k4_l2_bi_e5"] = new LabelerCase<GoldenDeepLstmLabeler18>(),
        ["classifier_gru_v14_h9_t8_k4_l3_bi_e5_mean"] = new ClassifierCase<GoldenMeanGruClassifier9>(),
        ["classifier_rnn_tanh_v12_h10_t8_k3_l2_max"] = new ClassifierCase<GoldenMaxClassifier10>(),
        ["generator_lstm_v14_h10_t9_k14_l2"] = new GeneratorCase<GoldenDeepLstmGenerator10>(),
        ["generator_rnn_tanh_v16_h12_t9_k16_l3_e6"] = new GeneratorCase<GoldenDeepGenerator12>(),
        ["labeler_rnn_relu_v12_h10_t9_k4_l2_bi_e5"] = new LabelerCase<GoldenDeepReluLabeler10>(),
        ["generator_gru_v16_h12_t9_k16_l2_e12_tied"] = new GeneratorCase<GoldenTiedGruGenerator12>(),
        ["generator_lstm_v19_h24_t9_k19_l2_e8"] = new GeneratorCase<GoldenDeepLstmGenerator24>(),
        ["classifier_gru_v0_h17_t9_k4_bi_f6"] = new FeatureClassifierCase<GoldenGruFeatureClassifier17>(),
        ["classifier_lstm_v0_h11_t9_k3_bi_f4_max"] = new FeatureClassifierCase<GoldenMaxLstmFeatureClassifier11>(),
        ["classifier_lstm_v0_h16_t11_k3_l2_f12"] = new FeatureClassifierCase<GoldenDeepLstmFeatureClassifier16>(),
        ["classifier_rnn_relu_v0_h9_t7_k3_l2_bi_f4_mean"] = new FeatureClassifierCase<GoldenMeanReluFeatureClassifier9>(),
        ["classifier_rnn_tanh_v0_h10_t9_k4_f5"] = new FeatureClassifierCase<GoldenFeatureClassifier10>(),
        ["labeler_lstm_v0_h9_t7_k4_bi_f3"] = new FeatureLabelerCase<GoldenLstmFeatureLabeler9>(),
        ["labeler_rnn_tanh_v0_h8_t8_k3_l4_f3"] = new FeatureLabelerCase<GoldenDeepFeatureLabeler8>(),
        ["labeler_gru_v0_h10_t8_k5_l2_bi_f7_w"] = new FeatureLabelerCase<GoldenWeightedGruFeatureLabeler10>(),
        ["classifier_lstm_v13_h8_t8_k4_e4_w"] = new ClassifierCase<GoldenWeightedLstmClassifier8>(),
        ["regressor_gru_v0_h11_t8_k3_bi_f6_steps"] = new FeatureRegressorCase<GoldenGruFeatureStepRegressor11>(),
        ["regressor_gru_v15_h8_t8_k2_l2_steps"] = new RegressorCase<GoldenDeepGruStepRegressor8>(),
        ["regressor_lstm_v0_h10_t9_k2_l2_f5"] = new FeatureRegressorCase<GoldenDeepLstmFeatureRegressor10>(),
        ["regressor_rnn_tanh_v15_h8_t8_k1_e4_mean"] = new RegressorCase<GoldenMeanRegressor8>(),
    };

    /// <summary>Every model but the frozen ones.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The frozen models that are declared.</summary>
    public static IEnumerable<string> GoldenFiles => Golden.Keys;

    public static ModelCase Get(string name) => ByName[name];

    public static ModelCase GetGolden(string file) => Golden[file];
}
