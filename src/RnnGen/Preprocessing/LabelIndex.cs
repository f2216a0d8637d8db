using System;
using System.Collections.Generic;

namespace RnnGen;

/// <summary>
/// Gives labels their ids while a data set is read: those of a given set, or, where the labels are not known before the end of the data,
/// provisional ones in the order of appearance that are replaced at the end.
/// </summary>
internal sealed class LabelIndex(LabelSet? known, string sampleNoun)
{
    private readonly Dictionary<string, int> _provisional = new(StringComparer.Ordinal);

    /// <summary>The id of a label, provisional or final.</summary>
    /// <param name="label">The name.</param>
    /// <param name="sample">The place of the sample in the data, for the message.</param>
    public int IdOf(string label, int sample)
    {
        if (string.IsNullOrEmpty(label))
        {
            throw new ArgumentException($"The label of {sampleNoun} {sample} is null or empty.", nameof(label));
        }

        if (known is not null)
        {
            return known.TryGetId(label, out int id)
                ? id
                : throw new ArgumentException($"The label \"{label}\" of {sampleNoun} {sample} is not among the {known}.", nameof(label));
        }

        if (!_provisional.TryGetValue(label, out int provisional))
        {
            provisional = _provisional.Count;
            _provisional.Add(label, provisional);
        }

        return provisional;
    }

    /// <summary>The set of all labels, whose ids replace the provisional ones in <paramref name="targets"/>.</summary>
    public LabelSet Finish(Span<int> targets)
    {
        if (known is not null)
        {
            return known;
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
