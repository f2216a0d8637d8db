using System.Globalization;
using System.Text;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Emission;

/// <summary>The namespace that holds what is generated for one model besides its class.</summary>
internal static class GeneratedNamespace
{
    /// <summary>
    /// The namespace of the model in <paramref name="type"/>, as unique as its hint name: letters and digits stay, a dot becomes an underscore, and all else an underscore
    /// and its code in ASCII, whose two digits begin with one of 0 to 7. No name begins with a digit, so that what comes after the underscore of a dot looks otherwise.
    /// </summary>
    public static string For(TypeSpec type)
    {
        var name = new StringBuilder("RnnGen.Generated.");

        // Only where the class's name is all there is can it be a keyword.
        if (type.HintName == type.DisplayName && type.Name != type.DisplayName)
        {
            _ = name.Append('@');
        }

        foreach (char c in type.HintName)
        {
            _ = c switch
            {
                '.' => name.Append('_'),
                (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') => name.Append(c),
                _ => name.Append('_').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture)),
            };
        }

        return name.ToString();
    }
}
