using System.Collections.Generic;
using System.CommandLine;

namespace RnnGen.Demo.Commands;

/// <summary>A command that trains one of several networks, which its help lists with the settings that suit them.</summary>
/// <param name="name">The command's name.</param>
/// <param name="description">What it does.</param>
/// <param name="networks">The networks by headings.</param>
internal sealed class TrainingCommand(string name, string description, params (string Heading, IReadOnlyList<INetwork> Networks)[] networks)
    : Command(name, description)
{
    /// <summary>The networks by headings.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<INetwork> Networks)> Networks { get; } = networks;
}
