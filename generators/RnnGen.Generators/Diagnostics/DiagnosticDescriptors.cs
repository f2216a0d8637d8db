using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RnnGen.Generators.Parsing;

namespace RnnGen.Generators.Diagnostics;

/// <summary>The diagnostic of each rule. Ids are never used again for another rule.</summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "RnnGen";
    private const string Pages = "https://github.com/rnngen/rnngen/blob/main/docs/diagnostics/";

    public static readonly DiagnosticDescriptor ClassIsPartial = new(
        "RNNGEN001",
        "Make the class partial",
        "The class '{0}' must be partial so that its network can be written into it; add the modifier 'partial'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN001.md");

    public static readonly DiagnosticDescriptor ContainingTypeIsPartial = new(
        "RNNGEN002",
        "Make the containing type partial",
        "The type '{0}' must be partial because the model '{1}' stands inside it; add the modifier 'partial' to '{0}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN002.md");

    public static readonly DiagnosticDescriptor ClassIsNotStatic = new(
        "RNNGEN003",
        "A model cannot be static",
        "The class '{0}' cannot be static: a model has weights of its own; remove the modifier 'static'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN003.md");

    public static readonly DiagnosticDescriptor ClassIsNotAbstract = new(
        "RNNGEN004",
        "A model cannot be abstract",
        "The class '{0}' cannot be abstract: the runtime creates models when it loads them; remove the modifier 'abstract'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN004.md");

    public static readonly DiagnosticDescriptor ClassIsNotGeneric = new(
        "RNNGEN005",
        "A model cannot be generic",
        "The class '{0}' cannot be generic: its sizes do not depend on a type; remove its type parameters",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN005.md");

    public static readonly DiagnosticDescriptor ClassIsNotFileLocal = new(
        "RNNGEN006",
        "A model cannot be local to a file",
        "The class '{0}' cannot be local to a file: its network is written into another file; remove the modifier 'file'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN006.md");

    public static readonly DiagnosticDescriptor ClassIsNotRecord = new(
        "RNNGEN007",
        "A model cannot be a record",
        "The model '{0}' cannot be a record: its weights change, and a copy would share them; declare it as a class",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN007.md");

    public static readonly DiagnosticDescriptor EverySizeIsDeclared = new(
        "RNNGEN008",
        "Declare every size",
        "[{0}] on '{1}' must declare {2}: the network is written for exactly these sizes",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN008.md");

    public static readonly DiagnosticDescriptor SizeIsInRange = new(
        "RNNGEN009",
        "Keep the size in its range",
        "{0} of '{1}' is {2} and must be from {3} to {4}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN009.md");

    public static readonly DiagnosticDescriptor NonlinearityIsDefined = new(
        "RNNGEN010",
        "Name a nonlinearity that exists",
        "Nonlinearity of '{0}' is {1}, which names none; write {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN010.md");

    public static readonly DiagnosticDescriptor OneTaskOnAClass = new(
        "RNNGEN011",
        "Declare one task on a class",
        "The class '{0}' carries {1}; keep one of them and declare another class for each other task",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN011.md");

    public static readonly DiagnosticDescriptor MemberNameIsFree = new(
        "RNNGEN012",
        "Rename or remove the member",
        "The member '{0}' collides with one that is generated for the model '{1}'; {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN012.md");

    public static readonly DiagnosticDescriptor ClassNameIsFree = new(
        "RNNGEN013",
        "Rename the class",
        "The class '{0}' has the name of a member that is generated for it; rename the class",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN013.md");

    public static readonly DiagnosticDescriptor NoPrimaryConstructor = new(
        "RNNGEN014",
        "Remove the primary constructor",
        "The model '{0}' cannot have a primary constructor, which every generated constructor would have to call; write an ordinary one",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN014.md");

    public static readonly DiagnosticDescriptor NoRequiredMember = new(
        "RNNGEN015",
        "Remove the modifier 'required'",
        "The model '{0}' cannot have the required member '{1}', which the runtime cannot set when it loads a model; remove 'required'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN015.md");

    public static readonly DiagnosticDescriptor BaseClassHasConstructor = new(
        "RNNGEN016",
        "Give the base class a constructor without parameters",
        "The base class '{0}' must have a constructor that the model '{1}' can call without arguments; add one or remove the base class",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN016.md");

    public static readonly DiagnosticDescriptor BaseClassIsNoModel = new(
        "RNNGEN017",
        "Do not derive a model from a model",
        "The model '{0}' cannot derive from '{1}', which is a model itself; declare the two side by side",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN017.md");

    public static readonly DiagnosticDescriptor LanguageVersionIsSupported = new(
        "RNNGEN018",
        "Compile with a newer C#",
        "The network of '{0}' is written in C# {1} and this project is compiled as C# {2}; remove LangVersion from the project or raise it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN018.md");

    public static readonly DiagnosticDescriptor RuntimeIsReferenced = new(
        "RNNGEN019",
        "Reference the RnnGen package",
        "The type '{1}', on which the network of '{0}' is built, {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN019.md");

    public static readonly DiagnosticDescriptor CellIsDefined = new(
        "RNNGEN020",
        "Name a cell that exists",
        "Cell of '{0}' is {1}, which names none; write {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN020.md");

    public static readonly DiagnosticDescriptor NonlinearityIsOfElman = new(
        "RNNGEN021",
        "Choose a nonlinearity for an Elman cell only",
        "The cell of '{0}' is {1}, and only an Elman cell has a nonlinearity to choose; remove 'Nonlinearity = {2}' or the cell",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN021.md");

    public static readonly DiagnosticDescriptor PoolingIsDefined = new(
        "RNNGEN022",
        "Name a pooling that exists",
        "Pooling of '{0}' is {1}, which names none; write {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN022.md");

    public static readonly DiagnosticDescriptor GeneratorReadsForward = new(
        "RNNGEN023",
        "A generator reads forward only",
        "The generator '{0}' cannot be bidirectional: reading from the end, it would see the tokens that it is to predict; remove 'Bidirectional = true'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN023.md");

    public static readonly DiagnosticDescriptor InputIsOfOneKind = new(
        "RNNGEN024",
        "Declare tokens or numbers",
        "The model '{0}' declares Vocabulary and Features, and a step reads a token or real numbers; remove one of the two",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN024.md");

    public static readonly DiagnosticDescriptor GeneratorReadsTokens = new(
        "RNNGEN025",
        "A generator reads tokens",
        "The generator '{0}' cannot have Features: what it predicts, the next token, is what it reads; remove Features, or predict numbers with a SequenceRegressor",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN025.md");

    public static readonly DiagnosticDescriptor EmbeddingIsOfTokens = new(
        "RNNGEN026",
        "Embed tokens only",
        "The model '{0}' reads Features, which need no Embedding: the first layer multiplies them as they are; remove Embedding",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN026.md");

    public static readonly DiagnosticDescriptor DropoutIsAProbability = new(
        "RNNGEN027",
        "Drop with a probability",
        "{0} of '{1}' is {2}; it must be 0 or more, and less than 1",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN027.md");

    public static readonly DiagnosticDescriptor DropoutHasAPlace = new(
        "RNNGEN028",
        "Give dropout a place",
        "The model '{0}' has neither a second layer nor an embedding, between which Dropout would drop anything; add one, use RecurrentDropout, or remove Dropout",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN028.md");

    public static readonly DiagnosticDescriptor TiedEmbeddingIsAsLargeAsHidden = new(
        "RNNGEN029",
        "Make a tied embedding as large as the hidden state",
        "TieEmbedding of '{0}' needs an Embedding of the size of Hidden, and Embedding is {1} and Hidden is {2}: a token's row of the embedding is its row of the output layer",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN029.md");

    public static readonly DiagnosticDescriptor ResetIsOfGru = new(
        "RNNGEN030",
        "Reset the state of a GRU only",
        "The cell of '{0}' is {1}, and only a GRU has a reset that could come before the product; remove 'ResetBefore = true' or write 'Cell = CellKind.Gru'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN030.md");

    public static readonly DiagnosticDescriptor PoolingIsOfOneAnswer = new(
        "RNNGEN031",
        "Pool for a single output only",
        "The regressor '{0}' has outputs at every step, each read from the state of its step, and there is nothing to pool; remove 'Pooling = {1}' or 'EveryStep = true'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN031.md");

    public static readonly DiagnosticDescriptor ConstantIsWrittenByHand = new(
        "RNNGEN032",
        "Name no generated constant",
        "The constant '{0}' is written by a source generator, and RnnGen cannot read it; give '{1}' of the model '{2}' a number, or a constant of your own",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNNGEN032.md");

    /// <summary>All of them, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [.. Enum.GetValues(typeof(Rule)).Cast<Rule>().Select(Of)];

    /// <summary>The diagnostic that reports a violation of <paramref name="rule"/>.</summary>
    public static DiagnosticDescriptor Of(Rule rule) => rule switch
    {
        Rule.ClassIsPartial => ClassIsPartial,
        Rule.ContainingTypeIsPartial => ContainingTypeIsPartial,
        Rule.ClassIsNotStatic => ClassIsNotStatic,
        Rule.ClassIsNotAbstract => ClassIsNotAbstract,
        Rule.ClassIsNotGeneric => ClassIsNotGeneric,
        Rule.ClassIsNotFileLocal => ClassIsNotFileLocal,
        Rule.ClassIsNotRecord => ClassIsNotRecord,
        Rule.EverySizeIsDeclared => EverySizeIsDeclared,
        Rule.SizeIsInRange => SizeIsInRange,
        Rule.NonlinearityIsDefined => NonlinearityIsDefined,
        Rule.OneTaskOnAClass => OneTaskOnAClass,
        Rule.MemberNameIsFree => MemberNameIsFree,
        Rule.ClassNameIsFree => ClassNameIsFree,
        Rule.NoPrimaryConstructor => NoPrimaryConstructor,
        Rule.NoRequiredMember => NoRequiredMember,
        Rule.BaseClassHasConstructor => BaseClassHasConstructor,
        Rule.BaseClassIsNoModel => BaseClassIsNoModel,
        Rule.LanguageVersionIsSupported => LanguageVersionIsSupported,
        Rule.RuntimeIsReferenced => RuntimeIsReferenced,
        Rule.CellIsDefined => CellIsDefined,
        Rule.NonlinearityIsOfElman => NonlinearityIsOfElman,
        Rule.PoolingIsDefined => PoolingIsDefined,
        Rule.GeneratorReadsForward => GeneratorReadsForward,
        Rule.InputIsOfOneKind => InputIsOfOneKind,
        Rule.GeneratorReadsTokens => GeneratorReadsTokens,
        Rule.EmbeddingIsOfTokens => EmbeddingIsOfTokens,
        Rule.DropoutIsAProbability => DropoutIsAProbability,
        Rule.DropoutHasAPlace => DropoutHasAPlace,
        Rule.TiedEmbeddingIsAsLargeAsHidden => TiedEmbeddingIsAsLargeAsHidden,
        Rule.ResetIsOfGru => ResetIsOfGru,
        Rule.PoolingIsOfOneAnswer => PoolingIsOfOneAnswer,
        Rule.ConstantIsWrittenByHand => ConstantIsWrittenByHand,
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "The rule has no diagnostic."),
    };
}
