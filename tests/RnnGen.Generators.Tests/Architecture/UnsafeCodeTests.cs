using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Architecture;

/// <summary>The runtime's project allows unsafe code for the sake of one attribute and one instruction; this is what holds it to that.</summary>
public sealed class UnsafeCodeTests
{
    [Fact]
    public void Nothing_in_the_runtime_is_unsafe_but_a_request_for_a_cache_line_and_one_file_takes_the_stack_as_it_is()
    {
        (string Name, SyntaxToken[] Tokens)[] files =
        [
            .. Repository.SourcesOf("src", "RnnGen")
                .Select(file => (
                    file.Name,
                    CSharpSyntaxTree.ParseText(File.ReadAllText(file.Path), cancellationToken: TestContext.Current.CancellationToken)
                        .GetRoot(TestContext.Current.CancellationToken).DescendantTokens().ToArray())),
        ];

        Assert.NotEmpty(files);
        Assert.Equal(["Numerics/CacheLines.cs"], files.SelectMany(file => file.Tokens.Where(token => token.IsKind(SyntaxKind.UnsafeKeyword)).Select(_ => file.Name)));
        Assert.Equal(["Inference/StepMemory.cs"], files.Where(file => file.Tokens.Any(token => token.Text.StartsWith("SkipLocalsInit"))).Select(file => file.Name));
    }
}
