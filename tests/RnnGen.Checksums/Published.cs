using System.Collections.Generic;

namespace RnnGen.Checksums;

/// <summary>The published checksums. A change here is a change of the arithmetic, and belongs in the change log.</summary>
internal static class Published
{
    public static IReadOnlyList<Subject> Subjects { get; } =
    [
        new ClassifierSubject<Classifier5>(outputs: "DF74AA400CFA8259", training: "0E080B2707636DFD"),
        new ClassifierSubject<Classifier128>(outputs: "78744FED56AE00ED", training: "0A98A34751ADA7E6"),
        new StreamingLabelerSubject<ReluLabeler33>(outputs: "2829FCAA8676FB28", training: "92884B0DD42BD933"),
        new StreamingLabelerSubject<Labeler64>(outputs: "297C9CEBDD6BAF78", training: "42CEDDD8A3EC2F88"),
        new GeneratorSubject<Generator17>(outputs: "0F97383A23B4078B", training: "5F9882881774F3D3"),
        new GeneratorSubject<Generator200>(outputs: "79E6506EAFAF5DA2", training: "9B153A6F35B04A13"),
        new ClassifierSubject<GruClassifier13>(outputs: "E09A8080A066AEAB", training: "BAD27AE8C4FE398D"),
        new StreamingLabelerSubject<GruLabeler100>(outputs: "07ED5411D1BAD5AC", training: "F9B238AEDAA67EAC"),
        new StreamingLabelerSubject<ResetBeforeGruLabeler36>(outputs: "7A1556461DD05BDE", training: "8745A54C1D2E8BD4"),
        new StreamingLabelerSubject<LstmLabeler17>(outputs: "27E9E07DF51370F1", training: "0B5052CC56EAEF7E"),
        new GeneratorSubject<LstmGenerator128>(outputs: "D0A26F469F750032", training: "7657AB014053758D"),
        new GeneratorSubject<TiedGruGenerator20>(outputs: "21BC62DAB006F27C", training: "0F8271B490E2C0E7"),
        new ClassifierSubject<DeepClassifier24>(outputs: "200421B0834B74C8", training: "CB7B6E0500D1024E"),
        new LabelerSubject<BothWaysLstmLabeler18>(outputs: "ED25848B0B11A94A", training: "9B963F7D4BFFC531"),
    ];
}
