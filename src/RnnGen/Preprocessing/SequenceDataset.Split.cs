using System;
using System.Collections.Generic;
using RnnGen.Numerics;

namespace RnnGen;

public sealed partial class SequenceDataset
{
    /// <summary>Divides the sequences at random, by seed, into a training part and a held-out part; both keep the order of the data set.</summary>
    /// <remarks>
    /// Windows of one running text are neighbours: hold out its end instead of splitting them at random. A vocabulary that was built of all sequences knows the words of those held out, so that fewer are unknown than of new texts; and a sequence that is
    /// there twice may come into both parts.
    /// </remarks>
    /// <param name="heldOutFraction">Which share is held out: between 0 and 1, both excluded. Rounded so that neither part is empty.</param>
    /// <param name="seed">Any number; the same one gives the same split on every machine.</param>
    /// <param name="stratified">For classification: every class is divided in the same ratio, to within one sequence.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="heldOutFraction"/> is out of range.</exception>
    /// <exception cref="InvalidOperationException">
    /// There are fewer than two sequences, the data set is continuous, or <paramref name="stratified"/> is asked of another task than classification.
    /// </exception>
    public (SequenceDataset Training, SequenceDataset HeldOut) Split(double heldOutFraction, long seed, bool stratified = false)
    {
        if (!(heldOutFraction > 0 && heldOutFraction < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(heldOutFraction), heldOutFraction, "The held-out fraction must be between 0 and 1.");
        }

        if (Count < 2)
        {
            throw new InvalidOperationException("A data set of one sequence cannot be split.");
        }

        if (stratified && Task != SequenceTask.Classification)
        {
            throw new InvalidOperationException($"Only a classifier's data set can be split class by class; this one is for {Task}.");
        }

        int heldOut = (int)Math.Clamp(Math.Round(Count * heldOutFraction, MidpointRounding.AwayFromZero), 1, Count - 1);
        int[] strata = new int[Count];
        for (int i = 0; i < strata.Length; i++)
        {
            strata[i] = stratified ? TargetsOf(i)[0] : 0;
        }

        bool[] chosen = StratifiedChoice.Draw(strata, heldOut, new SeededRandom(seed));
        return (Subset(IndicesWhere(chosen, false)), Subset(IndicesWhere(chosen, true)));
    }

    private static int[] IndicesWhere(bool[] chosen, bool value)
    {
        var indices = new List<int>();
        for (int i = 0; i < chosen.Length; i++)
        {
            if (chosen[i] == value)
            {
                indices.Add(i);
            }
        }

        return [.. indices];
    }
}
