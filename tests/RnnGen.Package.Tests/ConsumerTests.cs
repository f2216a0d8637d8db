using System.IO;
using System.Threading.Tasks;
using RnnGen.Package.Tests.Harness;

namespace RnnGen.Package.Tests;

/// <summary>
/// A project outside of this repository that installs the package: unsafe code forbidden, nullable and overflow checks on, warnings as errors. It builds
/// (the fixture saw to it), trains, saves and loads.
/// </summary>
[Collection(InstalledPackageTests.Name)]
public sealed class ConsumerTests(InstalledPackage consumer)
{
    [Fact]
    public async Task A_fresh_project_trains_saves_and_loads_a_model_of_each_task()
    {
        string folder = consumer.FolderFor("managed");

        CommandResult run = await consumer.RunManaged("train", folder);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Collection(
            run.Output.TrimEnd().Split('\n'),
            line => Assert.StartsWith("classifier ", line),
            line => Assert.StartsWith("labeler ", line),
            line => Assert.StartsWith("generator ", line));
        Assert.Equal(3, Directory.GetFiles(folder, "*.safetensors").Length);
    }

    [Theory]
    [InlineData(true, "-p:RuntimeIdentifier=linux-x64")]
    [InlineData(true, "-p:RuntimeIdentifier=win-x64")]
    [InlineData(false, "-p:RuntimeIdentifier=linux-x64", "-p:IlcInstructionSet=x86-64-v3")]
    [InlineData(false, "-p:RuntimeIdentifier=linux-x64", "-p:RnnGenCheckInstructionSet=false")]
    [InlineData(false, "-p:RuntimeIdentifier=linux-x64", "-p:PublishAot=false")]
    [InlineData(false, "-p:RuntimeIdentifier=linux-arm64")]
    public async Task A_publisher_for_x64_who_names_no_instruction_set_is_told_and_nobody_else(bool told, params string[] properties)
    {
        CommandResult check = await consumer.Evaluate("RnnGenCheckInstructionSet", properties);

        Assert.True(check.ExitCode == 0, check.ToString());
        Assert.Equal(told, check.Output.Contains("warning RNNGEN101", System.StringComparison.Ordinal));
    }
}
