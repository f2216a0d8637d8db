using System;
using System.IO;
using PublicApiGenerator;
using RnnGen.Package.Tests.Harness;

namespace RnnGen.Package.Tests;

public sealed class PublicApiTests
{
    private static readonly string BaselinePath = Path.Combine(BuildSettings.RepositoryRoot, "tests", "RnnGen.Package.Tests", "PublicApi.txt");

    [Fact]
    public void The_public_API_is_the_one_that_was_agreed_on()
    {
        string api = typeof(Trainer).Assembly
            .GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false })
            .ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("RNNGEN_UPDATE_BASELINES") == "1")
        {
            File.WriteAllText(BaselinePath, api);
        }

        Assert.True(
            File.ReadAllText(BaselinePath).ReplaceLineEndings("\n") == api,
            $"The public API is not that of {BaselinePath}. If the change is meant, run this test with RNNGEN_UPDATE_BASELINES=1 and review the difference.");
    }
}
