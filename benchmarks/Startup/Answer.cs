using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;

namespace RnnGen.Benchmarks.Startup;

/// <summary>What every program tells whoever started it.</summary>
internal static class Answer
{
    /// <summary>
    /// Writes the first prediction, at whose arrival the clock stops, and then the largest working set of the process in bytes. Past the console's reader
    /// and writer, whose own start would be measured too.
    /// </summary>
    /// <param name="best">The class predicted.</param>
    public static void Write(int best)
    {
        using Stream output = Console.OpenStandardOutput();
        output.Write([(byte)('0' + best), (byte)'\n']);
        output.Flush();
        using Process self = Process.GetCurrentProcess();
        output.Write(Encoding.ASCII.GetBytes(self.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture)));
    }
}
