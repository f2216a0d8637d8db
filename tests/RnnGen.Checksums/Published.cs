using System.Collections.Generic;

namespace RnnGen.Checksums;

/// <summary>The published checksums. A change here is a change of the arithmetic, and belongs in the change log.</summary>
internal static class Published
{
    public static IReadOnlyList<Subject> Subjects { get; } =
    [
        new ClassifierSubject<Classifier5>(outputs: "29708B07DD288F68", training: "DCCDE5DA837F9945"),
        new ClassifierSubject<Classifier128>(outputs: "5A4839C29398BFBC", training: "3A4C3B27CAB4B172"),
        new StreamingLabelerSubject<ReluLabeler33>(outputs: "2829FCAA8676FB28", training: "92884B0DD42BD933"),
        new StreamingLabelerSubject<Labeler64>(outputs: "895A9135A59DCF96", training: "D3E964A10F192594"),
        new GeneratorSubject<Generator17>(outputs: "012C228B706589E3", training: "60CFDCB91BF1502C"),
        new GeneratorSubject<Generator200>(outputs: "1C0699E9668B84D8", training: "FD6C45840504EF7D"),
        new ClassifierSubject<GruClassifier13>(outputs: "337E62E1EC124A4B", training: "5E4972EB05877B63"),
        new StreamingLabelerSubject<GruLabeler100>(outputs: "0AADD5AA3E7EBC35", training: "F9EC5CEB8EA802A8"),
        new StreamingLabelerSubject<ResetBeforeGruLabeler36>(outputs: "2E1FBEFEC8BB62DD", training: "41C531D0D7C05CBC"),
        new StreamingLabelerSubject<LstmLabeler7>(outputs: "D73D5C2A7F0B7C11", training: "80D1B462CA70E141"),
        new StreamingLabelerSubject<LstmLabeler17>(outputs: "84CB9688273D6C26", training: "2AE57EFE41C7C32C"),
        new GeneratorSubject<LstmGenerator128>(outputs: "434C7F1FAD8496C0", training: "A433783B1053E9D6"),
        new GeneratorSubject<TiedGruGenerator20>(outputs: "2C4DB9934F0D4D4A", training: "04D9C9DDD0D4F43E"),
        new ClassifierSubject<DeepClassifier24>(outputs: "21D8B9788728068E", training: "AAE1E2433B2BDC47"),
        new LabelerSubject<BothWaysLstmLabeler18>(outputs: "8FE8949C1C6B41A2", training: "2394A187A6C29CD4"),
    ];
}
