using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using RnnGen.Benchmarks.Contestants;
using RnnGen.Benchmarks.Machine;

namespace RnnGen.Benchmarks.Ratios;

/// <summary>Measures contestants in turn, a trial each, so that whatever slows the machine down slows all of them.</summary>
internal static class InterleavedMeasurement
{
    private const int FewestTrials = 5;

    /// <summary>Measures.</summary>
    /// <param name="contestants">Whom; verified before.</param>
    /// <param name="probe">The probe of the whole run.</param>
    /// <param name="perContestant">The time of the trials of each. Contestants whose single run is longer than a trial stop sooner, after five trials at least.</param>
    /// <returns>A measurement of each, in their order.</returns>
    public static ImmutableArray<Measurement> Run(IEnumerable<Contestant> contestants, SpeedProbe probe, TimeSpan perContestant)
    {
        TrialSeries[] series = [.. contestants.Select(contestant => new TrialSeries(contestant))];
        foreach (TrialSeries each in series)
        {
            each.WarmUp();
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        long before = probe.Take();
        while (series.Any(IsUnfinished))
        {
            foreach (TrialSeries each in series.Where(IsUnfinished))
            {
                before = each.Run(probe, before);
            }
        }

        return [.. series.Select(each => each.Summarize(probe))];

        bool IsUnfinished(TrialSeries each) => each.Count < FewestTrials || each.Elapsed < perContestant;
    }
}
