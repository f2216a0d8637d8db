using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace RnnGen.Tests.Preprocessing;

public class TokenizerTests
{
    public static TheoryData<string> Names =>
        ["words", "words+lower", "words+punctuation", "words+lower+punctuation", "characters", "characters+lower"];

    [Theory]
    [InlineData("A stirring, funny film!", "a|stirring|,|funny|film|!")]
    [InlineData("It's re-imagined; don't_ask", "it's|re-imagined|;|don't_ask")]
    [InlineData("\"Quoted\" (text) 'tis", "\"|quoted|\"|(|text|)|'|tis")]
    [InlineData("1,000.5 costs $5... 3. end", "1,000.5|costs|$|5|...|3|.|end")]
    [InlineData("wait -- no!!! ?!", "wait|--|no|!!!|?|!")]
    [InlineData("«Привет» — МИР", "«|привет|»|—|мир")]
    [InlineData("日本語。x😀😀y", "日本語|。|x|😀😀|y")]
    [InlineData("I \u2764\uFE0F it \u2764\uFE0Fgood", "i|\u2764\uFE0F|it|\u2764\uFE0F|good")]
    [InlineData("\u263A\uFE0F\u263A\uFE0F\u263A", "\u263A\uFE0F\u263A\uFE0F|\u263A")]
    [InlineData("a👩‍💻👩‍💻👍🏽👍", "a|👩‍💻👩‍💻|👍🏽|👍")]
    [InlineData("\uFEFFgood\u200Bbad \u200B\u200B ...\u200B.", "good|bad|...|.")]
    [InlineData(" \t\r\n\u00A0\u2003 ", "")]
    [InlineData("", "")]
    public void Words_are_lower_cased_and_punctuation_is_split_off(string text, string expected) =>
        Assert.Equal(Split(expected), Tokenizer.Words.Tokenize(text));

    [Theory]
    [InlineData("Wo n't -LRB- A,b -RRB- .", "Wo|n't|-LRB-|A,b|-RRB-|.")]
    [InlineData(" a\u3000b\u2028c ", "a|b|c")]
    public void Whitespace_leaves_what_stands_between_white_space_as_it_is(string text, string expected) =>
        Assert.Equal(Split(expected), Tokenizer.Whitespace.Tokenize(text));

    [Fact]
    public void Characters_are_unicode_scalar_values() =>
        Assert.Equal(["a", " ", "\n", "é", "e", "\u0301", "😀", "\0"], Tokenizer.Characters.Tokenize("a \née\u0301😀\0"));

    [Fact]
    public void An_unpaired_surrogate_is_read_as_the_replacement_character()
    {
        (string Text, string Expected)[] cases = [("a\uD800b", "a\uFFFDb"), ("\uDC00\uD800", "\uFFFD\uFFFD"), ("😀\uD83D", "😀\uFFFD")];
        foreach ((string text, string expected) in cases)
        {
            Assert.Equal([expected], Tokenizer.Whitespace.Tokenize(text));
            Assert.Equal(expected, Tokenizer.Characters.Join(Tokenizer.Characters.Tokenize(text)));
            Assert.Equal(expected, Tokenizer.Characters.Join(Tokenizer.CreateCharacters(lowerCase: true).Tokenize(text)));
        }
    }

    [Fact]
    public void Texts_beyond_the_scratch_memory_are_tokenised_the_same()
    {
        string text = string.Concat(Enumerable.Repeat("Long Words ", 500));
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => i % 2 == 0 ? "long" : "words"), Tokenizer.Words.Tokenize(text));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_tokenizer_is_found_by_its_name(string name)
    {
        Assert.Equal(name, Tokenizer.Parse(name).Name);
        Assert.Same(Tokenizer.Parse(name), Tokenizer.Parse(name));
    }

    [Fact]
    public void Options_make_the_tokenizer_of_the_name()
    {
        Assert.Equal("words", Tokenizer.CreateWords(lowerCase: false, splitPunctuation: false).Name);
        Assert.Equal("words+lower", Tokenizer.CreateWords(lowerCase: true, splitPunctuation: false).Name);
        Assert.Equal("words+punctuation", Tokenizer.CreateWords(lowerCase: false, splitPunctuation: true).Name);
        Assert.Equal("words+lower+punctuation", Tokenizer.CreateWords(lowerCase: true, splitPunctuation: true).Name);
        Assert.Equal("characters", Tokenizer.CreateCharacters(lowerCase: false).Name);
        Assert.Equal("characters+lower", Tokenizer.CreateCharacters(lowerCase: true).Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Words")]
    [InlineData("words+punctuation+lower")]
    [InlineData("bytes")]
    public void An_unknown_name_is_refused_and_the_known_ones_are_named(string name)
    {
        FormatException exception = Assert.Throws<FormatException>(() => Tokenizer.Parse(name));
        Assert.Contains($"\"{name}\"", exception.Message, StringComparison.Ordinal);
        Assert.Contains("words+lower+punctuation", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_join_to_the_text_they_came_from() =>
        Gen.String.Sample(text =>
            Assert.Equal(Repaired(text), Tokenizer.Characters.Join(Tokenizer.Characters.Tokenize(text))));

    [Theory]
    [MemberData(nameof(Names))]
    public void Tokenising_joined_tokens_gives_the_same_tokens(string name)
    {
        var tokenizer = Tokenizer.Parse(name);
        Texts.Sample(text =>
        {
            IReadOnlyList<string> tokens = tokenizer.Tokenize(text);
            Assert.Equal(tokens, tokenizer.Tokenize(tokenizer.Join(tokens)));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Tokens_lose_nothing_but_white_space_and_none_is_empty(string name)
    {
        var tokenizer = Tokenizer.Parse(name);
        bool characters = name.StartsWith("characters", StringComparison.Ordinal);
        Texts.Sample(text =>
        {
            IReadOnlyList<string> tokens = tokenizer.Tokenize(text);
            string expected = Repaired(tokenizer.LowerCase ? text.ToLowerInvariant() : text);
            string kept = characters ? expected : string.Concat(expected.Where(c => !char.IsWhiteSpace(c)));
            Assert.Equal(kept, string.Concat(tokens));
            Assert.DoesNotContain("", tokens);
        });
    }

    // Mostly what the rules are about, and now and then anything.
    private static readonly Gen<string> Texts = Gen.Frequency(
        (3, Gen.String[Gen.Char["aB1 .,'-_!$\t\n\u2019é漢\uD83D\uDE00"], 0, 40]),
        (1, Gen.String));

    private static string[] Split(string expected) => expected.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static string Repaired(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
