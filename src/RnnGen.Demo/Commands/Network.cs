using RnnGen.Demo.Runs;

namespace RnnGen.Demo.Commands;

/// <summary>A network that a command can train.</summary>
/// <typeparam name="TData">What it is trained on.</typeparam>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Model">What was compiled.</param>
/// <param name="Defaults">The settings that suit it.</param>
/// <param name="Train">Trains it and shows what it has learned.</param>
internal sealed record Network<TData>(string Name, ModelDescription Model, TrainingSettings Defaults, Training<TData> Train) : INetwork;
