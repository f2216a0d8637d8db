using System;
using System.IO;

namespace RnnGen.Files;

/// <summary>Replaces a file as a whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>
    /// Writes to a new file beside <paramref name="path"/>, has the system put it on the disk, and renames it over <paramref name="path"/>. If any of it
    /// fails, what was at <paramref name="path"/> stays and the new file is removed. A link stays a link, what it leads to is replaced; who may read a file, may do so afterwards.
    /// </summary>
    /// <param name="path">Where the file goes.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written, or is a folder or a device.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string target = TargetOf(path);
        string temporary = TemporaryBeside(target);
        try
        {
            using (FileStream stream = Create(temporary, path))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            KeepMode(target, temporary);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            Remove(temporary);
            throw;
        }
    }

    /// <summary>Makes sure that a file can be written later, as far as that can be known: its folder is there, and takes a new file.</summary>
    /// <param name="path">Where the file will go.</param>
    /// <exception cref="IOException">The file could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file might not be written, or is a folder or a device.</exception>
    public static void RequireWritable(string path)
    {
        string temporary = TemporaryBeside(TargetOf(path));
        using (Create(temporary, path))
        {
        }

        Remove(temporary);
    }

    /// <summary>The file that a path leads to, through links.</summary>
    private static string TargetOf(string path)
    {
        string target = Path.GetFullPath(path);
        if (new FileInfo(target).LinkTarget is not null)
        {
            target = File.ResolveLinkTarget(target, returnFinalTarget: true)!.FullName;
        }

        // To .NET, /dev/null is a file of length 0; whoever works as root would get a model in its place.
        bool isDevice = !OperatingSystem.IsWindows() && target.StartsWith("/dev/", StringComparison.Ordinal) && !target.StartsWith("/dev/shm/", StringComparison.Ordinal);
        return isDevice || Directory.Exists(target)
            ? throw new UnauthorizedAccessException($"'{path}' is a {(isDevice ? "device" : "folder")}, and no file can take its place.")
            : target;
    }

    // In the same directory, because only within one volume is a rename atomic; a new name, because others may be saving too.
    private static string TemporaryBeside(string target) =>
        Path.Combine(Path.GetDirectoryName(target) ?? target, $".rnngen-{Path.GetRandomFileName()}.tmp");

    /// <summary>Creates the new file; what goes wrong is told of the path that the caller knows.</summary>
    private static FileStream Create(string temporary, string path)
    {
        try
        {
            return new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new DirectoryNotFoundException($"'{path}' cannot be written: there is no such folder.", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnauthorizedAccessException($"'{path}' cannot be written: its folder takes no new file.", exception);
        }
        catch (IOException exception)
        {
            throw new IOException($"'{path}' cannot be written: its folder takes no new file.", exception);
        }
    }

    private static void KeepMode(string target, string temporary)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
        }
    }

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The failure that led here is the one to report.
        }
    }
}
