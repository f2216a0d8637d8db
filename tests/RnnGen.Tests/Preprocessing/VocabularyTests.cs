using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using RnnGen.Tests.Memory;

namespace RnnGen.Tests.Preprocessing;

public class VocabularyTests
{
    [Fact]
    public void The_special_tokens_come_first()
    {
        var vocabulary = Vocabulary.FromTokens(["a"]);
        Assert.Equal(["<PAD>", "<SOS>", "<EOS>", "<UNK>", "a"], Enumerable.Range(0, vocabulary.Count).Select(vocabulary.TokenOf));
        Assert.Equal((0, 1, 2, 3), (Vocabulary.PadId, Vocabulary.SosId, Vocabulary.EosId, Vocabulary.UnkId));
    }

    [Fact]
    public void The_most_frequent_tokens_have_the_lowest_ids_and_ties_are_ordinal()
    {
        var vocabulary = Vocabulary.Build(["b a c", "b B c é", "b"], Tokenizer.Whitespace, maximumSize: 100);
        Assert.Equal(["b", "c", "B", "a", "é"], vocabulary.Tokens);
        Assert.Equal([4, 5, 6, 7, 8], vocabulary.Tokens.Select(token => vocabulary.IdOf(token)));
        Assert.Equal(9, vocabulary.Count);
    }

    [Fact]
    public void The_maximum_size_counts_the_special_tokens() =>
        Assert.Equal(["b", "c"], Vocabulary.Build(["b a c b c b"], Tokenizer.Whitespace, maximumSize: 6).Tokens);

