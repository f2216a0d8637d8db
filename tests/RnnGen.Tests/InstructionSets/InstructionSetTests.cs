using System;
using System.IO;
using System.Linq;
using System.Runtime.Intrinsics;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace RnnGen.Tests.InstructionSets;

/// <summary>The numbers hold on narrower vectors and on none: this test program runs itself again with instruction sets switched off.</summary>
public class InstructionSetTests
{
    private const string EnableAvx512 = "DOTNET_EnableAVX512";
    private const string EnableAvx2 = "DOTNET_EnableAVX2";
    private const string EnableHardwareIntrinsics = "DOTNET_EnableHWIntrinsic";

    [Theory]
    [InlineData(EnableAvx512, Rerun.Category, Rerun.Numbers, 4000)]
    [InlineData(EnableAvx2, Rerun.Category, Rerun.Numbers, 4000)]
    [InlineData(EnableHardwareIntrinsics, Rerun.Size, Rerun.Small, 5000)]
    public async Task Numbers_hold_without(string instructionSet, string trait, string value, int fewestTests)
    {
        string report = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            (int exitCode, string output) = await Rerun.Start(
                new() { [instructionSet] = "0" }, "-trait", $"{trait}={value}", "-preEnumerateTheories", "-noColor", "-xml", report);
            Assert.True(exitCode == 0, $"Without {instructionSet}:{Environment.NewLine}{output}");
            int ran = XDocument.Load(report).Descendants("test").Count(test => (string?)test.Attribute("result") == "Pass");
            Assert.True(ran > fewestTests, $"Only {ran} tests ran.");
        }
        finally
        {
            File.Delete(report);
        }
    }

    [Fact]
    [Trait(Rerun.Category, Rerun.Numbers)]
    [Trait(Rerun.Size, Rerun.Small)]
    public void A_switch_that_is_off_takes_the_vectors_away()
    {
        Assert.False(IsOff(EnableAvx512) && Vector512.IsHardwareAccelerated);
        Assert.False(IsOff(EnableAvx2) && Vector256.IsHardwareAccelerated);
        Assert.False(IsOff(EnableHardwareIntrinsics) && Vector128.IsHardwareAccelerated);
    }

    private static bool IsOff(string variable) => Environment.GetEnvironmentVariable(variable) == "0";
}
