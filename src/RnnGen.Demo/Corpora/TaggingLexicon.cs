namespace RnnGen.Demo.Corpora;

/// <summary>
/// The words of the tagging corpus by part of speech. Most of them stand in several lists on purpose: "saw" is a verb and a tool, "will" an
/// auxiliary, a document and, with a capital, a man.
/// </summary>
internal static class TaggingLexicon
{
    public static readonly string[] Names = ["Will", "May", "Rose", "Mark", "Bill", "Grace", "Jack", "Anna", "Peter", "Mary"];

    public static readonly string[] PluralPronouns = ["they", "we", "you", "I"];

    public static readonly string[] SingularPronouns = ["he", "she", "it"];

    public static readonly string[] ObjectPronouns = ["them", "it", "him", "us"];

    /// <summary>Nouns whose singular is also a plain verb and whose plural is also its third person.</summary>
    public static readonly (string Singular, string Plural)[] VerbLikeNouns =
    [
        ("book", "books"), ("watch", "watches"), ("play", "plays"), ("plant", "plants"), ("park", "parks"), ("train", "trains"),
        ("light", "lights"), ("cook", "cooks"), ("guide", "guides"), ("judge", "judges"), ("guard", "guards"), ("answer", "answers"),
        ("paint", "paints"), ("record", "records"), ("iron", "irons"), ("ship", "ships"), ("drink", "drinks"), ("can", "cans"),
        ("fish", "fish"), ("saw", "saws"), ("visit", "visits"), ("cut", "cuts"), ("well", "wells"), ("will", "wills"),
    ];

    public static readonly (string Singular, string Plural)[] PlainNouns =
    [
        ("dog", "dogs"), ("teacher", "teachers"), ("river", "rivers"), ("garden", "gardens"), ("house", "houses"), ("boat", "boats"),
        ("letter", "letters"), ("farmer", "farmers"), ("child", "children"), ("sister", "sisters"), ("window", "windows"),
    ];

    /// <summary>Verbs that take an object: the plain form, the third person and the past.</summary>
    public static readonly (string Plain, string Third, string Past)[] TransitiveVerbs =
    [
        ("book", "books", "booked"), ("watch", "watches", "watched"), ("play", "plays", "played"), ("plant", "plants", "planted"),
        ("park", "parks", "parked"), ("train", "trains", "trained"), ("light", "lights", "lit"), ("cook", "cooks", "cooked"),
        ("guide", "guides", "guided"), ("judge", "judges", "judged"), ("guard", "guards", "guarded"), ("answer", "answers", "answered"),
        ("paint", "paints", "painted"), ("record", "records", "recorded"), ("iron", "irons", "ironed"), ("ship", "ships", "shipped"),
        ("drink", "drinks", "drank"), ("can", "cans", "canned"), ("visit", "visits", "visited"), ("cut", "cuts", "cut"),
        ("see", "sees", "saw"), ("leave", "leaves", "left"), ("like", "likes", "liked"), ("find", "finds", "found"),
        ("carry", "carries", "carried"), ("clean", "cleans", "cleaned"), ("open", "opens", "opened"), ("dry", "dries", "dried"),
    ];

    public static readonly (string Plain, string Third, string Past)[] IntransitiveVerbs =
    [
        ("fish", "fishes", "fished"), ("work", "works", "worked"), ("dance", "dances", "danced"), ("wait", "waits", "waited"),
        ("rise", "rises", "rose"), ("sleep", "sleeps", "slept"), ("play", "plays", "played"), ("cook", "cooks", "cooked"),
    ];

    /// <summary>Verbs that take a clause.</summary>
    public static readonly (string Plain, string Third, string Past)[] ClauseVerbs =
    [
        ("know", "knows", "knew"), ("hope", "hopes", "hoped"), ("say", "says", "said"), ("answer", "answers", "answered"),
    ];

    public static readonly string[] Auxiliaries = ["can", "will", "may", "must", "should"];

    public static readonly string[] Adjectives =
    [
        "old", "small", "long", "light", "left", "right", "hard", "fast", "clean", "open", "dry", "still", "early", "cold", "green",
    ];

    public static readonly string[] Adverbs = ["hard", "fast", "well", "early", "still", "back", "often", "right"];

    public static readonly string[] SingularDeterminers = ["the", "the", "a", "that", "this", "no", "every"];

    public static readonly string[] PluralDeterminers = ["the", "the", "these", "those", "no", "some"];

    public static readonly string[] Numbers = ["two", "three", "ten"];

    public static readonly string[] Prepositions = ["to", "in", "near", "by", "with", "like", "past", "for", "before", "after"];

    public static readonly string[] Conjunctions = ["because", "if", "while", "before", "after"];

    public static readonly string[] Interjections = ["well", "no", "oh"];
}
