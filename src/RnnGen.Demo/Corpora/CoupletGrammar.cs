using System;
using System.Collections.Generic;

namespace RnnGen.Demo.Corpora;

/// <summary>
/// Writes rhymed couplets about animals. The end of the second line answers the end of the first, some 40 characters earlier: what a
/// model of the last one or two characters cannot know.
/// </summary>
internal sealed class CoupletGrammar(int seed)
{
    private static readonly string[] Animals =
    [
        "badger", "beaver", "donkey", "duck", "fox", "frog", "goat", "goose", "hare", "hedgehog", "heron", "kitten", "mole", "otter",
        "owl", "pony", "rabbit", "raven", "robin", "sparrow", "spider", "swallow", "toad", "turtle",
    ];

    private static readonly string[] Adjectives =
    [
        "brave", "cheerful", "clever", "drowsy", "gentle", "greedy", "grumpy", "hungry", "lonely", "merry", "nimble", "old", "patient",
        "proud", "quiet", "shy", "sleepy", "small", "thirsty", "young",
    ];

    private static readonly string[] Movements =
    [
        "danced", "hopped", "hurried", "marched", "ran", "raced", "rambled", "sailed", "strolled", "tiptoed", "walked", "wandered",
    ];

    private static readonly string[] Deeds =
    [
        "baked a cake", "built a fire", "caught a cold", "drew a map", "found a coin", "hid a bone", "hummed a song", "lost a shoe",
        "made a wish", "met a friend", "read a book", "sang a song", "sat and thought", "sold a hat", "told a tale", "wrote a letter",
    ];

    /// <summary>Ends of lines that rhyme with each other, a group a rhyme.</summary>
    private static readonly string[][] Rhymes =
    [
        ["up the hill", "beside the mill", "when all was still", "in the morning chill", "on the window sill", "against her will"],
        ["beneath a tree", "beside the sea", "with a honey bee", "wild and free", "at half past three", "for a cup of tea"],
        ["in the night", "by candle light", "till out of sight", "with a paper kite", "left and right", "in a dreadful fright"],
        ["all the day", "along the way", "through the hay", "across the bay", "at the school play", "in the month of May"],
        ["under the moon", "with a silver spoon", "all afternoon", "to a merry tune", "in early June", "in a red balloon"],
        ["in the rain", "down the lane", "on a slow train", "again and again", "near the north of Spain", "for a bag of grain"],
        ["through the snow", "behind a crow", "to and fro", "in the lamp's warm glow", "where the lilies grow", "with head held low"],
        ["across the town", "up and down", "with a golden crown", "in a dressing gown", "in shoes of brown", "with a thoughtful frown"],
        ["under the sky", "with an apple pie", "through the rye", "with a happy sigh", "all warm and dry", "as time went by"],
        ["on the floor", "by the kitchen door", "along the shore", "as once before", "at half past four", "for evermore"],
    ];

    private static readonly string[] FirstLines =
    [
        "The {adjective} {animal} {movement} {end},",
        "A {adjective} {animal} once {movement} {end},",
        "There was a {animal} who {movement} {end},",
        "One {adjective} {animal} {movement} {end},",
        "The {animal} and the {animal} {movement} {end},",
    ];

    private static readonly string[] SecondLines =
    [
        "and {deed} {end}.",
        "then {deed} {end}.",
        "and never {deed} {end}.",
        "and {deed} and {deed} {end}.",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Writes couplets until both splits are full: two lines each. The two ends of a development couplet never rhyme in training.</summary>
    public CorpusFiles Write(int training, int development) => CorpusFiles.Fill(training, development, WriteCouplet);

    private (string Text, Split Split) WriteCouplet()
    {
        string[] ends = Pick(Rhymes);
        int first = _random.Next(ends.Length);
        int second = (first + 1 + _random.Next(ends.Length - 1)) % ends.Length;
        List<(string, string)> pair = [(ends[first], ends[second])];
        return ($"{WriteLine(Pick(FirstLines), ends[first])}\n{WriteLine(Pick(SecondLines), ends[second])}\n", HeldOutPairs.SplitOf(pair));
    }

    private string WriteLine(string line, string end)
    {
        line = line.Replace("{end}", end, StringComparison.Ordinal);
        line = FillEach(line, "{adjective}", Adjectives);
        line = FillEach(line, "{animal}", Animals);
        line = FillEach(line, "{movement}", Movements);
        return FillEach(line, "{deed}", Deeds)
            .Replace("A old", "An old", StringComparison.Ordinal)
            .Replace("a otter", "an otter", StringComparison.Ordinal)
            .Replace("a owl", "an owl", StringComparison.Ordinal);
    }

    private string FillEach(string line, string slot, string[] choices)
    {
        int at;
        while ((at = line.IndexOf(slot, StringComparison.Ordinal)) >= 0)
        {
            line = string.Concat(line.AsSpan(0, at), Pick(choices), line.AsSpan(at + slot.Length));
        }

        return line;
    }

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];
}
