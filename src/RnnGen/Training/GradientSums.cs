using System;
using System.Runtime.CompilerServices;
using RnnGen.Numerics;

namespace RnnGen.Training;

/// <summary>The gradients that are plain sums of rows: of a bias over all steps, of a token's row over the steps that read it.</summary>
/// <remarks>Rows are added in the order of the steps, each column by itself: the same bits for every vector width.</remarks>
public static class GradientSums
{
    /// <summary>Adds the rows of a buffer's real steps to a bias and to the rows of their tokens, for some of the columns.</summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="buffer">Which training buffer.</param>
    /// <param name="bufferStride">The distance between its rows: a multiple of 16.</param>
    /// <param name="shift">How much further right a column is in the buffer than in the table: a multiple of 16.</param>
    /// <param name="stride">The width of the table's rows: a multiple of 16.</param>
    /// <param name="column">The first column: a multiple of 16.</param>
    /// <param name="end">The column after the last: a multiple of 16.</param>
    /// <param name="table">A row of <paramref name="stride"/> for every token.</param>
    /// <param name="bias">A row of <paramref name="stride"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRows(
        TrainingWorkspace workspace, int buffer, int bufferStride, int shift, int stride, int column, int end, Span<float> table, Span<float> bias)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ReadOnlySpan<float> rows = workspace.Buffer(buffer);
        ReadOnlySpan<int> tokens = workspace.Tokens;
        foreach (SequenceBlock block in workspace.Blocks)
        {
            foreach (SlotRun run in workspace.Runs(block))
            {
                RowSums.Add(
                    rows[((run.Slot * bufferStride) + shift + column)..],
                    bufferStride,
                    run.Count,
                    bias[column..end],
                    tokens.Slice(run.Slot, run.Count),
                    table[column..],
                    stride);
            }
        }
    }

    /// <summary>Adds the rows of a buffer's real steps to the rows of their tokens.</summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="buffer">Which training buffer.</param>
    /// <param name="stride">The distance between its rows, and between the table's: a multiple of 16.</param>
    /// <param name="table">A row of <paramref name="stride"/> for every token.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTokenRows(TrainingWorkspace workspace, int buffer, int stride, Span<float> table)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ReadOnlySpan<float> rows = workspace.Buffer(buffer);
        ReadOnlySpan<int> tokens = workspace.Tokens;
        foreach (SequenceBlock block in workspace.Blocks)
        {
            foreach (SlotRun run in workspace.Runs(block))
            {
                for (int slot = run.Slot; slot < run.End; slot++)
                {
                    RowMath.Add(rows.Slice(slot * stride, stride), table.Slice(tokens[slot] * stride, stride));
                }
            }
        }
    }

    /// <summary>Adds some columns of the rows of a buffer's real steps to their tokens' columns of a matrix whose rows those columns are.</summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="buffer">Which training buffer.</param>
    /// <param name="column">The first column of the buffer, and the first row of the matrix.</param>
    /// <param name="count">How many.</param>
    /// <param name="matrix">Rows of <paramref name="stride"/>.</param>
    /// <param name="stride">The distance between the rows of the matrix.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTokenColumns(TrainingWorkspace workspace, int buffer, int column, int count, Span<float> matrix, int stride)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        int width = workspace.RowWidth(buffer);
        ReadOnlySpan<float> rows = workspace.Buffer(buffer);
        ReadOnlySpan<int> tokens = workspace.Tokens;
        foreach (SequenceBlock block in workspace.Blocks)
        {
            foreach (SlotRun run in workspace.Runs(block))
            {
                for (int slot = run.Slot; slot < run.End; slot++)
                {
                    ReadOnlySpan<float> row = rows.Slice((slot * width) + column, count);
                    int place = (column * stride) + tokens[slot];
                    foreach (float number in row)
                    {
                        matrix[place] += number;
                        place += stride;
                    }
                }
            }
        }
    }

    /// <summary>Adds some columns of the rows of a buffer's real steps to a bias.</summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="buffer">Which training buffer.</param>
    /// <param name="stride">The distance between its rows: a multiple of 16.</param>
    /// <param name="column">The first column: a multiple of 16.</param>
    /// <param name="bias">As many numbers as there are columns: a multiple of 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddBias(TrainingWorkspace workspace, int buffer, int stride, int column, Span<float> bias)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ReadOnlySpan<float> rows = workspace.Buffer(buffer);
        foreach (SequenceBlock block in workspace.Blocks)
        {
            foreach (SlotRun run in workspace.Runs(block))
            {
                RowSums.Add(rows[((run.Slot * stride) + column)..], stride, run.Count, bias);
            }
        }
    }

    /// <summary>Adds the rows of a buffer's steps that have an output to a bias.</summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="buffer">Which training buffer.</param>
    /// <param name="stride">The distance between its rows: a multiple of 16.</param>
    /// <param name="bias">A row of <paramref name="stride"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddOutputs(TrainingWorkspace workspace, int buffer, int stride, Span<float> bias)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ReadOnlySpan<float> rows = workspace.Buffer(buffer);
        foreach (SequenceBlock block in workspace.Blocks)
        {
            foreach (SlotRun run in workspace.OutputRuns(block))
            {
                RowSums.Add(rows[(run.Slot * stride)..], stride, run.Count, bias[..stride]);
            }
        }
    }
}
