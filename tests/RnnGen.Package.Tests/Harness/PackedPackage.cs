using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace RnnGen.Package.Tests.Harness;

/// <summary>The package, packed once for all tests into a feed of its own, in a folder that is deleted with them.</summary>
/// <remarks>Its version is new in every run, so that no cache can answer with an older package.</remarks>
public sealed class PackedPackage : IAsyncLifetime
{
    /// <summary>The folder of everything that these tests write; outside of the repository, whose settings must not reach a consumer.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("RnnGen.Package.Tests.").FullName;

    /// <summary>The version of this run.</summary>
    public string Version { get; } = $"0.1.0-test.{Guid.NewGuid():N}";

    /// <summary>The folder of the package.</summary>
    public string Feed => Path.Combine(Folder, "feed");

    /// <summary>The package.</summary>
    public string PackagePath => Path.Combine(Feed, $"RnnGen.{Version}.nupkg");

    /// <summary>Its symbols.</summary>
    public string SymbolsPath => Path.Combine(Feed, $"RnnGen.{Version}.snupkg");

    public async ValueTask InitializeAsync()
    {
        CommandResult pack = await Command.DotNet(
            BuildSettings.RepositoryRoot,
            new Dictionary<string, string>(),
            "pack",
            Path.Combine("src", "RnnGen"),
            "--no-build",
            "--configuration",
            BuildSettings.Configuration,
            "--output",
            Feed,
            $"-p:PackageVersion={Version}",
            $"-p:NuspecOutputPath={Path.Combine(Folder, "nuspec")}");
        Assert.True(pack.ExitCode == 0 && File.Exists(PackagePath), pack.ToString());
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
