using System;
using System.Globalization;
using System.Threading;
using RnnGen.Demo.Runs;
using Spectre.Console;

namespace RnnGen.Demo.Rendering;

/// <summary>Trains a model and shows how it goes: a line an epoch, and on a terminal a bar that moves in between.</summary>
internal static class TrainingMonitor
{
    // Of longer trainings only every second, third, … epoch is shown.
    private const int MostLines = 15;

    /// <summary>Trains a model; it then has the weights of its best epoch on what it is measured on, or of the last one, as the settings say.</summary>
    public static TrainingResult Fit<TModel>(
        TModel model,
        SequenceDataset training,
        SequenceDataset measured,
        TrainingSettings settings,
        IAnsiConsole console,
        CancellationToken cancellation)
        where TModel : class, IRecurrentModel<TModel>
    {
        // A development set is one that the epoch is chosen by.
        string split = settings.KeepsLastEpoch ? "held-out" : "dev";
        (string loss, string accuracy) = ($"{split} loss", $"{split} accuracy");
        var lines = new LineProgress(console, every: (settings.Epochs + MostLines - 1) / MostLines, loss.Length, accuracy.Length);
        console.WriteLine($"  epoch   train loss   {loss}   {accuracy}      time");
        TrainingResult result = console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal
            ? console.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context => Fit(new BarProgress(lines, context.AddTask("training", maxValue: settings.Epochs))))
            : Fit(lines);
        console.WriteLine($"  {Describe(result, settings)}");
        return result;

        TrainingResult Fit(IProgress<TrainingProgress> progress) =>
            Trainer.Fit(model, training, settings.ToOptions(), measured, progress, cancellation);
    }

    private static string Describe(TrainingResult result, TrainingSettings settings)
    {
        if (result.BestEpoch == 0)
        {
            return $"Cancelled within the first epoch, after {Format.Seconds(result.Duration)}; the weights are those of the last step.";
        }

        string why = result.StopReason switch
        {
            StopReason.NoImprovement => "Out of patience",
            StopReason.LossReachedZero or StopReason.LossUnderThreshold => "Nothing was left to learn",
            StopReason.Cancelled => "Cancelled",
            _ => "Done",
        };
        return $"{why} after {result.Epochs.Length} epochs and {Format.Seconds(result.Duration)}; the weights are those of {(settings.KeepsLastEpoch ? "the last step" : $"epoch {result.BestEpoch}")}.";
    }

    /// <summary>Plain lines, for files and pipes.</summary>
    private sealed class LineProgress(IAnsiConsole console, int every, int lossWidth, int accuracyWidth) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Completed is { } epoch && (epoch.Epoch == 1 || epoch.Epoch % every == 0))
            {
                string loss = string.Create(CultureInfo.InvariantCulture, $"{epoch.ValidationLoss:F4}").PadLeft(lossWidth);
                string accuracy = string.Create(CultureInfo.InvariantCulture, $"{epoch.ValidationAccuracy * 100:F2} %").PadLeft(accuracyWidth);
                console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {epoch.Epoch,5}   {epoch.TrainingLoss,10:F4}   {loss}   {accuracy}   {epoch.Duration.TotalSeconds,5:F2} s"));
            }
        }
    }

    /// <summary>The same lines with a bar below them.</summary>
    private sealed class BarProgress(LineProgress lines, ProgressTask bar) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            bar.Value = value.Epoch - 1 + ((double)value.StepInEpoch / value.StepsPerEpoch);
            bar.Description = string.Create(CultureInfo.InvariantCulture, $"epoch {value.Epoch}, loss {value.TrainingLoss:F4}");
            lines.Report(value);
        }
    }
}
