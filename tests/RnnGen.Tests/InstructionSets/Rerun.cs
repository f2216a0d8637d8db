using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Reflection;
using System.Threading.Tasks;

namespace RnnGen.Tests.InstructionSets;

/// <summary>Runs this test program again with other settings of the runtime; the traits of tests that are run with instruction sets switched off.</summary>
internal static class Rerun
{
    /// <summary>The trait of all tests of numbers that vectors compute.</summary>
    public const string Category = "Category";

    public const string Numbers = "Numbers";

    /// <summary>The trait of those among them that are quick even without vector instructions.</summary>
    public const string Size = "Size";

    public const string Small = "Small";

    public static async Task<(int ExitCode, string Output)> Start(Dictionary<string, string> environment, params string[] arguments)
    {
        // Whichever host runs this process (the program itself, or dotnet with the assembly) runs the child.
        string host = Environment.ProcessPath!;
        bool isDotnet = Path.GetFileNameWithoutExtension(host).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] assembly = isDotnet ? ["exec", Assembly.GetExecutingAssembly().Location] : [];
        var start = new ProcessStartInfo(host, [.. assembly, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string variable, string value) in environment)
        {
            start.Environment[variable] = value;
        }

        using Process child = Process.Start(start)!;
        Task<string> error = child.StandardError.ReadToEndAsync();
        string output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return (child.ExitCode, output + await error);
    }
}
