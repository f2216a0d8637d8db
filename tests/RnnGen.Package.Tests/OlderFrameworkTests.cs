using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using RnnGen.Package.Tests.Harness;

namespace RnnGen.Package.Tests;

public sealed class OlderFrameworkTests(PackedPackage package)
{
    // Without the framework's own packages, which would have to be downloaded: what is asked is whether this one fits.
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net9.0</TargetFramework>
            <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="RnnGen" Version="$(RnnGenVersion)" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task A_project_of_an_older_framework_is_refused_by_name_when_it_installs_the_package()
    {
        string folder = Path.Combine(package.Folder, "Older");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "Older.csproj"), Project, TestContext.Current.CancellationToken);
        var environment = new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = Path.Combine(package.Folder, "packages-of-older"),
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        };

        CommandResult restore = await Command.DotNet(folder, environment, "restore", "--source", package.Feed, "-tl:off", $"-p:RnnGenVersion={package.Version}");

        Assert.NotEqual(0, restore.ExitCode);
        Assert.Contains("NU1202", restore.Output, StringComparison.Ordinal);
        Assert.Contains("net10.0", restore.Output, StringComparison.Ordinal);
    }
}
