using System;
using System.IO;

namespace RnnGen.Files;

/// <summary>Replaces a file as a whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>
    /// Writes to a new file beside <paramref name="path"/>, has the system put it on the disk, and renames it over <paramref name="path"/>. If any of it
    /// fails, what was at <paramref name="path"/> stays and the new file is removed.
    /// </summary>
    /// <param name="path">Where the file goes.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        string target = Path.GetFullPath(path);

        // In the same directory, because only within one volume is a rename atomic; a new name, because others may be saving too.
        string temporary = Path.Combine(Path.GetDirectoryName(target) ?? target, $".rnngen-{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            Remove(temporary);
            throw;
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
