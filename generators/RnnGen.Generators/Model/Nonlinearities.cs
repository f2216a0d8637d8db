using System;
using System.Collections.Generic;

namespace RnnGen.Generators.Model;

/// <summary>The members of <see cref="ModelNonlinearity"/>.</summary>
internal static class Nonlinearities
{
    /// <summary>The names, as the runtime's Nonlinearity has them.</summary>
    public static IReadOnlyList<string> Names { get; } = Enum.GetNames(typeof(ModelNonlinearity));

    /// <summary>Whether <paramref name="value"/> stands for a nonlinearity.</summary>
    public static bool IsDefined(int value) => Enum.IsDefined(typeof(ModelNonlinearity), value);
}
