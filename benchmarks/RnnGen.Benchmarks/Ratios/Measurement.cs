namespace RnnGen.Benchmarks.Ratios;

/// <summary>How long one run of a contestant took.</summary>
/// <param name="Minimum">The fastest trial, in nanoseconds a run.</param>
/// <param name="Median">The median trial, in nanoseconds a run.</param>
/// <param name="Kept">How many trials ran while the machine was at full speed; the figures are theirs, or of all trials if there was none.</param>
/// <param name="Trials">How many trials there were.</param>
internal sealed record Measurement(double Minimum, double Median, int Kept, int Trials);
