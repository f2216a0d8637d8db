using System;
using System.Collections.Generic;

namespace RnnGen.Demo.Corpora;

/// <summary>
/// Writes film reviews of one sentence whose sentiment is a matter of negation, contrast and scope. Each construction is drawn as often
/// for one class as for the other, so that hardly a word by itself tells which it is.
/// </summary>
internal sealed class SentimentGrammar(int seed)
{
    private static readonly string[] Topics =
    [
        "the film", "the movie", "the plot", "the acting", "the script", "the music", "the ending", "the dialogue", "the cast",
        "the camera work", "the first half", "the last hour", "the hero", "the villain", "the story", "the humour", "the sequel",
        "the romance", "the opening scene", "this comedy", "this thriller", "this drama", "the chase", "the finale", "the remake",
    ];

    private static readonly string[] PositiveAdjectives =
    [
        "good", "moving", "funny", "gripping", "clever", "charming", "fresh", "warm", "elegant", "brilliant", "tender", "witty", "honest",
        "graceful", "thrilling", "delightful", "inspired", "vivid", "sharp", "touching", "rich", "original", "believable", "lively",
    ];

    private static readonly string[] NegativeAdjectives =
    [
        "poor", "dull", "boring", "clumsy", "predictable", "shallow", "tedious", "silly", "lifeless", "cold", "messy", "forced", "flat",
        "stale", "sloppy", "noisy", "bland", "awkward", "weak", "tiresome", "hollow", "dreary", "lazy", "confusing",
    ];

    private static readonly string[] Adverbs = ["really", "truly", "quite", "very", "deeply", "simply", "so"];

    /// <summary>The clauses; those marked say the opposite of their adjective. Several hold a negation that changes nothing.</summary>
    private static readonly Construction[] Clauses =
    [
        new("{topic} is {adjective}", Reverses: false),
        new("{topic} is {adverb} {adjective}", Reverses: false),
        new("I found {topic} {adverb} {adjective}", Reverses: false),
        new("{topic} feels {adjective} from beginning to end", Reverses: false),
        new("{topic} offers one {adjective} moment after another", Reverses: false),
        new("{topic} could not be more {adjective}", Reverses: false),
        new("{topic} is never less than {adjective}", Reverses: false),
        new("nothing is as {adjective} as {topic}", Reverses: false),
        new("there is no denying that {topic} is {adjective}", Reverses: false),
        new("nobody could say that {topic} is not {adjective}", Reverses: false),
        new("it would be wrong to say that {topic} is not {adjective}", Reverses: false),
        new("{topic} is not {adjective}", Reverses: true),
        new("{topic} is not {adjective} at all", Reverses: true),
        new("{topic} is not even {adjective}", Reverses: true),
        new("{topic} is far from {adjective}", Reverses: true),
        new("{topic} is anything but {adjective}", Reverses: true),
        new("{topic} is hardly {adjective}", Reverses: true),
        new("{topic} is never {adjective}", Reverses: true),
        new("{topic} has hardly a {adjective} moment", Reverses: true),
        new("there is nothing {adjective} about {topic}", Reverses: true),
        new("I would not call {topic} {adjective}", Reverses: true),
        new("nobody could say that {topic} is {adjective}", Reverses: true),
        new("it would be wrong to say that {topic} is {adjective}", Reverses: true),
    ];

    /// <summary>The sentences; {same} has the sentiment of the whole, {opposite} the other one.</summary>
    private static readonly string[] Sentences =
    [
        "{same} .",
        "{same} .",
        "{same} .",
        "{same} .",
        "{same} and {same} .",
        "{opposite} , but {same} .",
        "although {opposite} , {same} .",
        "{same} , even though {opposite} .",
        "the critics say that {opposite} , yet {same} .",
        "I expected to {either} it , but {same} .",
        "I expected to {either} it , and {same} .",
        "they told me that {opposite} . they were wrong .",
        "they told me that {same} . they were right .",
        "I wish I could say that {opposite} .",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Writes reviews until both splits are full: lines of <c>label TAB text</c>, none of them twice.</summary>
    public CorpusFiles Write(int training, int development) => CorpusFiles.Fill(training, development, WriteReview);

    private (string Text, Split Split) WriteReview()
    {
        var pairs = new List<(string, string)>();
        bool positive = _random.Next(2) == 0;
        string text = Pick(Sentences);
        while (NextSlot(text) is (string slot, int at))
        {
            string filler = slot switch
            {
                "{same}" => WriteClause(positive, pairs),
                "{opposite}" => WriteClause(!positive, pairs),
                "{either}" => _random.Next(2) == 0 ? "love" : "hate",
                _ => throw new InvalidOperationException($"'{slot}' is not a slot of a sentence."),
            };
            text = string.Concat(text.AsSpan(0, at), filler, text.AsSpan(at + slot.Length));
        }

        return ($"{(positive ? "positive" : "negative")}\t{text}", HeldOutPairs.SplitOf(pairs));
    }

    private string WriteClause(bool positive, List<(string, string)> pairs)
    {
        Construction construction = Pick(Clauses);
        string adjective = Pick(positive != construction.Reverses ? PositiveAdjectives : NegativeAdjectives);
        pairs.Add((construction.Pattern, adjective));
        string article = "aeiou".Contains(adjective[0], StringComparison.Ordinal) ? "an " : "a ";
        return construction.Pattern
            .Replace("{topic}", Pick(Topics), StringComparison.Ordinal)
            .Replace("{adverb}", Pick(Adverbs), StringComparison.Ordinal)
            .Replace("a {adjective}", article + adjective, StringComparison.Ordinal)
            .Replace("{adjective}", adjective, StringComparison.Ordinal);
    }

    private static (string Slot, int At)? NextSlot(string text)
    {
        int open = text.IndexOf('{', StringComparison.Ordinal);
        return open < 0 ? null : (text[open..(text.IndexOf('}', open) + 1)], open);
    }

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];

    private sealed record Construction(string Pattern, bool Reverses);
}
