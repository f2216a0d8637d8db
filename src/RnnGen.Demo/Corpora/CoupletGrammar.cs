using System;

namespace RnnGen.Demo.Corpora;

/// <summary>
/// Writes nonsense couplets in which an animal and three things rhyme with each other: "The clever goat beside the coat / found the note
/// behind the boat." From one rhyme to the next it is about ten characters, which a model of the last two or three characters cannot bridge.
/// </summary>
internal sealed class CoupletGrammar(int seed)
{
    private static readonly Rhyme[] Rhymes =
    [
        new(["goat", "stoat"], ["coat", "boat", "moat", "note", "float"]),
        new(["dog", "frog", "hog"], ["log", "bog", "fog", "clog", "cog"]),
        new(["cat", "rat", "bat"], ["hat", "mat", "vat", "cravat", "flat"]),
        new(["fox", "ox"], ["box", "socks", "rocks", "clocks", "locks"]),
        new(["bear", "hare", "mare"], ["chair", "pear", "stair", "hair", "lair"]),
        new(["hen", "wren"], ["pen", "den", "fen", "glen", "men"]),
        new(["pig"], ["wig", "fig", "twig", "gig", "rig"]),
        new(["crow", "doe"], ["bow", "snow", "hoe", "dough", "glow"]),
        new(["whale", "snail", "quail"], ["pail", "sail", "gale", "trail", "nail"]),
        new(["snake", "drake"], ["cake", "lake", "rake", "steak", "brake"]),
        new(["bee", "flea"], ["tree", "sea", "tea", "key", "pea"]),
        new(["bug", "slug"], ["mug", "rug", "jug", "plug", "tug"]),
        new(["lamb", "ram", "clam"], ["jam", "ham", "pram", "dam", "tram"]),
        new(["goose", "moose"], ["noose", "juice", "spruce", "sluice", "truce"]),
        new(["mole", "foal", "vole"], ["hole", "bowl", "pole", "coal", "scroll"]),
        new(["mink"], ["ink", "sink", "drink", "rink", "link"]),
    ];

    private static readonly string[] Adjectives =
    [
        "brave", "cheerful", "clever", "drowsy", "gentle", "greedy", "grumpy", "hungry", "lonely", "merry", "nimble", "old", "patient",
        "proud", "quiet", "shy", "sleepy", "small", "thirsty", "young",
    ];

    private static readonly string[] Verbs = ["drew", "found", "hid", "liked", "lost", "painted", "praised", "sold", "wanted", "washed"];

    private static readonly string[] Places = ["behind", "beside", "by", "near", "with"];

    private readonly Random _random = new(seed);

    /// <summary>Writes couplets until both splits are full. No couplet of training ends its lines in the same two words, in that order, as one of development.</summary>
    public CorpusFiles Write(int training, int development) => CorpusFiles.Fill(training, development, WriteCouplet);

    /// <summary>Whether a text is two lines whose ends rhyme with each other.</summary>
    public static bool IsRhymed(string couplet)
    {
        string[] lines = couplet.TrimEnd('.').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 2 && Array.Exists(
            Rhymes, rhyme => Array.IndexOf(rhyme.Things, LastWord(lines[0])) >= 0 && Array.IndexOf(rhyme.Things, LastWord(lines[1])) >= 0);

        static string LastWord(string line) => line[(line.LastIndexOf(' ') + 1)..];
    }

    private (string Text, Split Split) WriteCouplet()
    {
        Rhyme rhyme = Pick(Rhymes);
        string[] things = [.. rhyme.Things];
        _random.Shuffle(things);
        string couplet =
            $"The {Pick(Adjectives)} {Pick(rhyme.Animals)} {Pick(Places)} the {things[0]}\n"
            + $"{Pick(Verbs)} the {things[1]} {Pick(Places)} the {things[2]}.\n";
        return (couplet, HeldOutPairs.SplitOf([(things[0], things[2])]));
    }

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];

    private sealed record Rhyme(string[] Animals, string[] Things);
}
