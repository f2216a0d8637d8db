using Microsoft.CodeAnalysis;

namespace RnnGen.Generators.Parsing;

/// <summary>A rule that a declaration breaks. Only its existence reaches the generator; the analyzer reports it where it stands.</summary>
/// <param name="rule">The rule.</param>
/// <param name="location">What the user has to look at.</param>
/// <param name="arguments">What the diagnostic's message has in its places.</param>
internal sealed class Violation(Rule rule, Location location, params string[] arguments)
{
    public Rule Rule { get; } = rule;

    public Location Location { get; } = location;

    public string[] Arguments { get; } = arguments;
}
