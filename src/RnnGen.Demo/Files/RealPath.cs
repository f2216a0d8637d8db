using System;
using System.IO;

namespace RnnGen.Demo.Files;

/// <summary>Tells whether two paths lead to one file.</summary>
internal static class RealPath
{
    /// <summary>The full path without symbolic links, be they files or folders. Nothing needs to be there.</summary>
    /// <param name="path">A path.</param>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string Of(string path)
    {
        string full = Path.GetFullPath(path);
        string real = Path.GetPathRoot(full) ?? "";
        foreach (string part in full[real.Length..].Split(
            [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries))
        {
            var next = new FileInfo(Path.Combine(real, part));
            real = next.LinkTarget is null ? next.FullName : next.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        }

        return real;
    }
}
