using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace RnnGen;

/// <summary>What a model file carries besides the weights and the declared sizes.</summary>
public sealed class ModelMetadata
{
    /// <summary>
    /// The tokens behind the ids, and the tokenizer that cuts them; null if the file has none. No larger than the model's declared
    /// vocabulary.
    /// </summary>
    public Vocabulary? Vocabulary { get; init; }

    /// <summary>The names of the classes or labels; null if the file has none. No more of them than the model has outputs.</summary>
    public LabelSet? Labels { get; init; }

    /// <summary>
    /// Entries of the caller's own, for example a date or a licence; their keys do not begin with <c>rnngen.</c>, which is the library's.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyDictionary<string, string> Entries
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = ReadOnlyDictionary<string, string>.Empty;
}
