using System;
using System.Globalization;

namespace RnnGen.Persistence;

/// <summary>Finds the numbers that no trained weight can be.</summary>
internal static class NonFinite
{
    /// <summary>The place of the first NaN or infinity; -1 if there is none.</summary>
    public static int IndexIn(ReadOnlySpan<float> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary><c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>.</summary>
    public static string TextOf(float value) => value.ToString(CultureInfo.InvariantCulture);
}
