using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnGen.Generators.Emission;
using RnnGen.Generators.Parsing;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Pipeline;

/// <summary>Whoever types on does not wait for what is out of date: work ends between one file, or one rule, and the next.</summary>
public sealed class CancellationTests
{
    private const string Source = "[RnnGen.SequenceGenerator(Vocabulary = 9, Hidden = 0, SequenceLength = 5)] partial class Model;";

    [Fact]
    public void No_file_is_written_after_a_cancellation()
    {
        using CancellationTokenSource source = new();
        using IEnumerator<EmittedFile> files =
            ModelEmitter.Emit(Specs.OfSingle(Source.Replace("Hidden = 0", "Hidden = 4", StringComparison.Ordinal)), source.Token).GetEnumerator();
        Assert.True(files.MoveNext());

        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => files.MoveNext());
    }

    [Fact]
    public void No_rule_is_checked_after_a_cancellation()
    {
        using CancellationTokenSource source = new();
        (CSharpCompilation compilation, INamedTypeSymbol type) = Compile();
        ModelDeclaration declaration = ModelDeclaration.Read(type, compilation, TestContext.Current.CancellationToken)!;
        using IEnumerator<Violation> violations = DeclarationRules.FindViolations(declaration, source.Token).GetEnumerator();
        Assert.True(violations.MoveNext());

        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => violations.MoveNext());
    }

    [Fact]
    public void No_name_is_sought_after_a_cancellation() =>
        Assert.Throws<OperationCanceledException>(() => HintNames.Of(Compile().Type, new CancellationToken(canceled: true)));

    private static (CSharpCompilation Compilation, INamedTypeSymbol Type) Compile()
    {
        CSharpCompilation compilation = Consumer.Compile(Source);
        return (compilation, compilation.GetTypeByMetadataName("Model")!);
    }
}
