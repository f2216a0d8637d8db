using System;
using System.Globalization;

namespace RnnGen.Demo.Rendering;

/// <summary>Numbers as the demo prints them: the same in every culture.</summary>
internal static class Format
{
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:F1} %");

    public static string Points(double difference) => string.Create(CultureInfo.InvariantCulture, $"{difference * 100:F1} points");

    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Decimals(double number, int digits) => number.ToString($"F{digits}", CultureInfo.InvariantCulture);

    public static string Bytes(double bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes:0} bytes"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024:F1} KiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024 * 1024):F1} MiB"),
    };

    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F1} s");
}
