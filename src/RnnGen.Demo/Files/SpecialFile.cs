using System;
using System.Runtime.InteropServices;
using System.Text;

namespace RnnGen.Demo.Files;

/// <summary>
/// Tells devices, pipes and sockets from files, which .NET does not: to it, /dev/null is a file of length 0. Linux alone is asked: what is saved is renamed
/// over what is there, and elsewhere the system lets no file take the place of a device.
/// </summary>
internal static class SpecialFile
{
    // From <fcntl.h>, <linux/stat.h> and <sys/stat.h>; the layout of struct statx is the same on every processor.
    private const int CurrentFolder = -100;
    private const uint TypeWanted = 1;
    private const int SizeOfAnswer = 256;
    private const int PlaceOfMode = 28;
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    /// <summary>Whether there is something that is neither a file nor a folder. Symbolic links are followed.</summary>
    /// <param name="path">A path.</param>
    public static bool Is(string path)
    {
        byte[] answer = new byte[SizeOfAnswer];
        if (!OperatingSystem.IsLinux() || StatX(CurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), 0, TypeWanted, answer) != 0)
        {
            return false;
        }

        int type = MemoryMarshal.Read<ushort>(answer.AsSpan(PlaceOfMode)) & TypeMask;
        return type is not (RegularFile or Folder);
    }

    [DllImport("libc", EntryPoint = "statx")]
    private static extern int StatX(int folder, byte[] path, int flags, uint mask, [Out] byte[] answer);
}
