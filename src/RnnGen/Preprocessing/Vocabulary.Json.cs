using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RnnGen.Files;
using static System.FormattableString;

namespace RnnGen;

public sealed partial class Vocabulary
{
    private const string TokenizerProperty = "tokenizer";
    private const string TokensProperty = "tokens";

    // Ten times what a model can be declared for; each token costs at least 3 bytes of JSON and many more of memory.
    private const int MaximumStoredTokens = 1_000_000;
    private const int MaximumStoredBytes = 64 << 20;

    /// <summary>The vocabulary as JSON: <c>{"tokenizer": "words+lower", "tokens": ["the", "a", …]}</c>, ordinary tokens in the order of their ids.</summary>
    /// <exception cref="InvalidOperationException">The vocabulary has more than 1,000,000 ordinary tokens: it could not be read again.</exception>
    public string ToJson() => Encoding.UTF8.GetString(ToUtf8Json());

    /// <summary>The vocabulary that <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON text.</param>
    /// <exception cref="InvalidDataException">It is not such a text; the message says why.</exception>
    public static Vocabulary FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromUtf8Json(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Writes the vocabulary to a file as UTF-8 JSON; a file of that name is replaced as a whole or not at all.</summary>
    /// <param name="path">The path of the file; its folder must exist.</param>
    /// <exception cref="InvalidOperationException">The vocabulary has more than 1,000,000 ordinary tokens, or takes more than 64 MiB: it could not be read again.</exception>
    /// <exception cref="IOException">The file cannot be written; what was there stays.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; what was there stays.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, Save);
    }

    /// <summary>Writes the vocabulary as UTF-8 JSON.</summary>
    /// <param name="stream">A writable stream, left open.</param>
    /// <exception cref="InvalidOperationException">The vocabulary has more than 1,000,000 ordinary tokens, or takes more than 64 MiB: it could not be read again.</exception>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ReadOnlySpan<byte> json = ToUtf8Json();
        if (json.Length > MaximumStoredBytes)
        {
            throw new InvalidOperationException(Invariant($"The vocabulary takes {json.Length} bytes; a file holds at most {MaximumStoredBytes}."));
        }

        stream.Write(json);
    }

    /// <summary>Reads a vocabulary from a file of UTF-8 JSON.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, holds something else, or is longer than 64 MiB; the message names it.</exception>
    public static Vocabulary Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        try
        {
            return Load(stream);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{path}: {exception.Message}", exception);
        }
    }

    /// <summary>Reads a vocabulary from UTF-8 JSON.</summary>
    /// <param name="stream">A readable stream, read to its end and left open.</param>
    /// <exception cref="InvalidDataException">The stream is damaged, holds something else, or is longer than 64 MiB.</exception>
    public static Vocabulary Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var content = new MemoryStream();
        byte[] chunk = new byte[81920];
        for (int read = stream.Read(chunk); read > 0; read = stream.Read(chunk))
        {
            if (content.Length + read > MaximumStoredBytes)
            {
                throw new InvalidDataException($"The vocabulary is longer than {MaximumStoredBytes >> 20} MiB.");
            }

            content.Write(chunk, 0, read);
        }

        // Editors put a byte order mark before the text, which JSON does not know.
        ReadOnlySpan<byte> json = content.GetBuffer().AsSpan(0, (int)content.Length);
        return FromUtf8Json(json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json);
    }

    private ReadOnlySpan<byte> ToUtf8Json()
    {
        if (_tokens.Length > MaximumStoredTokens)
        {
            throw new InvalidOperationException(Invariant($"The vocabulary has {_tokens.Length} tokens; at most {MaximumStoredTokens} could be read again."));
        }

        var buffer = new ArrayBufferWriter<byte>();

        // The file is for programs that read JSON, not for the middle of an HTML page: words of all languages stay legible.
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            writer.WriteStartObject();
            writer.WriteString(TokenizerProperty, Tokenizer.Name);
            writer.WriteStartArray(TokensProperty);
            foreach (string token in _tokens)
            {
                writer.WriteStringValue(token);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    private static Vocabulary FromUtf8Json(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            Expect(ref reader, JsonTokenType.StartObject);
            Tokenizer? tokenizer = null;
            List<string>? tokens = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals(TokenizerProperty) && tokenizer is null)
                {
                    Expect(ref reader, JsonTokenType.String);
                    tokenizer = Tokenizer.Parse(reader.GetString()!);
                }
                else if (reader.ValueTextEquals(TokensProperty) && tokens is null)
                {
                    tokens = ReadTokens(ref reader);
                }
                else
                {
                    throw new FormatException($"Property \"{reader.GetString()}\" is unknown or there twice.");
                }
            }

            // Refuses whatever follows the object.
            _ = reader.Read();
            return FromTokens(
                tokens ?? throw new FormatException($"There is no \"{TokensProperty}\"."),
                tokenizer ?? throw new FormatException($"There is no \"{TokenizerProperty}\"."));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            // InvalidOperationException: a string with bytes or escapes that are no Unicode text.
            throw new InvalidDataException($"This is no vocabulary: {exception.Message}", exception);
        }
    }

    private static List<string> ReadTokens(ref Utf8JsonReader reader)
    {
        var tokens = new List<string>();
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            if (tokens.Count == MaximumStoredTokens)
            {
                throw new FormatException($"There are more than {MaximumStoredTokens} tokens.");
            }

            tokens.Add(reader.GetString()!);
        }

        return reader.TokenType == JsonTokenType.EndArray
            ? tokens
            : throw new FormatException($"Token {tokens.Count} is not a string.");
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw new FormatException($"{type} was expected at byte {reader.TokenStartIndex}.");
        }
    }
}
