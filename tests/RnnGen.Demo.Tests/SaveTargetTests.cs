using System;
using System.IO;
using System.Net.Sockets;
using System.Threading.Tasks;
using RnnGen.Demo.Commands;

namespace RnnGen.Demo.Tests;

/// <summary>What a model must not be saved over.</summary>
public class SaveTargetTests
{
    [Theory]
    [InlineData("classify", "--train")]
    [InlineData("classify", "--dev")]
    [InlineData("tag", "--train")]
    [InlineData("tag", "--dev")]
    [InlineData("generate", "--train")]
    [InlineData("generate", "--dev")]
    [InlineData("identify", "--train")]
    public async Task A_file_that_the_command_reads_is_not_saved_over_and_not_even_read(string command, string option)
    {
        using var folder = new TemporaryFolder();

        // No corpus: whoever read it first would complain of that.
        string input = folder.Write("input", "no corpus");
        string other = folder.Write("other", "no corpus either");
        string[] development = command == "identify" ? [] : ["--dev", option == "--dev" ? input : other];
        string[] arguments = [command, "--train", option == "--train" ? input : other, .. development];

        DemoRun run = await DemoRun.OfAsync([.. arguments, "--save", Path.Combine(folder.Path, "nowhere", "..", "input")]);

        run.AssertRefused($"which is the file of {option}:");
        Assert.Equal("no corpus", File.ReadAllText(input));
    }

    [Theory]
    [InlineData("link", "file")]
    [InlineData("file", "link")]
    [InlineData("folder-link/file", "file")]
    [InlineData("file", "folder-link/file")]
    [InlineData("link-to-link", "file")]
    [InlineData("missing", "missing")]
    public void Links_lead_to_the_file_that_is_read(string saved, string read)
    {
        using var folder = Linked();

        var exception = Assert.Throws<UserErrorException>(() => SaveTarget.Check(folder[saved], [("--train", folder["other"]), ("--dev", folder[read])]));

        Assert.Contains("--dev", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model")]
    [InlineData("other")]
    [InlineData("dangling-link")]
    [InlineData("folder-link/model")]
    public void Another_file_there_or_not_may_be_saved_to(string saved)
    {
        using var folder = Linked();

        SaveTarget.Check(folder[saved], [("--train", folder["file"]), ("--dev", folder["missing"])]);
    }

    [Fact]
    public void A_link_to_a_folder_is_a_folder()
    {
        using var folder = Linked();

        Assert.Contains("is a folder", Assert.Throws<UserErrorException>(() => SaveTarget.Check(folder["folder-link"], [])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_of_links_is_an_error_of_the_file_system()
    {
        using var folder = new TemporaryFolder();
        _ = File.CreateSymbolicLink(folder["a"], folder["b"]);
        _ = File.CreateSymbolicLink(folder["b"], folder["a"]);

        _ = Assert.Throws<IOException>(() => SaveTarget.Check(folder["a"], [("--train", folder["file"])]));
    }

    [Fact]
    public void A_folder_that_takes_no_file_is_found_out_and_one_that_does_is_left_as_it_was()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The folder that takes no file of anybody's is one of Linux.");
        using var folder = new TemporaryFolder();

        SaveTarget.Check(folder["model.safetensors"], []);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));

        var refused = Assert.Throws<UserErrorException>(() => SaveTarget.Check("/proc/model.safetensors", []));
        Assert.Equal("The folder /proc takes no new file, and no model can be saved there.", refused.Message);
    }

    // Only the check is asked: a defect of it must not cost the machine its devices.
    [Theory]
    [InlineData("/dev/null")]
    [InlineData("link-to-device")]
    public void A_device_is_not_saved_over(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no files that are devices.");
        using var folder = new TemporaryFolder();
        _ = File.CreateSymbolicLink(folder["link-to-device"], "/dev/null");

        var exception = Assert.Throws<UserErrorException>(() => SaveTarget.Check(Path.Combine(folder.Path, path), []));

        Assert.Contains("is a device", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_socket_is_not_saved_over()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no files that are sockets.");
        using var folder = new TemporaryFolder();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(folder["socket"]));

        var exception = Assert.Throws<UserErrorException>(() => SaveTarget.Check(folder["socket"], []));

        Assert.Contains("is a pipe or a socket", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>A file, another one, and links to it, to a link to it, to its folder and to nothing.</summary>
    private static TemporaryFolder Linked()
    {
        var folder = new TemporaryFolder();
        _ = folder.Write("file", "");
        _ = folder.Write("other", "");
        _ = File.CreateSymbolicLink(folder["link"], folder["file"]);
        _ = File.CreateSymbolicLink(folder["link-to-link"], "link");
        _ = File.CreateSymbolicLink(folder["dangling-link"], folder["nowhere"]);
        _ = Directory.CreateSymbolicLink(folder["folder-link"], folder.Path);
        return folder;
    }
}
