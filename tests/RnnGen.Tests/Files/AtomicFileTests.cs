using System;
using System.Diagnostics;
using System.IO;
using System.Net.Sockets;
using RnnGen.Files;
using RnnGen.Tests.Persistence;

namespace RnnGen.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Target => _directory.PathOf("target");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_file_is_replaced_and_nothing_stays_beside_it()
    {
        File.WriteAllText(Target, "a longer text than the next");
        AtomicFile.Write(Target, stream => stream.WriteByte(7));
        Assert.Equal([7], File.ReadAllBytes(Target));
        Assert.Equal(["target"], _directory.FileNames);
    }

    [Fact]
    public void After_an_exception_the_file_is_as_it_was()
    {
        File.WriteAllText(Target, "before");
        _ = Assert.Throws<TimeZoneNotFoundException>(() => AtomicFile.Write(Target, stream =>
        {
            stream.WriteByte(7);
            throw new TimeZoneNotFoundException();
        }));
        Assert.Equal("before", File.ReadAllText(Target));
        Assert.Equal(["target"], _directory.FileNames);
    }

    [Fact]
    public void A_link_stays_one_and_what_it_leads_to_is_replaced()
    {
        string first = _directory.PathOf("first");
        string second = _directory.PathOf("second");
        if (!TryLink(second, "target") || !TryLink(first, second))
        {
            return;
        }

        AtomicFile.Write(first, stream => stream.WriteByte(1));
        Assert.Equal([1], File.ReadAllBytes(Target));
        AtomicFile.Write(first, stream => stream.WriteByte(2));
        Assert.Equal([2], File.ReadAllBytes(Target));
        Assert.Equal(second, new FileInfo(first).LinkTarget);
        Assert.Equal("target", new FileInfo(second).LinkTarget);
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)]
    public void Who_could_read_and_write_the_file_can_do_so_with_the_next(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.WriteAllText(Target, "secret");
        File.SetUnixFileMode(Target, mode);
        UnixFileMode meanwhile = UnixFileMode.None;
        AtomicFile.Write(Target, stream =>
        {
            string temporary = ((FileStream)stream).Name;
            meanwhile = OperatingSystem.IsWindows() ? mode : File.GetUnixFileMode(temporary);
            stream.WriteByte(7);
        });
        Assert.Equal(mode, File.GetUnixFileMode(Target));
        Assert.Equal(UnixFileMode.None, meanwhile & ~mode);
    }

    [Fact]
    public void What_fails_while_it_is_written_is_told_of_the_path_that_was_given()
    {
        File.WriteAllText(Target, "before");
        IOException full = Assert.Throws<IOException>(() => AtomicFile.Write(Target, stream =>
            throw new IOException($"No space left on device : '{((FileStream)stream).Name}'")));
        AssertNames(Target, full);
        Assert.Contains("No space left on device", full.Message, StringComparison.Ordinal);
        Assert.NotNull(full.InnerException);
        Assert.Equal("before", File.ReadAllText(Target));
        Assert.Equal(["target"], _directory.FileNames);
    }

    [Fact]
    public void What_fails_when_the_file_is_renamed_is_told_of_the_path_that_was_given()
    {
        Exception taken = Assert.ThrowsAny<Exception>(() => AtomicFile.Write(Target, _ => Directory.CreateDirectory(Target)));
        Assert.True(taken is IOException or UnauthorizedAccessException, "A folder has come in between.");
        AssertNames(Target, taken);
        Assert.Equal(["target"], _directory.FileNames);
    }

    [Fact]
    public void What_cannot_be_written_is_named_by_the_path_that_was_given()
    {
        string missing = _directory.PathOf("missing/target");
        AssertNames(missing, Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write(missing, Unreached)));
        AssertNames(missing, Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.RequireWritable(missing)));

        Directory.CreateDirectory(Target);
        AssertNames(Target, Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.Write(Target, Unreached)));
        AssertNames(Target, Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.RequireWritable(Target)));

        string inFile = _directory.PathOf("file/target");
        File.WriteAllText(_directory.PathOf("file"), "no folder");
        AssertNames(inFile, Assert.ThrowsAny<IOException>(() => AtomicFile.Write(inFile, Unreached)));
    }

    // Only the check is asked: a defect of it must not cost the machine its devices.
    [Fact]
    public void A_device_is_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no files that are devices.");
        AssertNames("/dev/null", Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.RequireWritable("/dev/null")));
    }

    [Fact]
    public void A_pipe_is_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no files that are pipes.");
        using (var make = Process.Start("mkfifo", [Target]))
        {
            make.WaitForExit();
            Assert.Equal(0, make.ExitCode);
        }

        AssertNames(Target, Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.RequireWritable(Target)));
        AssertNames(Target, Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.Write(Target, Unreached)));
        Assert.Equal(["target"], _directory.FileNames);
    }

    [Fact]
    public void A_socket_is_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no files that are sockets.");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Target));

        AssertNames(Target, Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.RequireWritable(Target)));
        AssertNames(Target, Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.Write(Target, Unreached)));
        Assert.Equal(["target"], _directory.FileNames);
    }

    [Fact]
    public void An_empty_file_is_replaced_like_any_other()
    {
        File.WriteAllBytes(Target, []);
        AtomicFile.Write(Target, stream => stream.WriteByte(7));
        Assert.Equal([7], File.ReadAllBytes(Target));
    }

    [Fact]
    public void Making_sure_that_a_file_can_be_written_leaves_everything_as_it_was()
    {
        AtomicFile.RequireWritable(Target);
        Assert.Empty(_directory.FileNames);
        File.WriteAllText(Target, "before");
        AtomicFile.RequireWritable(Target);
        Assert.Equal("before", File.ReadAllText(Target));
        Assert.Equal(["target"], _directory.FileNames);
    }

    private static void Unreached(Stream stream) => Assert.Fail("Nothing can be written here.");

    private static void AssertNames(string path, Exception exception)
    {
        Assert.Contains($"'{path}'", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Windows lets not everybody make links.</summary>
    private static bool TryLink(string path, string target)
    {
        try
        {
            _ = File.CreateSymbolicLink(path, target);
            return true;
        }
        catch (Exception exception) when (OperatingSystem.IsWindows() && exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
