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
    /// <exception cref="UnauthorizedAccessException">The file may not be written, or is a folder, a pipe, a socket or a device.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string target = TargetOf(path);
        string temporary = TemporaryBeside(target);
        FileStream stream = Create(temporary, target, path);
        try
        {
            using (stream)
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            KeepMode(target, temporary);
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Remove(temporary);
            throw Told(exception, exception.Message.Replace(temporary, path, StringComparison.Ordinal), path);
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
    /// <exception cref="UnauthorizedAccessException">The file might not be written, or is a folder, a pipe, a socket or a device.</exception>
    public static void RequireWritable(string path)
    {
        string target = TargetOf(path);
        string temporary = TemporaryBeside(target);
        Create(temporary, target, path).Dispose();
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

        string? kind = Directory.Exists(target) ? "a folder" : IsFile(target) ? null : "a pipe, a socket or a device, or in use";
        return kind is null ? target : throw new UnauthorizedAccessException($"'{path}' is {kind}, and no file can take its place.");
    }

    /// <summary>Whether a path that is no folder is free, or a file that another can take the place of.</summary>
    /// <remarks>
    /// To .NET, a pipe, a socket and /dev/null are files of length 0; whoever may write to their folder would get a model in their place. What can be opened and has
    /// places to go to is a file, and so is what has content. Opened for reading and writing, a pipe does not wait for its other end.
    /// </remarks>
    private static bool IsFile(string target)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        // A device may have places, too. Memory that programs share is below this folder.
        if (target.StartsWith("/dev/", StringComparison.Ordinal) && !target.StartsWith("/dev/shm/", StringComparison.Ordinal))
        {
            return false;
        }

        if (!File.Exists(target) || new FileInfo(target).Length > 0)
        {
            return true;
        }

        try
        {
            using var stream = new FileStream(target, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
            return stream.CanSeek;
        }
        catch (UnauthorizedAccessException)
        {
            // Not to be opened, as a file without the right to be written is not either: that one has always been replaced.
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    // In the same directory, because only within one volume is a rename atomic; a new name, because others may be saving too.
    private static string TemporaryBeside(string target) =>
        Path.Combine(Path.GetDirectoryName(target) ?? target, $".rnngen-{Path.GetRandomFileName()}.tmp");

    /// <summary>Creates the new file, for no more eyes than the one that it replaces; what goes wrong is told of the path that the caller knows.</summary>
    private static FileStream Create(string temporary, string target, string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            options.UnixCreateMode = File.GetUnixFileMode(target);
        }

        try
        {
            return new FileStream(temporary, options);
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new DirectoryNotFoundException($"'{path}' cannot be written: there is no such folder.", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw Told(exception, "its folder takes no new file.", path);
        }
        catch (IOException exception)
        {
            throw Told(exception, exception.Message.Replace(temporary, path, StringComparison.Ordinal), path);
        }
    }

    private static Exception Told(Exception exception, string reason, string path)
    {
        string message = $"'{path}' cannot be written: {reason}";
        return exception is UnauthorizedAccessException ? new UnauthorizedAccessException(message, exception) : new IOException(message, exception);
    }

    // What the process masks off new files is put back: the file had it.
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
