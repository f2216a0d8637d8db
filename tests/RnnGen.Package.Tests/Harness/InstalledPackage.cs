using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace RnnGen.Package.Tests.Harness;

/// <summary>A fresh project that installed the package from its feed, and was built: it may use nothing else that was not restored with the tests.</summary>
public sealed class InstalledPackage(PackedPackage package) : IAsyncLifetime
{
    // The packages that these tests install go to a folder of theirs; those that were restored with the tests are found where they are.
    private const string Settings = """
        <configuration>
          <packageSources>
            <clear />
            <add key="feed" value="../feed" />
          </packageSources>
          <fallbackPackageFolders>
            <clear />
            <add key="restored" value="{0}" />
          </fallbackPackageFolders>
        </configuration>
        """;

    private readonly Dictionary<string, string> _environment = new()
    {
        ["NUGET_PACKAGES"] = Path.Combine(package.Folder, "packages"),
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
    };

    private string Project => Path.Combine(package.Folder, "Consumer");

    private string[] BuildOptions =>
    [
        "--configuration",
        "Release",
        "-m:1",
        "-tl:off",
        $"-p:RnnGenVersion={package.Version}",
        $"-p:RuntimeIdentifier={BuildSettings.RuntimeIdentifier}",
    ];

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Project);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(System.AppContext.BaseDirectory, "Consumer")))
        {
            File.Copy(file, Path.Combine(Project, Path.GetFileName(file)));
        }

        // The same SDK as here, and no settings of folders further up.
        File.Copy(Path.Combine(BuildSettings.RepositoryRoot, "global.json"), Path.Combine(Project, "global.json"));
        foreach (string name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            await File.WriteAllTextAsync(Path.Combine(Project, name), "<Project />");
        }

        await File.WriteAllTextAsync(Path.Combine(Project, "nuget.config"), Settings.Replace("{0}", BuildSettings.PackageFolder, System.StringComparison.Ordinal));

        CommandResult build = await Command.DotNet(Project, _environment, ["build", .. BuildOptions, "-p:SelfContained=false"]);
        Assert.True(build.ExitCode == 0, build.ToString());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Where the program may keep its files.</summary>
    public string FolderFor(string name) => Path.Combine(package.Folder, name);

    /// <summary>Runs the program on the .NET runtime.</summary>
    internal Task<CommandResult> RunManaged(params string[] arguments) =>
        Command.DotNet(Project, _environment, [Path.Combine(Project, "bin", "Release", "net10.0", BuildSettings.RuntimeIdentifier, "Consumer.dll"), .. arguments]);

    /// <summary>Runs one target of the consumer's project.</summary>
    internal Task<CommandResult> Evaluate(string target, params string[] properties) =>
        Command.DotNet(Project, _environment, ["msbuild", $"-t:{target}", "-tl:off", $"-p:RnnGenVersion={package.Version}", .. properties]);

    /// <summary>Publishes the program with NativeAOT, to where <see cref="NativeProgram"/> is.</summary>
    internal Task<CommandResult> Publish(params string[] options) => PublishTo(NativeFolder, options);

    /// <summary>Publishes the program with NativeAOT.</summary>
    internal Task<CommandResult> PublishTo(string folder, params string[] options) =>
        Command.DotNet(Project, _environment, ["publish", "--no-restore", .. BuildOptions, "--output", folder, .. options]);

    /// <summary>Where the published program is.</summary>
    internal string NativeProgram => Path.Combine(NativeFolder, RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "Consumer.exe" : "Consumer");

    private string NativeFolder => Path.Combine(package.Folder, "native");

    /// <summary>Runs the published program.</summary>
    internal Task<CommandResult> RunNative(params string[] arguments) => Command.Run(NativeProgram, Project, _environment, arguments);
}
