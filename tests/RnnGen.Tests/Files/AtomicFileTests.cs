using System;
using System.IO;
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

    [Fact]
    public void Who_could_read_the_file_can_read_the_next()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.WriteAllText(Target, "secret");
        File.SetUnixFileMode(Target, Private);
        AtomicFile.Write(Target, stream => stream.WriteByte(7));
        Assert.Equal(Private, File.GetUnixFileMode(Target));
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
