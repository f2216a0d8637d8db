using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CsCheck;
using RnnGen.Tests.Memory;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

public class ThreadTeamTests
{
    // Long enough that only a deadlock reaches it.
    private static readonly TimeSpan Deadlock = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Every_item_of_every_run_is_done_once(int threads)
    {
        using var team = new ThreadTeam(threads);
        Gen.Int[0, 300].Array[1, 20].Sample(
            runs =>
            {
                foreach (int items in runs)
                {
                    var work = new CountingWork(items);
                    team.Run(items, work);
                    Assert.All(work.Counts, count => Assert.Equal(1, count));
                }
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public void Zero_threads_are_as_many_as_there_are_processors()
    {
        using var team = new ThreadTeam(0);
        Assert.Equal(Environment.ProcessorCount, team.ThreadCount);
    }

    [Fact]
    public void Several_threads_share_the_work()
    {
        using var team = new ThreadTeam(3);
        var work = new MeetingWork(3);
        team.Run(3, work);
        Assert.Equal(3, work.ThreadIds.Distinct().Count());
    }

    /// <summary>One item each, or parts of several, of which the first items meet.</summary>
    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 4)]
    [InlineData(2, 5)]
    public void A_thread_begins_with_the_same_item_in_every_run(int threads, int itemsOfPart)
    {
        using var team = new ThreadTeam(threads);
        var first = new MeetingWork(threads, itemsOfPart);
        team.Run(threads * itemsOfPart, first);
        Assert.Equal(threads, first.ThreadIds.Distinct().Count());
        for (int i = 0; i < 20; i++)
        {
            var next = new MeetingWork(threads, itemsOfPart);
            team.Run(threads * itemsOfPart, next);
            Assert.Equal(first.ThreadIds, next.ThreadIds);
        }
    }

    /// <summary>Owners follow each other in the order of the items, and each begins with the first of its own.</summary>
    [Theory]
    [InlineData(1, 4)]
    [InlineData(3, 3)]
    [InlineData(3, 11)]
    [InlineData(4, 2)]
    [InlineData(5, 16)]
    public void An_item_is_owned_by_the_thread_that_begins_with_its_part(int threads, int items)
    {
        using var team = new ThreadTeam(threads);
        int parts = Math.Min(threads, items);
        int[] owners = [.. Enumerable.Range(0, items).Select(item => team.OwnerOf(item, items))];
        int[] starts = [.. Enumerable.Range(0, parts).Select(part => part * items / parts)];

        Assert.Equal(Enumerable.Range(0, parts), owners.Distinct());
        Assert.Equal(starts, Enumerable.Range(0, parts).Select(part => Array.IndexOf(owners, part)));
        Assert.Equal(owners.Order(), owners);
    }

    /// <summary>What a thread prepares for itself by the number of its first item, no other thread touches.</summary>
    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 7)]
    [InlineData(5, 3)]
    [InlineData(5, 40)]
    public void Every_item_comes_with_the_first_of_its_thread(int threads, int items)
    {
        using var team = new ThreadTeam(threads);
        for (int run = 0; run < 50; run++)
        {
            var work = new FirstItemsWork(items);
            team.Run(items, work);
            foreach (IGrouping<int, int> thread in Enumerable.Range(0, items).GroupBy(item => work.ThreadIds[item]))
            {
                int first = Assert.Single(thread, item => work.Firsts[item] == item);
                Assert.All(thread, item => Assert.Equal(first, work.Firsts[item]));
                Assert.Equal(thread.Min(item => work.Orders[item]), work.Orders[first]);
            }
        }
    }

    [Fact]
    public void A_run_larger_than_those_before_allocates_nothing()
    {
        var work = new CountingWork(50);

        Assert.Equal(0, Allocations.OfThread(() =>
        {
            // Of one thread, so there is none to end.
            var team = new ThreadTeam(1);
            team.Run(1, work);
            return () => team.Run(50, work);
        }));
    }

    [Fact]
    public void An_idle_team_sleeps_and_wakes_for_the_next_run()
    {
        using var team = new ThreadTeam(4);
        for (int i = 0; i < 5; i++)
        {
            Assert.True(SpinWait.SpinUntil(() => team.SleepingThreads == 3, Deadlock));
            var work = new MeetingWork(4);
            team.Run(4, work);
            Assert.Equal(4, work.ThreadIds.Distinct().Count());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void An_exception_reaches_the_caller_and_the_team_works_on(int threads)
    {
        using var team = new ThreadTeam(threads);
        for (int round = 0; round < 50; round++)
        {
            var exception = Assert.Throws<TimeZoneNotFoundException>(() => team.Run(20, new FailingWork(round % 20)));
            Assert.Equal($"item {round % 20}", exception.Message);
            var work = new CountingWork(20);
            team.Run(20, work);
            Assert.All(work.Counts, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void When_the_exception_is_thrown_no_item_is_still_running()
    {
        using var team = new ThreadTeam(4);
        for (int round = 0; round < 50; round++)
        {
            var work = new SlowFailingWork();
            _ = Assert.Throws<TimeZoneNotFoundException>(() => team.Run(8, work));
            Assert.Equal(0, work.Running);
        }
    }

    [Fact]
    public void An_item_may_not_give_its_own_team_work()
    {
        using var team = new ThreadTeam(2);
        _ = Assert.Throws<InvalidOperationException>(() => team.Run(2, new NestedWork(team)));
        team.Run(2, new CountingWork(2));
    }

    [Fact]
    public void A_disposed_team_does_no_work_and_may_be_disposed_again()
    {
        var team = new ThreadTeam(3);
        team.Run(3, new CountingWork(3));
        team.Dispose();
        team.Dispose();
        _ = Assert.Throws<ObjectDisposedException>(() => team.Run(1, new CountingWork(1)));
    }

    [Fact]
    public void An_interrupted_caller_waits_for_its_workers_and_is_interrupted_after()
    {
        using var team = new ThreadTeam(2);
        var work = new HeldWork();
        int running = -1;
        bool isInterrupted = false;
        Exception? failure = null;
        var caller = new Thread(() =>
        {
            failure = Record.Exception(() => team.Run(2, work));
            running = work.Running;
            isInterrupted = Record.Exception(() => Thread.Sleep(Deadlock)) is ThreadInterruptedException;
        });
        caller.Start();
        Assert.True(SpinWait.SpinUntil(() => (caller.ThreadState & ThreadState.WaitSleepJoin) != 0, Deadlock));
        caller.Interrupt();

        // Long enough for a caller that does not wait to be gone.
        Assert.False(caller.Join(TimeSpan.FromMilliseconds(50)));
        work.Release();
        Assert.True(caller.Join(Deadlock));
        Assert.Equal((null, 0, true), (failure, running, isInterrupted));
        var next = new CountingWork(20);
        team.Run(20, next);
        Assert.All(next.Counts, count => Assert.Equal(1, count));
    }

    [Fact]
    public void An_interrupted_caller_ends_all_threads_of_its_team()
    {
        var workers = new List<Thread>();
        bool isInterrupted = false;
        var caller = new Thread(() =>
        {
            var team = new ThreadTeam(3, worker =>
            {
                workers.Add(worker);
                worker.Start();
            });
            Thread.CurrentThread.Interrupt();
            team.Dispose();
            isInterrupted = Record.Exception(() => Thread.Sleep(Deadlock)) is ThreadInterruptedException;
        });
        caller.Start();
        Assert.True(caller.Join(Deadlock));
        Assert.True(isInterrupted);
        Assert.Equal([false, false], workers.Select(worker => worker.IsAlive));
    }

    [Fact]
    public void If_a_thread_cannot_be_started_those_before_it_end()
    {
        var started = new List<Thread>();
        var exception = new TimeZoneNotFoundException();
        Assert.Same(exception, Assert.Throws<TimeZoneNotFoundException>(() => new ThreadTeam(4, worker =>
        {
            if (started.Count == 2)
            {
                throw exception;
            }

            worker.Start();
            started.Add(worker);
        })));
        Assert.Equal([false, false], started.Select(worker => worker.IsAlive));
    }

    [Fact]
    public void A_negative_number_of_threads_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ThreadTeam(-1));

    private sealed class CountingWork(int items) : ITeamWork
    {
        public int[] Counts { get; } = new int[items];

        public void Execute(int item, int first) => Interlocked.Increment(ref Counts[item]);
    }

    /// <summary>Parts of items, the first of which wait until so many threads are at work.</summary>
    private sealed class MeetingWork(int threads, int itemsOfPart = 1) : ITeamWork
    {
        private int _present;

        public int[] ThreadIds { get; } = new int[threads];

        public void Execute(int item, int first)
        {
            if (item % itemsOfPart > 0)
            {
                return;
            }

            ThreadIds[item / itemsOfPart] = Environment.CurrentManagedThreadId;
            _ = Interlocked.Increment(ref _present);
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref _present) == threads, Deadlock));
        }
    }

    /// <summary>Two items for two threads: the caller's ends when the worker's has begun, and that one goes on until it is released.</summary>
    private sealed class HeldWork : ITeamWork
    {
        private int _running;
        private bool _hasBegun;
        private bool _isReleased;

        public int Running => Volatile.Read(ref _running);

        public void Release() => Volatile.Write(ref _isReleased, true);

        public void Execute(int item, int first)
        {
            _ = Interlocked.Increment(ref _running);
            if (item == 1)
            {
                Volatile.Write(ref _hasBegun, true);
            }

            // No wait that an interruption could end: it is to find the caller waiting for the other item.
            while (!Volatile.Read(ref item == 0 ? ref _hasBegun : ref _isReleased))
            {
                _ = Thread.Yield();
            }

            _ = Interlocked.Decrement(ref _running);
        }
    }

    private sealed class FirstItemsWork(int items) : ITeamWork
    {
        private int _begun;

        public int[] Firsts { get; } = new int[items];

        public int[] ThreadIds { get; } = new int[items];

        public int[] Orders { get; } = new int[items];

        public void Execute(int item, int first)
        {
            Firsts[item] = first;
            ThreadIds[item] = Environment.CurrentManagedThreadId;
            Orders[item] = Interlocked.Increment(ref _begun);
            Thread.SpinWait(20);
        }
    }

    private sealed class FailingWork(int failing) : ITeamWork
    {
        public void Execute(int item, int first)
        {
            if (item == failing)
            {
                throw new TimeZoneNotFoundException($"item {item}");
            }
        }
    }

    private sealed class SlowFailingWork : ITeamWork
    {
        private int _running;

        public int Running => _running;

        public void Execute(int item, int first)
        {
            _ = Interlocked.Increment(ref _running);
            Thread.SpinWait(100 * item);
            _ = Interlocked.Decrement(ref _running);
            throw new TimeZoneNotFoundException();
        }
    }

    private sealed class NestedWork(ThreadTeam team) : ITeamWork
    {
        public void Execute(int item, int first) => team.Run(1, new CountingWork(1));
    }
}
