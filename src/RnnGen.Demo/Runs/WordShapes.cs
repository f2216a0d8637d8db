using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace RnnGen.Demo.Runs;

/// <summary>
/// Stands for words that training has seen too seldom to learn: what the word looks like, its ending in the first place, so that a
/// tagger can still guess that <c>frobnicating</c> is a verb (T. Brants, "TnT: a statistical part-of-speech tagger", ANLP 2000, section 2.3).
/// </summary>
/// <remarks>
/// Shapes are ordinary tokens of the vocabulary. Which words they replace follows from the vocabulary alone, so a saved model needs nothing else.
/// </remarks>
internal static class WordShapes
{
    private const int RarestWordLearned = 2;
    private const int RarestShapeLearned = 3;
    private const int EndingLength = 3;
    private const int ShortestWordWithEnding = 5;

    // For texts that come without the corpus's own tokens. A tagger wants capitals: they tell names.
    private static readonly Tokenizer TextTokenizer = Tokenizer.CreateWords(lowerCase: false, splitPunctuation: true);

    /// <summary>The vocabulary of the words that occur at least twice and of the shapes of the others.</summary>
    public static Vocabulary BuildVocabulary(IReadOnlyCollection<LabeledSentence> sentences, int maximumSize)
    {
        Dictionary<string, int> words = Count(sentences.SelectMany(sentence => sentence.Tokens));
        Dictionary<string, int> shapes = Count(sentences.SelectMany(sentence => sentence.Tokens).Where(IsRare).Select(ShapeOf));
        return Vocabulary.Build(sentences.Select(sentence => sentence.Tokens.Select(Learned)), maximumSize, tokenizer: TextTokenizer);

        bool IsRare(string word) => words[word] < RarestWordLearned;

        string Learned(string word) =>
            !IsRare(word) ? word
            : shapes[ShapeOf(word)] >= RarestShapeLearned ? ShapeOf(word)
            : CoarseShapeOf(word);
    }

    /// <summary>The words as a vocabulary knows them: those outside it as their shapes, if it has these.</summary>
    public static IReadOnlyList<string> Replace(IReadOnlyList<string> words, Vocabulary vocabulary) =>
        [.. words.Select(word => Replace(word, vocabulary))];

    /// <summary>The sentence with its words as a vocabulary knows them.</summary>
    public static LabeledSentence Replace(LabeledSentence sentence, Vocabulary vocabulary) =>
        new(Replace(sentence.Tokens, vocabulary), sentence.Labels);

    private static string Replace(string word, Vocabulary vocabulary) =>
        vocabulary.Contains(word) ? word
        : vocabulary.Contains(ShapeOf(word)) ? ShapeOf(word)
        : vocabulary.Contains(CoarseShapeOf(word)) ? CoarseShapeOf(word)
        : word;

    /// <summary>As in <c>&lt;X|ers&gt;</c> for <c>Gardeners</c> and <c>&lt;x9-&gt;</c> for <c>k-19</c>.</summary>
    private static string ShapeOf(string word) => word.Length < ShortestWordWithEnding
        ? CoarseShapeOf(word)
        : $"<{Letters(word)}|{word[^EndingLength..].ToLowerInvariant()}>";

    private static string CoarseShapeOf(string word) => $"<{Letters(word)}>";

    private static string Letters(string word)
    {
        var shape = new StringBuilder(char.IsUpper(word[0]) ? "X" : "x");
        _ = shape.Append(word.Any(char.IsDigit) ? "9" : "").Append(word.Contains('-', StringComparison.Ordinal) ? "-" : "");
        return shape.ToString();
    }

    private static Dictionary<string, int> Count(IEnumerable<string> words)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string word in words)
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        return counts;
    }
}
