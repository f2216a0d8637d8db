using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RnnGen.Persistence;

/// <summary>A list of strings as the JSON text that one metadata entry can hold.</summary>
internal static class JsonStringArray
{
    public static string Write(IEnumerable<string> items)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (string item in items)
            {
                json.WriteStringValue(item);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <exception cref="FormatException">The text is not a JSON array of strings, or has more items than allowed.</exception>
    public static List<string> Read(string text, int limit)
    {
        try
        {
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            var items = new List<string>();
            if (!json.Read() || json.TokenType != JsonTokenType.StartArray)
            {
                throw new FormatException("it is not a list");
            }

            while (json.Read() && json.TokenType == JsonTokenType.String)
            {
                if (items.Count == limit)
                {
                    throw new FormatException($"it has more than {limit} items");
                }

                items.Add(json.GetString()!);
            }

            if (json.TokenType != JsonTokenType.EndArray)
            {
                throw new FormatException($"its item {items.Count} is not a string");
            }

            // Throws if anything but white space follows.
            _ = json.Read();
            return items;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escape that stands for half a character.
            throw new FormatException($"it is not valid JSON: {exception.Message}", exception);
        }
    }
}
