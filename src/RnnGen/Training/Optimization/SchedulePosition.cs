namespace RnnGen;

/// <summary>Where training is, as a learning-rate schedule sees it.</summary>
/// <param name="Step">How many steps were done: 0 at the first.</param>
/// <param name="Epoch">How many epochs were completed: 0 in the first.</param>
/// <param name="TotalSteps">
/// After how many steps training ends, unless another rule stops it before.
/// </param>
public readonly record struct SchedulePosition(long Step, int Epoch, long TotalSteps);
