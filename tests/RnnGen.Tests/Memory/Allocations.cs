using System;

namespace RnnGen.Tests.Memory;

/// <summary>
/// Counts the bytes that code under test allocates. Of several rounds the least counts: when a collection that another thread causes falls into a
/// round, the runtime takes the unused rest of this thread's allocation buffer for allocated, and the threads of the test runner allocate now and
/// then. What the code itself allocates is in every round.
/// </summary>
internal static class Allocations
{
    private const int Rounds = 20;

    /// <summary>The bytes that this thread allocates in <paramref name="action"/>.</summary>
    public static long OfThread(Action action) => Least(() => action, GC.GetAllocatedBytesForCurrentThread);

    /// <summary>The bytes that this thread allocates in what <paramref name="prepare"/> returns anew for each round.</summary>
    public static long OfThread(Func<Action> prepare) => Least(prepare, GC.GetAllocatedBytesForCurrentThread);

    /// <summary>The bytes that all threads allocate during <paramref name="action"/>. Only for tests that run alone in the process.</summary>
    public static long OfProcess(Action action) => Least(() => action, () => GC.GetTotalAllocatedBytes(precise: true));

    private static long Least(Func<Action> prepare, Func<long> allocated)
    {
        long least = long.MaxValue;
        for (int round = 0; round < Rounds && least > 0; round++)
        {
            Action action = prepare();
            long before = allocated();
            action();
            least = Math.Min(least, allocated() - before);
        }

        return least;
    }
}
