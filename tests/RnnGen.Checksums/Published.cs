using System.Collections.Generic;

namespace RnnGen.Checksums;

/// <summary>The published checksums. A change here is a change of the arithmetic, and belongs in the change log.</summary>
internal static class Published
{
    public static IReadOnlyList<Subject> Subjects { get; } =
    [
        new ClassifierSubject<Classifier5>(outputs: "DF74AA400CFA8259", training: "55D19C1EDD1F867A"),
        new ClassifierSubject<Classifier128>(outputs: "78744FED56AE00ED", training: "A00F4BF18710FAB9"),
        new StreamingLabelerSubject<ReluLabeler33>(outputs: "2829FCAA8676FB28", training: "A6460E884630B8F6"),
        new StreamingLabelerSubject<Labeler64>(outputs: "297C9CEBDD6BAF78", training: "9FCFA6F7A37376C3"),
        new GeneratorSubject<Generator17>(outputs: "0F97383A23B4078B", training: "2534E4F2667695D0"),
        new GeneratorSubject<Generator200>(outputs: "79E6506EAFAF5DA2", training: "7C7FD62F45D968CC"),
        new ClassifierSubject<GruClassifier13>(outputs: "E09A8080A066AEAB", training: "32A5ED6A71E69CD9"),
        new StreamingLabelerSubject<GruLabeler100>(outputs: "F719F1F5239FF88B", training: "D059A97992A03B6B"),
        new StreamingLabelerSubject<ResetBeforeGruLabeler36>(outputs: "BF171957FA362979", training: "2E76BC03C4B67B3E"),
        new StreamingLabelerSubject<LstmLabeler17>(outputs: "092155C863918ED5", training: "F4E1CC06477038AC"),
        new GeneratorSubject<LstmGenerator128>(outputs: "3B9563F6902071ED", training: "4F6BDF82F1AA3BB1"),
        new GeneratorSubject<TiedGruGenerator20>(outputs: "380583723F68456E", training: "46E6549A3BB378DD"),
        new ClassifierSubject<DeepClassifier24>(outputs: "200421B0834B74C8", training: "130237B8E3C219F0"),
        new LabelerSubject<BothWaysLstmLabeler18>(outputs: "194E6CA741CBA281", training: "AECBCA5396F8FA1B"),
    ];
}
