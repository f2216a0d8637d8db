using System.Globalization;
using System.Text;

namespace RnnGen.Generators.Emission;

/// <summary>The namespace that holds what is generated for one model besides its class.</summary>
internal static class GeneratedNamespace
{
    /// <summary>A namespace that is as unique as <paramref name="hintName"/>: letters and digits stay, all else is spelt out.</summary>
    public static string For(string hintName)
    {
        var name = new StringBuilder("RnnGen.Generated.");
        foreach (char c in hintName)
        {
            _ = c switch
            {
                '.' => name.Append('_'),
                _ when char.IsLetterOrDigit(c) => name.Append(c),
                _ => name.Append("_x").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
            };
        }

        if (char.IsDigit(hintName[0]))
        {
            _ = name.Insert("RnnGen.Generated.".Length, '_');
        }

        return name.ToString();
    }
}
