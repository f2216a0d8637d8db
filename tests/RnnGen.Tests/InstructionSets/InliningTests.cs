using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Threading.Tasks;
using RnnGen.Tests.Models;

namespace RnnGen.Tests.InstructionSets;

/// <summary>
/// The JIT inlines so much in a method, and silently leaves the rest as calls; around a nonlinearity that is one, vectors go through memory. This test program runs itself again
/// while the JIT writes down the machine code of all kernels with nonlinearities, and there is no such call in it.
/// </summary>
public class InliningTests
{
    private const string Listing = "; Assembly listing for method ";
    private const int FewestKernels = 1000;

    [Theory]
    [InlineData("")]
    [InlineData(InstructionSwitch.Avx512)]
    [InlineData(InstructionSwitch.Avx2)]
    public async Task Kernels_call_no_nonlinearity_without(string instructionSet)
    {
        string code = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var environment = new Dictionary<string, string>
        {
            ["DOTNET_JitStdOutFile"] = code,
            ["DOTNET_JitDisasm"] = "*Kernels*:Units* *Kernels*:ResetUnits* *Kernels*:Stream* *Kernels*:Forward*",
        };
        if (instructionSet.Length > 0)
        {
            environment[instructionSet] = "0";
        }

        try
        {
            (int exitCode, string output) = await Rerun.Start(
                environment, "-method", $"{typeof(InliningTests).FullName}.{nameof(All_kernels_compile)}", "-noColor");
            Assert.True(exitCode == 0, output);

            int kernels = 0;
            string kernel = "";
            var calls = new List<string>();
            foreach (string line in File.ReadLines(code))
            {
                if (line.StartsWith(Listing, StringComparison.Ordinal))
                {
                    kernels++;
                    kernel = line[Listing.Length..];
                    Assert.EndsWith("(FullOpts)", kernel, StringComparison.Ordinal);
                }
                else if (line.Contains("RnnGen.Numerics.", StringComparison.Ordinal))
                {
                    calls.Add($"{kernel}: {line.Trim()}");
                }
            }

            Assert.True(kernels > FewestKernels, $"Only {kernels} kernels were written down.");
            Assert.Empty(calls);
        }
        finally
        {
            File.Delete(code);
        }
    }

    [Fact]
    public void All_kernels_compile()
    {
        const BindingFlags All = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        int bits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
        MethodInfo[] kernels =
        [
            .. typeof(StreamedGruLabeler32).Assembly.GetTypes()
                .Where(type => type.Name == $"Kernels{bits}")
                .SelectMany(type => type.GetMethods(All))
                .Where(method => new[] { "Units", "ResetUnits", "Stream", "Forward" }.Any(name => method.Name.StartsWith(name, StringComparison.Ordinal))),
        ];
        foreach (MethodInfo kernel in kernels)
        {
            RuntimeHelpers.PrepareMethod(kernel.MethodHandle);
        }

        Assert.True(kernels.Length > FewestKernels, $"Only {kernels.Length} kernels were found.");
    }
}
