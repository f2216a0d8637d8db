using System.Globalization;
using System.Linq;

namespace RnnGen.Generators.Emission;

/// <summary>Puts together the expressions of places in memory, so that they read as if written by hand: without what adds zero or multiplies by one.</summary>
internal static class IndexExpression
{
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A multiple of a constant or a variable.</summary>
    public static string Times(int factor, string name) => factor switch
    {
        0 => "0",
        1 => name,
        _ => $"{Number(factor)} * {name}",
    };

    /// <summary>A sum as kernels have them, in lines that brackets would make longer still.</summary>
    public static string Plus(params string[] terms) => Add(terms);

    /// <summary>A sum with brackets around products and sums among its terms.</summary>
    public static string Sum(params string[] terms) => terms.Count(IsPresent) < 2 ? Add(terms) : Add([.. terms.Select(Bracketed)]);

    /// <summary>An expression as an operand of another: in brackets if it has operands itself.</summary>
    public static string Bracketed(string expression) => expression.IndexOf(' ') < 0 ? expression : $"({expression})";

    /// <summary>A further argument after a reference: how far from it; nothing for zero.</summary>
    public static string Argument(string index) => index == "0" ? "" : ", " + index;

    private static string Add(string[] terms) => terms.Any(IsPresent) ? string.Join(" + ", terms.Where(IsPresent)) : "0";

    private static bool IsPresent(string term) => term != "0";
}
