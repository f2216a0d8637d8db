using System;
using System.Globalization;

namespace RnnGen.Benchmarks.Reports;

/// <summary>Numbers as they stand in tables.</summary>
internal static class Figures
{
    /// <summary>About three digits; nothing for NaN.</summary>
    public static string Short(double value) =>
        double.IsNaN(value) ? string.Empty : value.ToString(Math.Abs(value) < 10 ? "F2" : Math.Abs(value) < 100 ? "F1" : "F0", CultureInfo.InvariantCulture);

    /// <summary>Whole percents; nothing for NaN.</summary>
    public static string Percent(double share) =>
        double.IsNaN(share) ? string.Empty : (100 * share).ToString("F0", CultureInfo.InvariantCulture) + " %";

    /// <summary>An integer.</summary>
    public static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
