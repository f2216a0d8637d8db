using System;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace RnnGen.Training;

/// <summary>
/// Threads that stay, and share numbered items of work with the thread that calls: a step of training has several short phases, and a task
/// a phase would cost more than the phase.
/// </summary>
/// <remarks>
/// Each thread begins with a part of the items of its own, if there are enough, the same in every run of as many, and finds in its cache what it left there for them; done
/// with these, it helps the others. Which thread does an item is so left to chance, and the items of one run must not depend on each other; then results do not depend on the
/// number of threads. A waiting thread spins for <see cref="SpinMicroseconds"/> and then sleeps, so that an idle team costs nothing and a
/// busy machine is not held up. A run allocates nothing. One thread at a time may run work on a team.
/// </remarks>
internal sealed class ThreadTeam : IDisposable
{
    /// <summary>A team has no more threads than this: more than any machine gains from, and few enough to start.</summary>
    public const int MostThreads = 1024;

    // Longer than the pause between two phases of a step, shorter than a time slice of any scheduler.
    private const int SpinMicroseconds = 50;

    // The claims of a part are counted by one thread, for the most part, while their neighbours are counted by others: each has two cache lines, which some processors fetch together, for itself.
    private const int ClaimSpacing = 16;
    private const int ClaimBits = 32;

    private static readonly long SpinTicks = Stopwatch.Frequency * SpinMicroseconds / 1_000_000;

    private readonly Thread?[] _workers;
    private readonly object _gate = new();
    private ITeamWork? _work;
    private int _items;
    private int _running;
    private int _parts;

    // For each part: the number of the last run in which a thread took an item of it, above so many bits for how many were taken. Runs are counted from 0 again after 2^32, and then nothing is claimed.
    private readonly long[] _claims;
    private int _run;
    private bool _isCancelled;
    private ExceptionDispatchInfo? _failure;

    // Odd while a run is open to workers. A worker enters by raising _inside and only then looks at the phase; the caller closes the phase
    // and only then looks at _inside. Both are full fences, so a worker either is seen and waited for, or sees that it came too late.
    private int _phase;
    private int _inside;
    private int _sleepers;
    private bool _callerSleeps;

    // The caller was interrupted while it waited for workers, and is told when they are done.
    private bool _isInterrupted;
    private volatile bool _disposed;

    /// <summary>Starts the threads.</summary>
    /// <param name="threads">How many threads work, the caller's among them: 1 to <see cref="MostThreads"/>; 0 for as many as there are processors.</param>
    public ThreadTeam(int threads)
        : this(threads, static worker => worker.Start())
    {
    }

    /// <summary>Starts the threads in a way that may fail.</summary>
    /// <param name="threads">As above.</param>
    /// <param name="start">Starts one. If it throws, those before it end.</param>
    internal ThreadTeam(int threads, Action<Thread> start)
    {
        ThrowIfOutOfRange(threads);
        ThreadCount = threads == 0 ? Environment.ProcessorCount : threads;
        _claims = new long[(ThreadCount + 1) * ClaimSpacing];
        _workers = new Thread[ThreadCount - 1];
        try
        {
            for (int i = 0; i < _workers.Length; i++)
            {
                int part = i + 1;
                var worker = new Thread(() => Serve(part))
                {
                    IsBackground = true,
                    Name = string.Create(CultureInfo.InvariantCulture, $"RnnGen worker {i + 1}"),
                };
                start(worker);
                _workers[i] = worker;
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>How many threads work, the caller's among them.</summary>
    public int ThreadCount { get; }

    /// <summary>Refuses a number of threads that no team has.</summary>
    /// <param name="threads">1 to <see cref="MostThreads"/>, or 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is something else.</exception>
    public static void ThrowIfOutOfRange(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threads, MostThreads);
    }

    /// <summary>How many threads of the team are asleep because there was nothing to do.</summary>
    public int SleepingThreads => Volatile.Read(ref _sleepers);

    /// <summary>Does all items of some work and returns when the last is done, even if the calling thread is interrupted: its next wait then is.</summary>
    /// <param name="items">How many items: 0 or more.</param>
    /// <param name="work">
    /// The work. If an item throws, items that have not begun are left out and the first exception is thrown here.
    /// </param>
    /// <exception cref="InvalidOperationException">The team is at work already.</exception>
    /// <exception cref="ObjectDisposedException">The team was disposed.</exception>
    public void Run(int items, ITeamWork work)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Interlocked.Exchange(ref _running, 1) != 0)
        {
            throw new InvalidOperationException(
                "The team is at work already; one thread at a time may give it work, and an item of work may not.");
        }

        try
        {
            RunAll(items, work);
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }

    private void RunAll(int items, ITeamWork work)
    {
        _work = work;
        _items = items;
        _parts = Math.Min(ThreadCount, items);
        _run = unchecked(_run + 1);
        if (_run == 0)
        {
            Array.Clear(_claims);
        }

        _isCancelled = false;
        _failure = null;
        bool shared = items > 1 && _workers.Length > 0;
        if (shared)
        {
            Interlocked.Increment(ref _phase);
            WakeWorkers();
        }

        Drain(ownPart: 0);
        if (shared)
        {
            Interlocked.Increment(ref _phase);
            AwaitWorkers();
        }

        ExceptionDispatchInfo? failure = _failure;
        _work = null;
        _failure = null;
        PassInterruptionOn();
        failure?.Throw();
    }

    /// <summary>Which thread begins with an item, 0 being the caller, or with one before it in the same part.</summary>
    /// <param name="item">The item.</param>
    /// <param name="items">How many items the run has: more than <paramref name="item"/>.</param>
    public int OwnerOf(int item, int items) => (int)(((((long)item + 1) * Math.Min(ThreadCount, items)) - 1) / items);

    /// <summary>Ends the threads and waits for them.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        Undisturbed(static team => team.PulseAll());
        Undisturbed(static team =>
        {
            foreach (Thread? worker in team._workers)
            {
                worker?.Join();
            }
        });
        PassInterruptionOn();
    }

