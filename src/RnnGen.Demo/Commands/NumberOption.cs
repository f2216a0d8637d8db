using System;
using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace RnnGen.Demo.Commands;

/// <summary>Options that are numbers within a range, the same in every culture.</summary>
internal static class NumberOption
{
    /// <summary>A whole number; the default null is for the caller to replace.</summary>
    public static Option<int> Whole(string name, string description, int? value, int minimum, int maximum) => Create(
        name, description, value, NumberStyles.AllowLeadingSign, n => n >= minimum && n <= maximum, $"a whole number from {minimum} to {maximum}");

    /// <summary>A number of 0 or more, up to a maximum or what a float can hold, which is what networks compute with; the default null is for the caller to replace.</summary>
    public static Option<double> Real(string name, string description, double? value, bool zeroAllowed, double maximum = float.MaxValue) => Create(
        name,
        description,
        value,
        NumberStyles.Float,
        x => (zeroAllowed ? x >= 0 : x > 0) && x <= maximum,
        $"a number {(zeroAllowed ? "of 0 or more" : "above 0")}{(maximum < float.MaxValue ? string.Create(CultureInfo.InvariantCulture, $", up to {maximum}") : " that a float can hold")}, as in 0.001 or 1e-3");

    private static Option<T> Create<T>(string name, string description, T? value, NumberStyles style, Predicate<T> valid, string rule)
        where T : struct, INumberBase<T> => new(name)
        {
            Description = description,
            HelpName = typeof(T) == typeof(int) ? "n" : "x",
            DefaultValueFactory = value is { } known ? _ => known : null,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (!T.TryParse(text, style, CultureInfo.InvariantCulture, out T number) || !valid(number))
                {
                    result.AddError($"Option '{name}' is '{text}'; it must be {rule}.");
                }

                return number;
            },
        };
}
