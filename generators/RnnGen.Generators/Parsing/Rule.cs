namespace RnnGen.Generators.Parsing;

/// <summary>What a declaration must fulfil before a network can be written for it. Each rule is one diagnostic.</summary>
internal enum Rule
{
    ClassIsPartial,
    ContainingTypeIsPartial,
    ClassIsNotStatic,
    ClassIsNotAbstract,
    ClassIsNotGeneric,
    ClassIsNotFileLocal,
    ClassIsNotRecord,
    EverySizeIsDeclared,
    SizeIsInRange,
    NonlinearityIsDefined,
    OneTaskOnAClass,
    MemberNameIsFree,
    ClassNameIsFree,
    NoPrimaryConstructor,
    NoRequiredMember,
    BaseClassHasConstructor,
    BaseClassIsNoModel,
    LanguageVersionIsSupported,
    RuntimeIsReferenced,
    CellIsDefined,
    NonlinearityIsOfElman,
    PoolingIsDefined,
    GeneratorReadsForward,
    InputIsOfOneKind,
    GeneratorReadsTokens,
    EmbeddingIsOfTokens,
}