    /// <summary>Does items that no other thread has taken, of one part and then of those after it and around to it.</summary>
    private void Drain(int ownPart)
    {
        try
        {
            int first = -1;
            for (int i = 0; i < _parts; i++)
            {
                int part = (ownPart + i) % _parts;
                while (!Volatile.Read(ref _isCancelled) && Claim(part) is { } item)
                {
                    first = first < 0 ? item : first;
                    _work!.Execute(item, first);
                }
            }
        }
        catch (Exception exception)
        {
            // The caller throws it again: an exception must reach whoever asked for the work, whichever thread met it.
            _ = Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
            Volatile.Write(ref _isCancelled, true);
        }
    }

    /// <summary>Takes the next item of a part; none if all are taken.</summary>
    private int? Claim(int part)
    {
        int start = StartOf(part);
        int count = StartOf(part + 1) - start;

        // The first place is beside the array's length, which is read for each.
        ref long claims = ref _claims[(part + 1) * ClaimSpacing];
        while (true)
        {
            long before = Volatile.Read(ref claims);
            int taken = (int)(before >> ClaimBits) == _run ? (int)before : 0;
            if (taken >= count)
            {
                return null;
            }

            if (Interlocked.CompareExchange(ref claims, ((long)_run << ClaimBits) | (uint)(taken + 1), before) == before)
            {
                return start + taken;
            }
        }
    }

    private int StartOf(int part) => (int)((long)part * _items / _parts);

    private void Serve(int part)
    {
        int served = 0;
        while (AwaitPhase(served))
        {
            _ = Interlocked.Increment(ref _inside);
            served = Volatile.Read(ref _phase);
            if (IsOpen(served))
            {
                Drain(part);
            }

            if (Interlocked.Decrement(ref _inside) == 0 && Volatile.Read(ref _callerSleeps))
            {
                PulseAll();
            }
        }
    }

    private static bool IsOpen(int phase) => (phase & 1) != 0;

    private bool HasWork(int served)
    {
        int phase = Volatile.Read(ref _phase);
        return phase != served && IsOpen(phase);
    }

    private bool AwaitPhase(int served)
    {
        long deadline = Stopwatch.GetTimestamp() + SpinTicks;
        while (!HasWork(served) && !_disposed)
        {
            if (Stopwatch.GetTimestamp() < deadline)
            {
                Thread.SpinWait(1);
                continue;
            }

            lock (_gate)
            {
                _ = Interlocked.Increment(ref _sleepers);
                while (!HasWork(served) && !_disposed)
                {
                    _ = Monitor.Wait(_gate);
                }

                _ = Interlocked.Decrement(ref _sleepers);
            }
        }

        return !_disposed;
    }

    private void WakeWorkers()
    {
        if (Volatile.Read(ref _sleepers) > 0)
        {
            Undisturbed(static team => team.PulseAll());
        }
    }

    private void PulseAll()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    private void AwaitWorkers()
    {
        long deadline = Stopwatch.GetTimestamp() + SpinTicks;
        while (Volatile.Read(ref _inside) != 0)
        {
            if (Stopwatch.GetTimestamp() < deadline)
            {
                Thread.SpinWait(1);
                continue;
            }

            Undisturbed(static team => team.SleepUntilWorkersAreOut());
        }
    }

    private void SleepUntilWorkersAreOut()
    {
        lock (_gate)
        {
            Volatile.Write(ref _callerSleeps, true);
            Interlocked.MemoryBarrier();
            while (Volatile.Read(ref _inside) != 0)
            {
                _ = Monitor.Wait(_gate);
            }

            Volatile.Write(ref _callerSleeps, false);
        }
    }

    /// <summary>Does something that waits, again and again until no interruption ends it early: workers would go on in a run that is over for its caller.</summary>
    private void Undisturbed(Action<ThreadTeam> wait)
    {
        while (true)
        {
            try
            {
                wait(this);
                return;
            }
            catch (ThreadInterruptedException)
            {
                _isInterrupted = true;
            }
        }
    }

    private void PassInterruptionOn()
    {
        if (_isInterrupted)
        {
            _isInterrupted = false;
            Thread.CurrentThread.Interrupt();
        }
    }
}
