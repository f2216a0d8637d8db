using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using RnnGen.Demo.Runs;

namespace RnnGen.Demo.Commands;

/// <summary>The options that every training command has.</summary>
internal sealed class TrainingOptionSet
{
    private const int LargestBatch = 65536;
    private const int MostThreads = 1024;
    private const int DefaultSeed = 1;

    private readonly Option<string> _train;
    private readonly Option<string>? _dev;
    private readonly Option<string> _save;
    private readonly Option<string> _network;
    private readonly Option<int> _epochs;
    private readonly Option<int> _batch;
    private readonly Option<double> _learningRate;
    private readonly Option<double> _weightDecay;
    private readonly Option<double> _clip;
    private readonly Option<int>? _patience;
    private readonly Option<int> _seed;
    private readonly Option<int> _threads;

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command; the first of its networks is trained where none is named.</param>
    /// <param name="hasDevelopmentFile">Whether there is a second file, which the best epoch is chosen by.</param>
    public TrainingOptionSet(TrainingCommand command, bool hasDevelopmentFile = true)
    {
        string[] names = [.. command.Networks.SelectMany(group => group.Networks).Select(network => network.Name).Distinct()];
        _train = PathOption.File("--train", "The file to train on.", required: true);
        _dev = hasDevelopmentFile
            ? PathOption.File("--dev", "The file to measure on, and to choose the best epoch by; never trained on.", required: true)
            : null;
        _save = PathOption.File("--save", "Where to save the trained model, for predict.", required: false);
        _network = new Option<string>("--network", "--cell") { Description = "The network to train: see below.", DefaultValueFactory = _ => names[0] };
        _ = _network.AcceptOnlyFromAmong(names);
        _epochs = NumberOption.Whole("--epochs", "How often the training file is read.", null, 1, int.MaxValue);
        _batch = NumberOption.Whole("--batch", "How many sequences share a training step.", null, 1, LargestBatch);
        _learningRate = NumberOption.Real("--learning-rate", "The step size of the optimizer, AdamW, at the start; it falls to zero.", null, zeroAllowed: false);
        _weightDecay = NumberOption.Real("--weight-decay", "How strongly weights are drawn to zero.", null, zeroAllowed: true);
        _clip = NumberOption.Real("--clip", "The largest norm of a gradient.", null, zeroAllowed: false);
        _patience = hasDevelopmentFile
            ? NumberOption.Whole("--patience", "Stop after so many epochs that were no better on --dev; 0: never.", null, 0, int.MaxValue)
            : null;
        _seed = NumberOption.Whole("--seed", "Where chance starts: the same seed gives the same model.", DefaultSeed, int.MinValue, int.MaxValue);
        _threads = NumberOption.Whole("--threads", "How many threads work; 0: one a processor. The result is the same.", 0, 0, MostThreads);
        foreach (Option? option in (Option?[])[_train, _dev, _save, _network, _epochs, _batch, _learningRate, _weightDecay, _clip, _patience, _seed, _threads])
        {
            if (option is not null)
            {
                command.Options.Add(option);
            }
        }
    }

    public string TrainPath(ParseResult parsed) => parsed.GetRequiredValue(_train);

    /// <summary>The second file, of a command that has one.</summary>
    public string DevPath(ParseResult parsed) =>
        parsed.GetRequiredValue(_dev ?? throw new InvalidOperationException("The command has no development file."));

    /// <summary>The network that is to be trained.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="networks">One of the command's groups of networks, which all have the same names.</param>
    public Network<TData> Network<TData>(ParseResult parsed, IReadOnlyList<Network<TData>> networks) =>
        networks.Single(network => network.Name == parsed.GetRequiredValue(_network));

    /// <summary>Where to save, or null. Found to be impossible now rather than after the training.</summary>
    /// <exception cref="UserErrorException">The folder is not there, or the path is that of a folder, of a device or of a file that the command reads.</exception>
    public string? SavePath(ParseResult parsed)
    {
        string? path = parsed.GetValue(_save);
        if (path is not null)
        {
            Option<string>[] inputs = _dev is null ? [_train] : [_train, _dev];
            SaveTarget.Check(path, inputs.Select(input => (input.Name, parsed.GetRequiredValue(input))));
        }

        return path;
    }

    /// <summary>The options of a command line.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="defaults">What holds where an option is not given: what suits the network.</param>
    public TrainingSettings Settings(ParseResult parsed, TrainingSettings defaults)
    {
        return defaults with
        {
            Epochs = Given(_epochs, defaults.Epochs),
            BatchSize = Given(_batch, defaults.BatchSize),
            LearningRate = Given(_learningRate, defaults.LearningRate),
            WeightDecay = Given(_weightDecay, defaults.WeightDecay),
            ClipNorm = Given(_clip, defaults.ClipNorm),
            Patience = Given(_patience, defaults.Patience),
            Seed = Given(_seed, defaults.Seed),
            Threads = Given(_threads, defaults.Threads),
        };

        T Given<T>(Option<T>? option, T otherwise) => option is not null && parsed.GetResult(option) is { Implicit: false } ? parsed.GetValue(option)! : otherwise;
    }
}
