using System;

namespace RnnGen.Benchmarks.Startup;

/// <summary>One run of a start-up program.</summary>
/// <param name="Elapsed">From asking the operating system for the process to the arrival of its first prediction.</param>
/// <param name="PeakBytes">The largest working set of the process.</param>
internal readonly record struct StartupRun(TimeSpan Elapsed, long PeakBytes);
