using System;
using RnnGen.Numerics;

namespace RnnGen.Training;

/// <content>The factors of dropout.</content>
public sealed partial class TrainingWorkspace
{
    /// <summary>The factors of recurrent dropout have numbers from here on.</summary>
    internal const int RecurrentSite = 1 << 16;

    /// <summary>
    /// The key of this training step's factors of dropout; null where nothing is dropped. Loading a batch resets it, so that only the passes over the batch for
    /// which it was set drop anything.
    /// </summary>
    internal ulong? DropoutKey { get; set; }

    /// <summary>Whether passes over the loaded batch drop what their networks declare: only in training.</summary>
    public bool HasDropout => DropoutKey is not null;

    /// <summary>Writes the factors of dropout for a sequence at a step.</summary>
    /// <param name="site">What they are for: each number has factors of its own.</param>
    /// <param name="sequence">The place of the sequence in the workspace: 0 to <see cref="SequenceCount"/> - 1.</param>
    /// <param name="step">The step; 0 for factors that are the same at all steps.</param>
    /// <param name="rate">The probability that an element is dropped.</param>
    /// <param name="factors">Receives the factors: 0 and 1 / (1 - rate), or 1 outside of training.</param>
    public void FillDropout(int site, int sequence, int step, float rate, Span<float> factors)
    {
        if (DropoutKey is not { } key)
        {
            factors.Fill(1f);
            return;
        }

        // The place in the batch as it was loaded: the same factors whatever the other sequences' lengths.
        ulong place = ((ulong)site << 32) | (uint)BatchIndex(sequence);
        DropoutMask.Fill(DropoutMask.Derive(DropoutMask.Derive(key, place), (ulong)step), rate, factors);
    }
}
