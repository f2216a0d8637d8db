using System;
using System.Collections.Generic;

namespace RnnGen;

/// <summary>
/// Gives labels their ids while a data set is read: those of a given set, or, where the labels are not known before the end of the data,
/// provisional ones in the order of appearance that are replaced at the end.
/// </summary>
/// <param name="known">The given set; null if there is none.</param>
/// <param name="noun">What a sample is called in messages.</param>
/// <param name="parameter">The parameter of the samples in the user's call.</param>
internal sealed class LabelIndex(LabelSet? known, string noun, string parameter)
{
    private readonly Dictionary<string, int> _provisional = new(StringComparer.Ordinal);

    /// <summary>The id of a label, provisional or final.</summary>
    /// <param name="label">The name.</param>
    /// <param name="sample">The place of the sample in the data, for the message.</param>
    /// <exception cref="ArgumentException">The label is no name, or not in the given set.</exception>
    public int IdOf(string label, int sample)
    {
        if (LabelSet.Flaw(label) is { } flaw)
        {
            throw new ArgumentException($"The label of {noun} {sample} {flaw}.", parameter);
        }

        if (known is not null)
        {
            return known.TryGetId(label, out int id)
                ? id
                : throw new ArgumentException($"The label \"{label}\" of {noun} {sample} is not among the {known}.", parameter);
        }

        if (!_provisional.TryGetValue(label, out int provisional))
        {
            provisional = _provisional.Count;
            _provisional.Add(label, provisional);
        }

        return provisional;
    }

    /// <summary>The set of all labels, whose ids replace the provisional ones in <paramref name="targets"/>.</summary>
    /// <exception cref="ArgumentException">There was no label.</exception>
    public LabelSet Finish(Span<int> targets)
    {
        if (known is not null)
        {
            return known;
        }

        if (_provisional.Count == 0)
        {
            throw new ArgumentException($"No {noun} has a label; a label set needs at least one.", parameter);
        }

        LabelSet labels = LabelSet.Build(_provisional.Keys);
        int[] final = new int[_provisional.Count];
        foreach ((string name, int provisional) in _provisional)
        {
            final[provisional] = labels.IdOf(name);
        }

        foreach (ref int target in targets)
        {
            target = target < 0 ? target : final[target];
        }

        return labels;
    }
}
