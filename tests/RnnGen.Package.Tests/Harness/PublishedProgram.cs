using System;
using System.Linq;
using System.Threading.Tasks;

namespace RnnGen.Package.Tests.Harness;

/// <summary>The consumer, published with NativeAOT for the processor at hand.</summary>
public sealed class PublishedProgram(InstalledPackage consumer) : IAsyncLifetime
{
    /// <summary>What publishing came to.</summary>
    internal CommandResult Result { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Result = await consumer.Publish("-p:IlcInstructionSet=native");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Whether publishing stopped because this machine has no linker: a warning on a developer's machine, a failure where <c>CI</c> is true.</summary>
    internal bool LacksLinker()
    {
        string? missing = Result.Output.Split('\n').FirstOrDefault(line => line.Contains("Platform linker", StringComparison.Ordinal));
        if (missing is null)
        {
            return false;
        }

        string message = $"NativeAOT was not tested; on Debian, 'apt-get install clang zlib1g-dev' brings what it links with. {missing.Trim()}";
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", message);
        TestContext.Current.AddWarning(message);
        return true;
    }
}
