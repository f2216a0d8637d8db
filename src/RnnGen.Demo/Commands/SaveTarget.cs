using System;
using System.Collections.Generic;
using System.IO;
using RnnGen.Demo.Files;

namespace RnnGen.Demo.Commands;

/// <summary>What <c>--save</c> names: checked before anything is read, because after a long training it would be too late.</summary>
internal static class SaveTarget
{
    // Those systems keep no two files in a folder whose names differ in case alone.
    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>Checks that a model can be saved there, in no other place than that of an ordinary file that the command does not read.</summary>
    /// <param name="path">Where to save.</param>
    /// <param name="inputs">The files that the command reads, with the options that name them.</param>
    /// <exception cref="UserErrorException">The folder is not there or takes no new file, or the path is that of an input, of a folder, a pipe or a device.</exception>
    public static void Check(string path, IEnumerable<(string Option, string Path)> inputs)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null && !Directory.Exists(folder))
        {
            throw new UserErrorException($"There is no folder {folder} to save the model in.");
        }

        if (Directory.Exists(path))
        {
            throw new UserErrorException($"{path} is a folder; --save names a file.");
        }

        string real = RealPath.Of(path);
        if (IsDevice(real))
        {
            throw new UserErrorException($"{path} is a device, which no model takes the place of; --save names a file.");
        }

        if (IsPipe(real))
        {
            throw new UserErrorException($"{path} is a pipe or a socket, or in use, and no model takes its place; --save names a file.");
        }

        foreach ((string option, string input) in inputs)
        {
            if (string.Equals(real, RealPath.Of(input), Comparison))
            {
                throw new UserErrorException($"--save names {path}, which is the file of {option}: the model would replace it.");
            }
        }

        RequireWritable(Path.GetDirectoryName(real)!);
    }

    // A model takes the place of a file by its name, as a new file of the folder.
    private static void RequireWritable(string folder)
    {
        string probe = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The folder {folder} takes no new file, and no model can be saved there.");
        }
    }

    // To .NET, /dev/null is a file of length 0; what is there is told by the folder. That of shared memory has files.
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    // A pipe and a socket are files of length 0, too: what cannot be opened or has no places to go to.
    private static bool IsPipe(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path) || new FileInfo(path).Length > 0)
        {
            return false;
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return !stream.CanSeek;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
