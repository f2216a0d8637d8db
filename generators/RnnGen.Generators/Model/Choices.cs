using System;
using System.Linq;

namespace RnnGen.Generators.Model;

/// <summary>What a property that is an enum may be.</summary>
/// <typeparam name="T">The mirror of one of the runtime's enums.</typeparam>
internal static class Choices<T>
    where T : struct, Enum
{
    private static readonly string[] Names = Enum.GetNames(typeof(T));

    /// <summary>The names, as the runtime's enum has them, in words: <c>A, B or C</c>.</summary>
    public static string Text { get; } = string.Join(", ", Names.Take(Names.Length - 1)) + " or " + Names.Last();

    /// <summary>Whether <paramref name="value"/> stands for one of them.</summary>
    public static bool IsDefined(int value) => Enum.IsDefined(typeof(T), value);
}
