using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen;

/// <summary>The names of the classes or labels, and their ids: 0 to <see cref="Count"/> - 1. Immutable.</summary>
public sealed class LabelSet
{
    private readonly string[] _names;
    private readonly Dictionary<string, int> _ids;

    private LabelSet(string[] names)
    {
        _names = names;
        Names = Array.AsReadOnly(names);
        _ids = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (int id = 0; id < names.Length; id++)
        {
            if (Flaw(names[id]) is { } flaw)
            {
                throw new ArgumentException($"The name of label {id} {flaw}.", nameof(names));
            }

            if (!_ids.TryAdd(names[id], id))
            {
                throw new ArgumentException($"The label \"{names[id]}\" is there twice, as {_ids[names[id]]} and as {id}.", nameof(names));
            }
        }
    }

    /// <summary>How many labels there are: at least one.</summary>
    public int Count => _names.Length;

    /// <summary>The names, in the order of their ids; <see cref="FromNames"/> makes the same set of them again.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The set of the labels that occur, sorted by ordinal value, so that ids do not depend on the order of the data.</summary>
    /// <param name="labels">The labels of the samples: at least one; repetitions welcome.</param>
    /// <exception cref="ArgumentException">There is no label, or one is null, empty or not well-formed UTF-16.</exception>
    public static LabelSet Build(IEnumerable<string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        int place = 0;
        foreach (string label in labels)
        {
            // Here it still has the place that the caller knows.
            if (Flaw(label) is { } flaw)
            {
                throw new ArgumentException($"Label {place} {flaw}.", nameof(labels));
            }

            _ = distinct.Add(label);
            place++;
        }

        if (distinct.Count == 0)
        {
            throw new ArgumentException("A label set needs at least one label.", nameof(labels));
        }

        string[] names = [.. distinct];
        Array.Sort(names, StringComparer.Ordinal);
        return new LabelSet(names);
    }

    /// <summary>The set of these labels, with ids in the order given.</summary>
    /// <param name="names">At least one name, all different.</param>
    /// <exception cref="ArgumentException">There is no name, one is there twice, or one is null, empty or not well-formed UTF-16.</exception>
    public static LabelSet FromNames(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        string[] copy = [.. names];
        if (copy.Length == 0)
        {
            throw new ArgumentException("A label set needs at least one label.", nameof(names));
        }

        return new LabelSet(copy);
    }

    /// <summary>The name of a label.</summary>
    /// <param name="id">0 to Count - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="id"/> is out of range.</exception>
    public string NameOf(int id)
    {
        if ((uint)id >= (uint)_names.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(id), id, $"The label set has the ids 0 to {Count - 1}.");
        }

        return _names[id];
    }

    /// <summary>The id of a label, if the set has it.</summary>
    /// <param name="name">The name, compared by ordinal value.</param>
    /// <param name="id">The id, or -1.</param>
    public bool TryGetId(string name, out int id)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_ids.TryGetValue(name, out id))
        {
            return true;
        }

        id = -1;
        return false;
    }

    /// <summary>The id of a label.</summary>
    /// <param name="name">The name, compared by ordinal value.</param>
    /// <exception cref="ArgumentException">The set has no such label.</exception>
    public int IdOf(string name) =>
        TryGetId(name, out int id) ? id : throw new ArgumentException($"There is no label \"{name}\" among {this}.", nameof(name));

    /// <summary>The number of labels and the first few names.</summary>
    public override string ToString()
    {
        const int Shown = 20;
        return $"{Count} labels: {string.Join(", ", _names.Take(Shown))}{(Count > Shown ? ", …" : "")}";
    }

    /// <summary>Why a text is no name of a label, to be said after what it is; null if it is one.</summary>
    internal static string? Flaw(string? name) => name switch
    {
        null or "" => "is null or empty",
        _ when !Utf16.IsWellFormed(name) => "has an unpaired surrogate, which no file can hold",
        _ => null,
    };
}