    [Fact]
    public void Tokens_below_the_minimum_frequency_are_unknown()
    {
        var vocabulary = Vocabulary.Build(["b a c b c b"], Tokenizer.Whitespace, maximumSize: 100, minimumFrequency: 2);
        Assert.Equal(["b", "c"], vocabulary.Tokens);
        Assert.Equal(Vocabulary.UnkId, vocabulary.IdOf("a"));
        Assert.False(vocabulary.Contains("a"));
        Assert.True(vocabulary.Contains("b"));
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(-1, 1)]
    [InlineData(5, 0)]
    public void Sizes_and_frequencies_out_of_range_are_refused(int maximumSize, int minimumFrequency)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Vocabulary.Build(["a"], Tokenizer.Words, maximumSize, minimumFrequency));
        Assert.Throws<ArgumentOutOfRangeException>(() => Vocabulary.Build([["a"]], maximumSize, minimumFrequency));
    }

    [Fact]
    public void Sequences_that_are_tokenised_already_keep_their_tokens_whatever_is_in_them()
    {
        var vocabulary = Vocabulary.Build([["New York", "New York", "A"], ["a"]], maximumSize: 100);
        Assert.Equal(["New York", "A", "a"], vocabulary.Tokens);
        Assert.Same(Tokenizer.Whitespace, vocabulary.Tokenizer);
    }

    [Fact]
    public void A_tokenizer_that_lower_cases_does_so_with_tokens_as_well()
    {
        var vocabulary = Vocabulary.Build([["The", "the", "DOG"]], maximumSize: 100, tokenizer: Tokenizer.Words);
        Assert.Equal(["the", "dog"], vocabulary.Tokens);
        Span<int> ids = stackalloc int[4];
        _ = vocabulary.Encode(["Dog", "THE"], ids);
        Assert.Equal([1, 5, 4, 2], ids.ToArray());
    }

    [Theory]
    [InlineData("<PAD>")]
    [InlineData("<SOS>")]
    [InlineData("<EOS>")]
    [InlineData("<UNK>")]
    public void No_text_can_produce_a_special_token(string spelling)
    {
        var vocabulary = Vocabulary.Build([$"a {spelling} {spelling} b"], Tokenizer.Whitespace, maximumSize: 100);
        Assert.Equal(["a", "b"], vocabulary.Tokens);
        Assert.Equal(["a"], Vocabulary.Build([["a", spelling]], maximumSize: 100).Tokens);
        Assert.Equal([Vocabulary.UnkId], vocabulary.TokenIdsOf(spelling));
        Assert.Equal(Vocabulary.UnkId, vocabulary.IdOf(spelling));
        Assert.False(vocabulary.Contains(spelling));
        Assert.Throws<ArgumentException>(() => Vocabulary.FromTokens(["a", spelling]));
    }

    [Fact]
    public void A_lower_cased_spelling_of_a_special_token_is_an_ordinary_token()
    {
        var vocabulary = Vocabulary.Build(["<EOS>"], Tokenizer.CreateWords(lowerCase: true, splitPunctuation: false), maximumSize: 5);
        Assert.Equal(["<eos>"], vocabulary.Tokens);
    }

    [Fact]
    public void Tokens_that_are_repeated_empty_or_no_text_are_refused()
    {
        foreach (string? second in new[] { "a", "", "\uD800", null })
        {
            ArgumentException exception = Assert.Throws<ArgumentException>("tokens", () => Vocabulary.FromTokens(["a", second!]));
            Assert.Contains("Token 1", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_null_among_many_is_refused_by_its_place()
    {
        void Refused(string parameter, string message, Action call) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(parameter, call).Message, StringComparison.Ordinal);
        var vocabulary = Vocabulary.FromTokens(["a"]);
        Refused("texts", "Text 2 is null", () => Vocabulary.Build(["a", "b", null!], Tokenizer.Words, 10));
        Refused("sequences", "Sequence 1 is null", () => Vocabulary.Build([["a"], null!], 10));
        Refused("sequences", "Token 1 of sequence 2 is null or empty", () => Vocabulary.Build([["a"], ["b"], ["c", null!]], 10));
        Refused("sequences", "Token 0 of sequence 0 is null or empty", () => Vocabulary.Build([[""]], 10));
        Refused("tokens", "Token 1 is null", () => vocabulary.Encode(["a", null!], new int[5]));
    }

    [Theory]
    [InlineData("", "1 2 0 0 0", 2, 0, 0)]
    [InlineData("a", "1 4 2 0 0", 3, 0, 0)]
    [InlineData("a b a", "1 4 5 4 2", 5, 0, 0)]
    [InlineData("a x y", "1 4 3 3 2", 5, 2, 0)]
    [InlineData("x a b x b a", "1 3 4 5 2", 5, 1, 3)]
    public void Encoding_frames_pads_and_cuts(string text, string expected, int length, int unknown, int cut)
    {
        var vocabulary = Vocabulary.FromTokens(["a", "b"]);
        int[] ids = [9, 9, 9, 9, 9];
        Assert.Equal(new EncodedSequence(length, unknown, cut), vocabulary.Encode(text, ids));
        Assert.Equal(expected, string.Join(' ', ids));

        ids.AsSpan().Fill(9);
        Assert.Equal(new EncodedSequence(length, unknown, cut), vocabulary.Encode(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), ids));
        Assert.Equal(expected, string.Join(' ', ids));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Encoding_needs_room_for_the_frame(int room)
    {
        var vocabulary = Vocabulary.FromTokens(["a"]);
        Assert.Throws<ArgumentException>(() => vocabulary.Encode("a", new int[room]));
        Assert.Throws<ArgumentException>(() => vocabulary.Encode(["a"], new int[room]));
    }

    [Fact]
    public void Every_text_encodes_to_a_frame_around_its_first_tokens() =>
        Gen.Select(Gen.String[Gen.Char["ab c"], 0, 30], Gen.Int[2, 12]).Sample((text, room) =>
        {
            var vocabulary = Vocabulary.FromTokens(["a", "b", "ab"]);
            int[] tokens = vocabulary.TokenIdsOf(text);
            int[] row = new int[room];
            EncodedSequence encoded = vocabulary.Encode(text, row);
            int kept = Math.Min(tokens.Length, room - 2);

            IEnumerable<int> expected = [Vocabulary.SosId, .. tokens.Take(kept), Vocabulary.EosId];
            Assert.Equal(expected, row.Take(encoded.Length));
            Assert.All(row.Skip(encoded.Length), id => Assert.Equal(Vocabulary.PadId, id));
            Assert.Equal(tokens.Length - kept, encoded.TokensCut);
            Assert.Equal(tokens.Take(kept).Count(id => id == Vocabulary.UnkId), encoded.UnknownTokens);
        });

    [Fact]
    public void Decoding_gives_back_the_text_that_was_encoded() =>
        Gen.String.Where(text => text.EnumerateRunes().All(rune => rune.Value != 0xFFFD)).Sample(text =>
        {
            var vocabulary = Vocabulary.Build([text], Tokenizer.Characters, maximumSize: 1000);
            int[] row = new int[text.Length + 5];
            _ = vocabulary.Encode(text, row);
            Assert.Equal(text, vocabulary.Decode(row));
            Assert.Equal(text, vocabulary.Decode(vocabulary.TokenIdsOf(text)));
        });

    [Fact]
    public void Decoding_shows_what_is_unknown_and_separates_words()
    {
        var vocabulary = Vocabulary.Build(["good film"], Tokenizer.Words, maximumSize: 100);
        Assert.Equal("film <UNK> good", vocabulary.Decode([1, vocabulary.IdOf("film"), 3, vocabulary.IdOf("good"), 2, 0, 0]));
        Assert.Equal("", vocabulary.Decode([]));
        Assert.Throws<ArgumentOutOfRangeException>("ids", () => vocabulary.Decode([6]));
        Assert.Throws<ArgumentOutOfRangeException>("ids", () => vocabulary.Decode([-1]));
    }

    [Fact]
    public void Encoding_a_sentence_allocates_nothing()
    {
        var vocabulary = Vocabulary.Build(["a stirring, funny film"], Tokenizer.Words, maximumSize: 100);
        const string Text = "A Stirring, funny FILM that nobody expected; not even\uD800 me!";
        int[] row = new int[32];
        _ = vocabulary.Encode(Text, row);

        Assert.Equal(0, Allocations.OfThread(() => _ = vocabulary.Encode(Text, row)));
    }
}
