using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using RnnGen.Benchmarks.Contestants;
using RnnGen.Benchmarks.Machine;

namespace RnnGen.Benchmarks.Ratios;

/// <summary>The trials of one contestant, each between two probes of the machine's speed.</summary>
internal sealed class TrialSeries(Contestant contestant)
{
    /// <summary>A trial makes as many runs as fit into this time, at least one: long beside a probe, short beside the machine's moods.</summary>
    private static readonly TimeSpan TrialLength = TimeSpan.FromMilliseconds(0.5);

    /// <summary>Enough for the just-in-time compiler to replace the code it starts with.</summary>
    private static readonly TimeSpan WarmupLength = TimeSpan.FromSeconds(0.3);

    private readonly List<Trial> _trials = [];
    private int _runsPerTrial;

    /// <summary>How many trials there are.</summary>
    public int Count => _trials.Count;

    /// <summary>The time spent in them.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Runs the contestant until its code is compiled for good, and finds how many runs a trial has.</summary>
    public void WarmUp()
    {
        var clock = Stopwatch.StartNew();
        int runs = 0;
        while (clock.Elapsed < WarmupLength || runs < 3)
        {
            contestant.Run();
            runs++;
        }

        long start = Stopwatch.GetTimestamp();
        contestant.Run();
        TimeSpan run = Stopwatch.GetElapsedTime(start);
        _runsPerTrial = Math.Max(1, (int)(TrialLength / run));
    }

    /// <summary>Takes one trial, which begins with a run that is not timed where it has several.</summary>
    /// <param name="probe">The probe.</param>
    /// <param name="before">The time of the probe just taken.</param>
    /// <returns>The time of the probe taken after the trial.</returns>
    public long Run(SpeedProbe probe, long before)
    {
        if (_runsPerTrial > 1)
        {
            // Others have had the caches since the last trial, and threads of this one have gone to sleep: a run that is not timed brings both back.
            contestant.Run();
        }

        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < _runsPerTrial; i++)
        {
            contestant.Run();
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        long after = probe.Take();
        Elapsed += elapsed;
        _trials.Add(new Trial(elapsed.TotalNanoseconds / _runsPerTrial, before, after));
        return after;
    }

    /// <summary>What the trials at full speed came to.</summary>
    /// <param name="probe">The probe, which by now knows what full speed is.</param>
    public Measurement Summarize(SpeedProbe probe)
    {
        double[] kept = [.. _trials.Where(trial => probe.IsFullSpeed(trial.Before) && probe.IsFullSpeed(trial.After)).Select(trial => trial.Nanoseconds)];
        double[] times = kept.Length > 0 ? kept : [.. _trials.Select(trial => trial.Nanoseconds)];
        Array.Sort(times);
        double median = (times[(times.Length - 1) / 2] + times[times.Length / 2]) / 2;
        return new Measurement(times[0], median, kept.Length, _trials.Count);
    }

    private readonly record struct Trial(double Nanoseconds, long Before, long After);
}
