using System.Threading;
using Spectre.Console;

namespace RnnGen.Demo.Runs;

/// <summary>Trains a model and shows what it has learned.</summary>
/// <typeparam name="TData">What it is trained on.</typeparam>
/// <param name="data">What it is trained and measured on.</param>
/// <param name="settings">How.</param>
/// <param name="savePath">Where to save the model; null for nowhere.</param>
/// <param name="console">Where to write.</param>
/// <param name="cancellation">Ends the training; what has been learned is measured and saved.</param>
internal delegate void Training<in TData>(
    TData data, TrainingSettings settings, string? savePath, IAnsiConsole console, CancellationToken cancellation);
