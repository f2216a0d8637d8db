using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Demo.Baselines;

/// <summary>Gives every word the tag it had most often in training, and an unknown word the tag that is most frequent of all.</summary>
internal sealed class MostFrequentTag
{
    private readonly Dictionary<string, Dictionary<string, int>> _tagsOfWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _tags = new(StringComparer.Ordinal);

    /// <summary>Counts the words of a training set.</summary>
    public MostFrequentTag(IEnumerable<(string Word, string Tag)> training)
    {
        foreach ((string word, string tag) in training)
        {
            if (!_tagsOfWord.TryGetValue(word, out Dictionary<string, int>? tags))
            {
                _tagsOfWord[word] = tags = new Dictionary<string, int>(StringComparer.Ordinal);
            }

            tags[tag] = tags.GetValueOrDefault(tag) + 1;
            _tags[tag] = _tags.GetValueOrDefault(tag) + 1;
        }
    }

    /// <summary>The tag of a word, whatever stands beside it.</summary>
    public string Predict(string word) => _tagsOfWord.GetValueOrDefault(word, _tags).MaxBy(tag => tag.Value).Key;
}
