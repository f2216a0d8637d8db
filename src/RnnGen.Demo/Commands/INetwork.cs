using RnnGen.Demo.Runs;

namespace RnnGen.Demo.Commands;

/// <summary>What the help says about a network.</summary>
internal interface INetwork
{
    /// <summary>What the command line calls it.</summary>
    string Name { get; }

    /// <summary>What was compiled.</summary>
    ModelDescription Model { get; }

    /// <summary>The settings that suit it.</summary>
    TrainingSettings Defaults { get; }
}
