using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace RnnGen.Benchmarks.Startup;

/// <summary>A program that starts, makes one prediction and ends; published for this platform.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Project">Its folder under benchmarks/Startup.</param>
/// <param name="IsNativeAot">Whether it is compiled ahead of time; otherwise it depends on the shared framework.</param>
/// <param name="WriteModel">Writes the file that the program loads its model from; null if it loads none.</param>
internal sealed record StartupProgram(string Name, string Project, bool IsNativeAot, Action<string>? WriteModel)
{
    private static readonly string[] DebuggingFiles = [".pdb", ".dbg", ".xml"];

    private string Folder => Path.Combine(RepositoryFolder(), "artifacts", "startup", Project + (IsNativeAot ? "Aot" : string.Empty));

    private string ProgramFolder => Path.Combine(Folder, "program");

    private string ModelFile => Path.Combine(Folder, "model");

    /// <summary>The size of the published files in bytes: the program and all that it brings along, without what is there for debuggers.</summary>
    public long PublishedBytes => new DirectoryInfo(ProgramFolder)
        .EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => !DebuggingFiles.Contains(file.Extension))
        .Sum(file => file.Length);

    /// <summary>Publishes the program and writes its model.</summary>
    /// <returns>Why it cannot be published here, in one line; null if it was.</returns>
    public string? Publish()
    {
        string project = Path.Combine(RepositoryFolder(), "benchmarks", "Startup", Project, Project + "Startup.csproj");
        string[] kind = IsNativeAot ? ["-p:Aot=true"] : ["--self-contained", "false"];
        var start = new ProcessStartInfo(
            "dotnet", ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-v", "quiet", "-o", ProgramFolder, .. kind])
        {
            RedirectStandardOutput = true,
        };
        using Process publish = Process.Start(start)!;
        string output = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        if (publish.ExitCode != 0)
        {
            return "it cannot be published: " +
                output.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal), "dotnet publish failed").Trim();
        }

        WriteModel?.Invoke(ModelFile);
        return null;
    }

    /// <summary>Starts the program and waits for its end.</summary>
    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public StartupRun Run()
    {
        var start = new ProcessStartInfo(Path.Combine(ProgramFolder, OperatingSystem.IsWindows() ? "startup.exe" : "startup"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (WriteModel is not null)
        {
            start.ArgumentList.Add(ModelFile);
        }

        start.Environment["ORT_DISABLE_TELEMETRY"] = "1";
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        int first = process.StandardOutput.BaseStream.ReadByte();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(begin);
        string rest = process.StandardOutput.ReadToEnd();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (first < 0 || process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Name} failed: {errors.Split('\n').First().Trim()}");
        }

        return new StartupRun(elapsed, long.Parse(rest.AsSpan().Trim(), CultureInfo.InvariantCulture));
    }

    private static string RepositoryFolder()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "RnnGen.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The start-up programs are built from source: run the benchmarks from within the repository.");
    }
}
