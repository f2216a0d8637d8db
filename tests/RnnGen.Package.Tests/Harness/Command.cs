using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RnnGen.Package.Tests.Harness;

/// <summary>Runs programs to their end.</summary>
internal static class Command
{
    // What a test host hands down to its children and a shell would not: the build engine's own settings, and limits on the instruction set under test.
    private static readonly string[] NotInherited = ["MSBUILD", "DOTNET_Enable", "TESTINGPLATFORM"];

    /// <summary>Runs the .NET command line.</summary>
    /// <param name="folder">The working directory.</param>
    /// <param name="environment">Variables to set.</param>
    /// <param name="arguments">The arguments.</param>
    public static Task<CommandResult> DotNet(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Run(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", folder, environment, arguments);

    /// <summary>Runs a program.</summary>
    /// <param name="program">Its path, or its name.</param>
    /// <param name="folder">The working directory.</param>
    /// <param name="environment">Variables to set.</param>
    /// <param name="arguments">The arguments.</param>
    public static async Task<CommandResult> Run(string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(IsNotInherited).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new CommandResult($"{program} {string.Join(' ', arguments)}", process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static bool IsNotInherited(string name) => NotInherited.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
