using System;
using System.Collections.Generic;

namespace RnnGen.Demo.Corpora;

/// <summary>The two splits of a corpus as a grammar wrote them, an entry a sentence.</summary>
internal sealed record CorpusFiles(IReadOnlyList<string> Training, IReadOnlyList<string> Development)
{
    /// <summary>Draws from a grammar until both splits are full, and keeps no entry twice.</summary>
    public static CorpusFiles Fill(int training, int development, Func<(string Text, Split Split)> draw)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var files = (Training: new List<string>(training), Development: new List<string>(development));
        while (files.Training.Count < training || files.Development.Count < development)
        {
            (string text, Split split) = draw();
            (List<string>? file, int wanted) = split switch
            {
                Split.Training => (files.Training, training),
                Split.Development => (files.Development, development),
                _ => (null, 0),
            };
            if (file is not null && file.Count < wanted && known.Add(text))
            {
                file.Add(text);
            }
        }

        return new CorpusFiles(files.Training, files.Development);
    }
}
