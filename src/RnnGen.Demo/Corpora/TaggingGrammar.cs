using System;
using System.Collections.Generic;
using System.Text;
using static RnnGen.Demo.Corpora.TaggingLexicon;

namespace RnnGen.Demo.Corpora;

/// <summary>
/// Writes tagged sentences full of words that belong to several parts of speech, which only their left neighbours tell apart. The tags
/// are the universal ones (Universal Dependencies, UPOS).
/// </summary>
internal sealed class TaggingGrammar(int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<(string Word, string Tag)> _words = [];
    private readonly List<(string, string)> _pairs = [];

    /// <summary>Writes sentences until both splits are full: lines of <c>word TAB tag</c>, an empty line after each sentence.</summary>
    /// <remarks>No verb of a development sentence governs, in training, the noun that it governs there.</remarks>
    public CorpusFiles Write(int training, int development) => CorpusFiles.Fill(training, development, WriteSentence);

    private (string Text, Split Split) WriteSentence()
    {
        _words.Clear();
        _pairs.Clear();
        switch (_random.Next(10))
        {
            case 0:
                Question();
                break;
            case 1:
                Command();
                break;
            case 2:
                Add(Pick(Interjections), "INTJ");
                Add(",", "PUNCT");
                Statement();
                Add(".", "PUNCT");
                break;
            default:
                Statement();
                Add(".", "PUNCT");
                break;
        }

        // A sentence without a verb and its object shows no held-out combination, so it serves training only.
        return (Format(), _pairs.Count == 0 ? Split.Training : HeldOutPairs.SplitOf(_pairs));
    }

    private void Statement()
    {
        bool plural = Subject();
        Predicate(plural);
        if (Chance(4))
        {
            Add(Pick(Conjunctions), "SCONJ");
            Predicate(PronounOrName());
        }
        else if (Chance(8))
        {
            Add(Pick("and", "but"), "CCONJ");
            Predicate(PronounOrName());
        }
    }

    private void Question()
    {
        Add(Pick(Auxiliaries), "AUX");
        _ = Subject();
        PlainVerbPhrase();
        Add("?", "PUNCT");
    }

    private void Command()
    {
        if (Chance(3))
        {
            Add("do", "AUX");
            Add("not", "PART");
        }

        PlainVerbPhrase();
        Add("!", "PUNCT");
    }

    /// <summary>Writes who does it.</summary>
    /// <returns>Whether the verb that follows is in the plural (or after "I" and "you", which take the same form).</returns>
    private bool Subject()
    {
        switch (_random.Next(8))
        {
            case 0:
                Add("that", "PRON");
                return false;
            case 1 or 2 or 3:
                return PronounOrName();
            case 4 or 5:
                Add(Pick(SingularDeterminers), "DET");
                SingularNoun();
                Modifier();
                return false;
            default:
                Add(Pick(PluralDeterminers), "DET");
                PluralNoun();
                Modifier();
                return true;
        }
    }

    private bool PronounOrName()
    {
        switch (_random.Next(3))
        {
            case 0:
                Add(Pick(PluralPronouns), "PRON");
                return true;
            case 1:
                Add(Pick(SingularPronouns), "PRON");
                return false;
            default:
                Add(Pick(Names), "PROPN");
                return false;
        }
    }

    private void Predicate(bool plural)
    {
        switch (_random.Next(10))
        {
            case 0 or 1 or 2:
                Add(Pick(Auxiliaries), "AUX");
                if (Chance(5))
                {
                    Add("not", "PART");
                }

                PlainVerbPhrase();
                break;
            case 3 or 4:
                (string plain, string third, _) = Pick(TransitiveVerbs);
                Add(plural ? plain : third, "VERB");
                Object(plain);
                break;
            case 5 or 6:
                (plain, _, string past) = Pick(TransitiveVerbs);
                Add(past, "VERB");
                Object(plain);
                break;
            case 7:
                (plain, third, past) = Pick(IntransitiveVerbs);
                Add(Chance(2) ? past : plural ? plain : third, "VERB");
                Circumstance();
                break;
            case 8:
                (plain, third, past) = Pick(ClauseVerbs);
                Add(Chance(2) ? past : plural ? plain : third, "VERB");
                Add("that", "SCONJ");
                Predicate(PronounOrName());
                break;
            default:
                (plain, third, _) = Pick(("like", "likes", ""), ("need", "needs", ""), ("want", "wants", ""));
                Add(plural ? plain : third, "VERB");
                Add("to", "PART");
                PlainVerbPhrase();
                break;
        }
    }

    private void PlainVerbPhrase()
    {
        if (Chance(4))
        {
            Add(Pick(IntransitiveVerbs).Plain, "VERB");
            Circumstance();
        }
        else
        {
            string verb = Pick(TransitiveVerbs).Plain;
            Add(verb, "VERB");
            Object(verb);
        }
    }

    private void Object(string verb)
    {
        string head;
        switch (_random.Next(8))
        {
            case 0:
                head = Pick(ObjectPronouns);
                Add(head, "PRON");
                break;
            case 1:
                head = Pick(Names);
                Add(head, "PROPN");
                break;
            case 2:
                Add(Pick(Numbers), "NUM");
                head = PluralNoun();
                break;
            case 3:
                Add(Pick(PluralDeterminers), "DET");
                head = PluralNoun();
                break;
            default:
                Add(Pick(SingularDeterminers), "DET");
                head = SingularNoun();
                break;
        }

        _pairs.Add((verb, head));
        if (Chance(4))
        {
            Circumstance();
        }
    }

    private void Modifier()
    {
        if (Chance(5))
        {
            Add("that", "PRON");
            string verb = Pick(TransitiveVerbs).Past;
            Add(verb, "VERB");
            Add(Pick(ObjectPronouns), "PRON");
        }
        else if (Chance(5))
        {
            Add(Pick(Prepositions), "ADP");
            Add("the", "DET");
            SingularNoun();
        }
    }

    private void Circumstance()
    {
        if (Chance(2))
        {
            Add(Pick(Adverbs), "ADV");
        }
        else
        {
            Add(Pick(Prepositions), "ADP");
            Add(Pick(SingularDeterminers), "DET");
            SingularNoun();
        }
    }

    private string SingularNoun() => Noun(Chance(3) ? Pick(PlainNouns).Singular : Pick(VerbLikeNouns).Singular);

    private string PluralNoun() => Noun(Chance(3) ? Pick(PlainNouns).Plural : Pick(VerbLikeNouns).Plural);

    private string Noun(string noun)
    {
        if (Chance(3))
        {
            Add(Pick(Adjectives), "ADJ");
        }

        Add(noun, "NOUN");
        return noun;
    }

    private void Add(string word, string tag)
    {
        // "an" before a vowel is only known once the next word is.
        if (_words is [.., ("a", "DET")] && "aeiou".Contains(word[0], StringComparison.Ordinal))
        {
            _words[^1] = ("an", "DET");
        }

        _words.Add((_words.Count == 0 ? Capitalise(word) : word, tag));
    }

    private string Format()
    {
        var text = new StringBuilder();
        foreach ((string word, string tag) in _words)
        {
            _ = text.Append(word).Append('\t').Append(tag).Append('\n');
        }

        return text.ToString();
    }

    private static string Capitalise(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
