using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

/// <summary>Which steps of a batch have a state before them that W multiplied.</summary>
public class RecurrentRunsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1, 1, 1)]
    [InlineData(3, 1, 5, 5, 2)]
    [InlineData(9, 9, 9, 9, 9, 9, 9, 9)]
    [InlineData(4, 7, 7, 1, 3, 2, 9, 9, 8, 1, 6, 5, 3)]
    public void They_are_all_real_steps_but_the_first_of_each_sequence(params int[] lengths)
    {
        var workspace = new TrainingWorkspace(PlainElmanLabeler.Description);
        workspace.LoadInputs(new int[lengths.Sum()], lengths);
        int steps = 0;
        foreach (SequenceBlock block in workspace.Blocks)
        {
            int[] expected = [.. Slots(workspace.Runs(block)).Where(slot => slot >= block.Slot + block.Rows)];
            Assert.Equal(expected, Slots(workspace.RecurrentRuns(block)));
            steps += expected.Length;
        }

        Assert.Equal(lengths.Sum() - lengths.Length, steps);
    }

    private static List<int> Slots(ReadOnlySpan<SlotRun> runs)
    {
        var slots = new List<int>();
        foreach (SlotRun run in runs)
        {
            Assert.InRange(run.Count, 1, SlotRun.MaxCount);
            slots.AddRange(Enumerable.Range(run.Slot, run.Count));
        }

        return slots;
    }
}
