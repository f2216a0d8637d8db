using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;

namespace RnnGen.Persistence;

/// <summary>From the JSON of a safetensors header to a <see cref="SafetensorsHeader"/> whose every number has been checked.</summary>
/// <remarks>
/// Refuses what the reference implementation refuses, and besides what its description of the format forbids: repeated names and a
/// header that does not begin with a brace. Fields of a tensor other than the three that the format defines are skipped, as the
/// reference does.
/// </remarks>
internal ref struct SafetensorsHeaderParser
{
    /// <summary>Root, tensor, list of numbers; more only inside fields that are skipped.</summary>
    private const int MaxDepth = 16;

    private readonly string? _path;
    private Utf8JsonReader _json;

    private SafetensorsHeaderParser(ReadOnlySpan<byte> json, string? path)
    {
        _path = path;
        _json = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
    }

    /// <param name="json">The header, with its padding and without its length.</param>
    /// <param name="path">The file's path, for messages; null for a stream.</param>
    /// <exception cref="ModelFileException">The header breaks a rule of the format.</exception>
    public static SafetensorsHeader Parse(ReadOnlySpan<byte> json, string? path)
    {
        if (json.IsEmpty || json[0] != (byte)'{')
        {
            throw new ModelFileException("This is not a safetensors file: its header does not begin with '{'.", path);
        }

        if (!Utf8.IsValid(json))
        {
            throw new ModelFileException("The header is not valid UTF-8.", path);
        }

        try
        {
            return new SafetensorsHeaderParser(json, path).ParseRoot();
        }
        catch (JsonException exception)
        {
            throw new ModelFileException($"The header is not valid JSON: {exception.Message}", path, exception);
        }
    }

    private SafetensorsHeader ParseRoot()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<SafetensorsEntry>();
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        Advance();
        while (Advance() == JsonTokenType.PropertyName)
        {
            string name = ReadString("A name");
            if (!names.Add(name))
            {
                throw Problem($"The header has two entries named '{name}'.");
            }

            Advance();
            if (name == SafetensorsHeader.MetadataName)
            {
                ParseMetadata(metadata);
            }
            else
            {
                entries.Add(ParseEntry(name));
            }
        }

        // Reads through the padding: throws if anything but whitespace follows.
        _ = _json.Read();
        return new SafetensorsHeader(metadata, InOrderOfBytes(entries));
    }

    private void ParseMetadata(Dictionary<string, string> metadata)
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (_json.TokenType != JsonTokenType.StartObject)
        {
            throw Problem("The header's __metadata__ is not an object.");
        }

        while (Advance() == JsonTokenType.PropertyName)
        {
            string key = ReadString("A metadata key");
            if (Advance() != JsonTokenType.String)
            {
                throw Problem($"The metadata entry '{key}' is not a string.");
            }

            if (!metadata.TryAdd(key, ReadString($"The metadata entry '{key}'")))
            {
                throw Problem($"The metadata has two entries named '{key}'.");
            }
        }
    }

    private SafetensorsEntry ParseEntry(string name)
    {
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            throw Problem($"The header's entry '{name}' is not an object.");
        }

        string? typeName = null;
        ImmutableArray<long> shape = default;
        ImmutableArray<long> offsets = default;
        while (Advance() == JsonTokenType.PropertyName)
        {
            string field = ReadString($"A field of tensor '{name}'");
            bool repeated = field switch
            {
                "dtype" => typeName is not null,
                "shape" => !shape.IsDefault,
                "data_offsets" => !offsets.IsDefault,
                _ => false,
            };
            if (repeated)
            {
                throw Problem($"Tensor '{name}' has two fields named '{field}'.");
            }

            Advance();
            switch (field)
            {
                case "dtype":
                    typeName = _json.TokenType == JsonTokenType.String
                        ? ReadString($"The dtype of tensor '{name}'")
                        : throw Problem($"The dtype of tensor '{name}' is not a string.");
                    break;
                case "shape":
                    shape = ParseNumbers(name, field, SafetensorsHeader.MaxRank);
                    break;
                case "data_offsets":
                    offsets = ParseNumbers(name, field, 2);
                    break;
                default:
                    _json.Skip();
                    break;
            }
        }

        if (typeName is null || shape.IsDefault || offsets.IsDefault || offsets.Length != 2)
        {
            throw Problem($"Tensor '{name}' needs a dtype, a shape and two data_offsets.");
        }

        ElementType type = ElementCodec.Parse(typeName)
            ?? throw Problem($"Tensor '{name}' has the element type {typeName}; {ElementCodec.Readable} can be read.");
        return Checked(new SafetensorsEntry(name, type, shape, offsets[0], offsets[1]));
    }

    private readonly SafetensorsEntry Checked(SafetensorsEntry entry)
    {
        if (entry.End < entry.Begin)
        {
            throw Problem($"Tensor '{entry.Name}' ends at byte {entry.End}, before it begins at {entry.Begin}.");
        }

        UInt128 size = (UInt128)ElementCodec.SizeOf(entry.Type);
        foreach (long dimension in entry.Shape)
        {
            // Both factors are below 2^64, so that the product is exact; the running size is kept below 2^63.
            size *= (UInt128)dimension;
            if (size > long.MaxValue)
            {
                throw Problem($"Tensor '{entry.Name}' of shape {entry.ShapeText} is larger than any file.");
            }
        }

        long present = entry.End - entry.Begin;
        return size == (UInt128)present
            ? entry
            : throw Problem(
                $"Tensor '{entry.Name}' of shape {entry.ShapeText} and type {entry.Type} takes {size} bytes, "
                + $"its data_offsets span {present}.");
    }

    private readonly ImmutableArray<SafetensorsEntry> InOrderOfBytes(List<SafetensorsEntry> entries)
    {
        // An empty tensor may begin where another does; the end puts it first, as the reference implementation does.
        entries.Sort(static (left, right) => (left.Begin, left.End).CompareTo((right.Begin, right.End)));
        long end = 0;
        foreach (SafetensorsEntry entry in entries)
        {
            if (entry.Begin != end)
            {
                string fault = entry.Begin < end ? "overlaps the tensor before it" : "leaves a hole after the tensor before it";
                throw Problem($"Tensor '{entry.Name}' begins at byte {entry.Begin} of the data and not at {end}: it {fault}.");
            }

            end = entry.End;
        }

        return [.. entries];
    }

    private ImmutableArray<long> ParseNumbers(string tensor, string field, int limit)
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            throw Problem($"The {field} of tensor '{tensor}' is not a list.");
        }

        ImmutableArray<long>.Builder numbers = ImmutableArray.CreateBuilder<long>();
        while (Advance() != JsonTokenType.EndArray)
        {
            if (numbers.Count == limit)
            {
                throw Problem($"The {field} of tensor '{tensor}' has more than {limit} numbers.");
            }

            if (_json.TokenType != JsonTokenType.Number || !_json.TryGetInt64(out long number) || number < 0)
            {
                throw Problem($"The {field} of tensor '{tensor}' is not a list of whole numbers from 0 to 2^63 - 1.");
            }

            numbers.Add(number);
        }

        return numbers.ToImmutable();
    }

    private JsonTokenType Advance()
    {
        _ = _json.Read();
        return _json.TokenType;
    }

    private readonly string ReadString(string what)
    {
        try
        {
            return _json.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            // An escape such as \ud800 that stands for half a character.
            throw new ModelFileException($"{what} in the header is not valid Unicode.", _path, exception);
        }
    }

    private readonly ModelFileException Problem(string problem) => new(problem, _path);
}
