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
/// busy machine is not held up. A run allocates nothing, if it has no more items than one before or than were <see cref="Reserve">reserved</see>. One thread at a time may run work on a team.
/// </remarks>
internal sealed class ThreadTeam : IDisposable
{
    // Longer than the pause between two phases of a step, shorter than a time slice of any scheduler.
    private const int SpinMicroseconds = 50;

    // A claim is written by one thread while its neighbours are written by others: each has two cache lines, which some processors fetch together, for itself.
    private const int ClaimSpacing = 16;

    private static readonly long SpinTicks = Stopwatch.Frequency * SpinMicroseconds / 1_000_000;

    private readonly Thread[] _workers;
    private readonly object _gate = new();
    private ITeamWork? _work;
    private int _items;
    private int _running;

    // The number of the run, and for each item that of the last run in which a thread took it.
    private long _run;
    private long[] _claims = [];
    private bool _isCancelled;
    private ExceptionDispatchInfo? _failure;

    // Odd while a run is open to workers. A worker enters by raising _inside and only then looks at the phase; the caller closes the phase
    // and only then looks at _inside. Both are full fences, so a worker either is seen and waited for, or sees that it came too late.
    private int _phase;
    private int _inside;
    private int _sleepers;
    private bool _callerSleeps;
    private volatile bool _disposed;

    /// <summary>Starts the threads.</summary>
    /// <param name="threads">How many threads work, the caller's among them: at least 1; 0 for as many as there are processors.</param>
    public ThreadTeam(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        ThreadCount = threads == 0 ? Environment.ProcessorCount : threads;
        _workers = new Thread[ThreadCount - 1];
        for (int i = 0; i < _workers.Length; i++)
        {
            int part = i + 1;
            _workers[i] = new Thread(() => Serve(part))
            {
                IsBackground = true,
                Name = string.Create(CultureInfo.InvariantCulture, $"RnnGen worker {i + 1}"),
            };
            _workers[i].Start();
        }
    }

    /// <summary>How many threads work, the caller's among them.</summary>
    public int ThreadCount { get; }

    /// <summary>How many threads of the team are asleep because there was nothing to do.</summary>
    public int SleepingThreads => Volatile.Read(ref _sleepers);

    /// <summary>Does all items of some work and returns when the last is done.</summary>
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
            Grow(items);
            RunAll(items, work);
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }

    /// <summary>Makes room for runs of so many items, so that none of them allocates.</summary>
    /// <param name="items">The most items of a run.</param>
    /// <exception cref="InvalidOperationException">The team is at work.</exception>
    public void Reserve(int items)
    {
        if (Volatile.Read(ref _running) != 0)
        {
            throw new InvalidOperationException("The team is at work; room is made before.");
        }

        Grow(items);
    }

    private void Grow(int items)
    {
        int length = checked((items + 1) * ClaimSpacing);
        if (_claims.Length < length)
        {
            _claims = new long[length];
        }
    }

    private void RunAll(int items, ITeamWork work)
    {
        _work = work;
        _items = items;
        _run++;
        _isCancelled = false;
        _failure = null;
        bool shared = items > 1 && _workers.Length > 0;
        if (shared)
        {
            Interlocked.Increment(ref _phase);
            WakeWorkers();
        }

        Drain(part: 0);
        if (shared)
        {
            Interlocked.Increment(ref _phase);
            AwaitWorkers();
        }

        ExceptionDispatchInfo? failure = _failure;
        _work = null;
        _failure = null;
        failure?.Throw();
    }

    /// <summary>Ends the threads and waits for them.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }

        foreach (Thread worker in _workers)
        {
            worker.Join();
        }
    }

    /// <summary>Does items that no other thread has taken, from the first one of a part on and around to it.</summary>
    private void Drain(int part)
    {
        try
        {
            int parts = Math.Max(1, Math.Min(ThreadCount, _items));
            int start = (int)((long)(part % parts) * _items / parts);
            int first = -1;
            for (int i = 0; i < _items && !Volatile.Read(ref _isCancelled); i++)
            {
                int item = start + i < _items ? start + i : start + i - _items;
                if (Claims(item))
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

    /// <summary>Takes an item, unless another thread has.</summary>
    private bool Claims(int item)
    {
        // The first place is beside the array's length, which is read for each.
        ref long claim = ref _claims[(item + 1) * ClaimSpacing];
        long before = Volatile.Read(ref claim);
        return before != _run && Interlocked.CompareExchange(ref claim, _run, before) == before;
    }

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
                lock (_gate)
                {
                    Monitor.PulseAll(_gate);
                }
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
            lock (_gate)
            {
                Monitor.PulseAll(_gate);
            }
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
    }
}
