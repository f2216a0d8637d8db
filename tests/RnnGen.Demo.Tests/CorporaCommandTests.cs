using System;
using System.IO;
using System.Threading.Tasks;

namespace RnnGen.Demo.Tests;

/// <summary>What <c>corpora</c> writes, and what it leaves alone.</summary>
public class CorporaCommandTests
{
    [Fact]
    public async Task The_files_are_written_into_a_new_folder_and_a_second_time_is_fine()
    {
        using var folder = new TemporaryFolder();
        string target = folder["new"];

        DemoRun first = await DemoRun.OfAsync(["corpora", "--out", target]);
        File.Delete(Path.Combine(target, "tagging.dev.conll"));
        DemoRun second = await DemoRun.OfAsync(["corpora", "--out", target]);

        Assert.Equal((0, "", 0, ""), (first.ExitCode, first.Error, second.ExitCode, second.Error));
        Assert.Equal(first.Output, second.Output);
        string[] written = first.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(6, written.Length);
        foreach (string path in written)
        {
            string shipped = Path.Combine(AppContext.BaseDirectory, "Corpora", "Texts", Path.GetFileName(path));
            Assert.Equal(File.ReadAllBytes(shipped), File.ReadAllBytes(path));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_of_the_same_name_is_not_overwritten_and_no_other_is_written(bool sameLength)
    {
        using var folder = new TemporaryFolder();
        string shipped = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Corpora", "Texts", "tagging.dev.conll"));
        string content = sameLength ? "X" + shipped[1..] : "mine";
        string mine = folder.Write("tagging.dev.conll", content);

        DemoRun run = await DemoRun.OfAsync(["corpora", "--out", folder.Path]);

        run.AssertRefused($"{mine} is there already");
        Assert.Equal(content, File.ReadAllText(mine));
        Assert.Equal([mine], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_folder_of_the_same_name_is_refused()
    {
        using var folder = new TemporaryFolder();
        _ = Directory.CreateDirectory(folder["couplets.dev.txt"]);

        (await DemoRun.OfAsync(["corpora", "--out", folder.Path])).AssertRefused("couplets.dev.txt is there already");
    }
}
