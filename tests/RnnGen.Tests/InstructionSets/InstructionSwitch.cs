using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace RnnGen.Tests.InstructionSets;

/// <summary>
/// The settings of the runtime that switch instruction sets off. The numbers hold on narrower vectors and on none: this test program runs itself again with each. The runs
/// take minutes, and are tests of a class each so that they go on side by side.
/// </summary>
internal static class InstructionSwitch
{
    public const string Avx512 = "DOTNET_EnableAVX512";
    public const string Avx2 = "DOTNET_EnableAVX2";
    public const string Vectors = "DOTNET_EnableHWIntrinsic";

    public static bool IsOff(string variable) => Environment.GetEnvironmentVariable(variable) == "0";

    /// <summary>Runs the tests that have a trait without an instruction set, and asserts that they pass and that there are as many as there should be.</summary>
    public static async Task AssertNumbersHoldWithout(string variable, string trait, string value, int fewestTests)
    {
        string report = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            (int exitCode, string output) = await Rerun.Start(
                new() { [variable] = "0" }, "-trait", $"{trait}={value}", "-preEnumerateTheories", "-noColor", "-xml", report);
            Assert.True(exitCode == 0, $"Without {variable}:{Environment.NewLine}{output}");
            int ran = XDocument.Load(report).Descendants("test").Count(test => (string?)test.Attribute("result") == "Pass");
            Assert.True(ran > fewestTests, $"Only {ran} tests ran.");
        }
        finally
        {
            File.Delete(report);
        }
    }
}
