using System.Collections.Generic;

namespace RnnGen.Checksums;

/// <summary>The published checksums. A change here is a change of the arithmetic, and belongs in the change log.</summary>
internal static class Published
{
    public static IReadOnlyList<Subject> Subjects { get; } =
    [
        new ClassifierSubject<Classifier5>(outputs: "B326E9848C6B24E2", training: "1DD2ACA7FFE5E571"),
        new ClassifierSubject<Classifier128>(outputs: "F4FC70D9AA0D2EED", training: "890FB7B95708CFC7"),
        new StreamingLabelerSubject<ReluLabeler33>(outputs: "D3855D24476E9CB6", training: "5E456E0FC725F39A"),
        new StreamingLabelerSubject<Labeler64>(outputs: "DB85402468BB2AC5", training: "A5265BF294DFC8A4"),
        new GeneratorSubject<Generator17>(outputs: "E034706C6431E20E", training: "DBC9E913C9DC7A9C"),
        new GeneratorSubject<Generator200>(outputs: "F6E7B3BE078CF58A", training: "18B9630DC1DAC924"),
        new ClassifierSubject<GruClassifier13>(outputs: "21B171FF440D03CC", training: "3AF9937CFA10AC32"),
        new StreamingLabelerSubject<GruLabeler100>(outputs: "2AD9BFCD90281D5E", training: "2D89F7AC9477A202"),
        new StreamingLabelerSubject<ResetBeforeGruLabeler36>(outputs: "B797BB5F3147B27D", training: "D44110C800CD3B0B"),
        new StreamingLabelerSubject<LstmLabeler17>(outputs: "8646E0B087651541", training: "BEB31831FE4E94BC"),
        new GeneratorSubject<LstmGenerator128>(outputs: "6D4043F2D2D414B1", training: "C9048CA58769BCB3"),
        new GeneratorSubject<TiedGruGenerator20>(outputs: "377643BE13B70A1B", training: "1A6CB51EE7F34441"),
        new ClassifierSubject<DeepClassifier24>(outputs: "E4B616C43B18C55D", training: "0A8E0B9902D6A512"),
        new LabelerSubject<BothWaysLstmLabeler18>(outputs: "FBAA3485A50BA500", training: "BB94DD27B7A84B4B"),
    ];
}
