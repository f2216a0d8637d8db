using System;
using System.IO;
using System.Linq;
using System.Text;
using CsCheck;
using RnnGen.Tests.Persistence;

namespace RnnGen.Tests.Preprocessing;

public class VocabularyFileTests
{
    [Fact]
    public void The_file_is_plain_json()
    {
        var vocabulary = Vocabulary.FromTokens(["the", "\"", "\\", "\n", "\0", "é漢😀"], Tokenizer.Words);
        Assert.Equal(
            """{"tokenizer":"words+lower+punctuation","tokens":["the","\"","\\","\n","\u0000","é漢\uD83D\uDE00"]}""",
            vocabulary.ToJson());
    }

    [Fact]
    public void Any_tokens_and_any_tokenizer_come_back() =>
        Gen.Select(Gen.String.Array[0, 20], Gen.Bool).Sample((strings, characters) =>
        {
            string name = characters ? "characters+lower" : "words";
            string[] tokens = strings.Where(IsToken).Distinct(StringComparer.Ordinal).ToArray();
            var vocabulary = Vocabulary.FromTokens(tokens, Tokenizer.Parse(name));
            var loaded = Vocabulary.FromJson(vocabulary.ToJson());
            Assert.Equal(tokens, loaded.Tokens);
            Assert.Equal(name, loaded.Tokenizer.Name);
        });

    [Fact]
    public void What_could_not_be_loaded_again_is_not_saved()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("vocabulary.json");
        string[] tokens = [.. Enumerable.Range(0, 1_000_001).Select(static i => $"{i:x}")];
        var largest = Vocabulary.FromTokens(tokens[..^1]);
        largest.Save(path);
        Assert.Equal(largest.Count, Vocabulary.Load(path).Count);

        var tooMany = Vocabulary.FromTokens(tokens);
        var tooLong = Vocabulary.FromTokens([new string('a', 64 << 20)]);
        Assert.Contains("1000001 tokens", Assert.Throws<InvalidOperationException>(() => tooMany.Save(path)).Message, StringComparison.Ordinal);
        Assert.Contains("bytes", Assert.Throws<InvalidOperationException>(() => tooLong.Save(path)).Message, StringComparison.Ordinal);
        Assert.Equal(largest.Count, Vocabulary.Load(path).Count);
    }

    [Fact]
    public void A_vocabulary_survives_a_file_and_replaces_the_one_before()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("vocabulary.json");
        Vocabulary.FromTokens(["old", "older", "oldest"]).Save(path);
        Vocabulary.FromTokens(["a", "\r\n"], Tokenizer.Characters).Save(path);

        var loaded = Vocabulary.Load(path);
        Assert.Equal(["a", "\r\n"], loaded.Tokens);
        Assert.Same(Tokenizer.Characters, loaded.Tokenizer);
        Assert.Equal(["vocabulary.json"], directory.FileNames);
    }

    [Fact]
    public void A_byte_order_mark_is_read_over()
    {
        byte[] json = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Vocabulary.FromTokens(["a", "b"]).ToJson())];
        using var stream = new MemoryStream(json);
        Assert.Equal(["a", "b"], Vocabulary.Load(stream).Tokens);
    }

    [Fact]
    public void White_space_and_either_order_of_properties_are_read()
    {
        var loaded = Vocabulary.FromJson(" { \"tokens\" : [ \"a\" , \"b\" ] , \"tokenizer\" : \"words\" } \n");
        Assert.Equal(["a", "b"], loaded.Tokens);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"tokenizer":"words"}""")]
    [InlineData("""{"tokens":["a"]}""")]
    [InlineData("""{"tokenizer":"bytes","tokens":["a"]}""")]
    [InlineData("""{"tokenizer":7,"tokens":["a"]}""")]
    [InlineData("""{"tokenizer":null,"tokens":["a"]}""")]
    [InlineData("""{"tokenizer":"words","tokens":"a"}""")]
    [InlineData("""{"tokenizer":"words","tokens":["a",7]}""")]
    [InlineData("""{"tokenizer":"words","tokens":["a",null]}""")]
    [InlineData("""{"tokenizer":"words","tokens":["a",["b"]]}""")]
    [InlineData("""{"tokenizer":"words","tokens":["a","a"]}""")]
    [InlineData("""{"tokenizer":"words","tokens":["a",""]}""")]
    [InlineData("""{"tokenizer":"words","tokens":["<EOS>"]}""")]
    [InlineData("""{"tokenizer":"words","tokens":["\ud800"]}""")]
    [InlineData("""{"tokenizer":"words","tokens":["a"],"tokens":["b"]}""")]
    [InlineData("""{"tokenizer":"words","tokenizer":"words","tokens":["b"]}""")]
    [InlineData("""{"tokenizer":"words","tokens":["a"],"more":1}""")]
    [InlineData("""{"tokenizer":"words","tokens":["a"]""")]
    [InlineData("""{"tokenizer":"words","tokens":["a"]}}""")]
    [InlineData("""{"tokenizer":"words","tokens":["a"]} x""")]
    public void A_damaged_text_is_refused(string json)
    {
        InvalidDataException exception = Assert.Throws<InvalidDataException>(() => Vocabulary.FromJson(json));
        Assert.Contains("no vocabulary", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_of_a_file_is_refused_and_the_file_is_named()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("vocabulary.json");
        byte[] whole = Encoding.UTF8.GetBytes(Vocabulary.FromTokens(["a", "é"]).ToJson());
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            InvalidDataException exception = Assert.Throws<InvalidDataException>(() => Vocabulary.Load(path));
            Assert.StartsWith(path, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused()
    {
        byte[] bytes = Encoding.Latin1.GetBytes("""{"tokenizer":"words","tokens":["é"]}""");
        Assert.Throws<InvalidDataException>(() => Vocabulary.Load(new MemoryStream(bytes)));
    }

    [Fact]
    public void Too_many_tokens_are_refused()
    {
        var json = new StringBuilder("{\"tokenizer\":\"words\",\"tokens\":[\"x\"");
        for (int i = 0; i < 1_000_000; i++)
        {
            _ = json.Append(",\"\"");
        }

        InvalidDataException exception = Assert.Throws<InvalidDataException>(() => Vocabulary.FromJson(json.Append("]}").ToString()));
        Assert.Contains("more than 1000000 tokens", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_stream_is_refused_after_64_MiB()
    {
        using var stream = new EndlessStream();
        Assert.Throws<InvalidDataException>(() => Vocabulary.Load(stream));
        Assert.InRange(stream.BytesRead, 1, 65L << 20);
    }

    [Fact]
    public void A_missing_file_is_the_usual_exception()
    {
        using var directory = new TemporaryDirectory();
        Assert.Throws<FileNotFoundException>(() => Vocabulary.Load(directory.PathOf("none.json")));
    }

    private static bool IsToken(string text) =>
        text.Length > 0 && string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())) == text;

    /// <summary>White space without end.</summary>
    private sealed class EndlessStream : Stream
    {
        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            BytesRead += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
