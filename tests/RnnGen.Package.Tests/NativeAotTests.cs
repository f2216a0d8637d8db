using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using RnnGen.Package.Tests.Harness;

namespace RnnGen.Package.Tests;

/// <summary>The consumer, compiled ahead of time. Needs the platform's linker; see <see cref="PublishedProgram.LacksLinker"/>.</summary>
[Collection(InstalledPackageTests.Name)]
public sealed class NativeAotTests(InstalledPackage consumer, PublishedProgram published) : IClassFixture<PublishedProgram>
{
    [Fact]
    public void Publishing_gives_no_warning()
    {
        if (published.LacksLinker())
        {
            return;
        }

        Assert.True(published.Result.ExitCode == 0, published.Result.ToString());
        Assert.DoesNotContain("warning", published.Result.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_native_program_learns_the_same_bits_as_the_managed_one()
    {
        if (published.LacksLinker())
        {
            return;
        }

        string managedFolder = consumer.FolderFor("compared-managed");
        string nativeFolder = consumer.FolderFor("compared-native");
        CommandResult managed = await consumer.RunManaged("train", managedFolder);
        CommandResult native = await consumer.RunNative("train", nativeFolder);

        Assert.True(managed.ExitCode == 0, managed.ToString());
        Assert.True(native.ExitCode == 0, native.ToString());
        Assert.Equal(managed.Output, native.Output);
        foreach (string file in Directory.GetFiles(managedFolder))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(nativeFolder, Path.GetFileName(file))));
        }
    }

    [Fact]
    public async Task The_native_program_predicts_with_a_model_that_the_managed_one_trained()
    {
        if (published.LacksLinker())
        {
            return;
        }

        string folder = consumer.FolderFor("trained-for-native");
        CommandResult managed = await consumer.RunManaged("train", folder);
        CommandResult native = await consumer.RunNative("predict", folder);

        Assert.True(native.ExitCode == 0, native.ToString());
        Assert.Equal(managed.Output.Split('\n').First(), native.Output.TrimEnd());

        double size = new FileInfo(consumer.NativeProgram).Length / (1024.0 * 1024.0);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"native program: {size:F1} MiB, first prediction {native.Error.Trim()} ms after its start"));
    }

    [Fact]
    public async Task Publishing_for_x64_without_an_instruction_set_is_warned_of()
    {
        if (published.LacksLinker())
        {
            return;
        }

        // The warning stops nothing, even as an error: what comes out must not take the place of the program that the other tests run.
        CommandResult publish = await consumer.PublishTo(consumer.FolderFor("without-instruction-set"), "-warnaserror:RNNGEN101");

        bool isX64 = RuntimeInformation.OSArchitecture == Architecture.X64;
        Assert.Equal(isX64, publish.Output.Contains("error RNNGEN101", StringComparison.Ordinal));
        Assert.Equal(isX64, publish.ExitCode != 0);
    }
}
