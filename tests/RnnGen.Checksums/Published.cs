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
        new ClassifierSubject<GruClassifier13>(outputs: "E09A8080A066AEAB", training: "4C5C317AEDB73D02"),
        new StreamingLabelerSubject<GruLabeler100>(outputs: "F719F1F5239FF88B", training: "4AF41EC15D27DCAA"),
        new StreamingLabelerSubject<ResetBeforeGruLabeler36>(outputs: "BF171957FA362979", training: "FE45A8A47A68371A"),
        new StreamingLabelerSubject<LstmLabeler17>(outputs: "092155C863918ED5", training: "7083E062B8ECB97A"),
        new GeneratorSubject<LstmGenerator128>(outputs: "3B9563F6902071ED", training: "6BD71AD9F94F9ED6"),
        new GeneratorSubject<TiedGruGenerator20>(outputs: "380583723F68456E", training: "A0EE85441F81AC8C"),
        new ClassifierSubject<DeepClassifier24>(outputs: "200421B0834B74C8", training: "CB7B6E0500D1024E"),
        new LabelerSubject<BothWaysLstmLabeler18>(outputs: "194E6CA741CBA281", training: "47E40D5D1CF22883"),
    ];
}
