using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using RnnGen.Files;

namespace RnnGen.Persistence;

/// <summary>Named float tensors and text entries that travel in one safetensors file and come back to the same bits.</summary>
/// <remarks>
/// What a training checkpoint is made of. Unlike a model file it may hold any values, NaN and infinities included. Files that others wrote
/// are read too: F32 as it is, F64, F16 and BF16 converted. Not safe from several threads at once.
/// </remarks>
public sealed class TensorContainer
{
    private readonly Dictionary<string, Tensor> _tensors = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly SortedDictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private readonly string? _path;

    /// <summary>An empty container.</summary>
    public TensorContainer()
    {
    }

    private TensorContainer(string? path) => _path = path;

    /// <summary>Text entries, written in the order of their keys so that equal containers make equal files.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <summary>The names of the tensors, in the order in which they were added or stand in the file.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Adds a vector.</summary>
    /// <param name="name">A name that the container does not have yet.</param>
    /// <param name="values">The values; they are copied.</param>
    /// <exception cref="ArgumentException">The name is taken, reserved by the format, or not valid Unicode.</exception>
    public void Add(string name, ReadOnlySpan<float> values) => Add(name, values, [values.Length]);

    /// <summary>Adds a tensor.</summary>
    /// <param name="name">A name that the container does not have yet.</param>
    /// <param name="values">The values, row by row; they are copied.</param>
    /// <param name="shape">The dimensions, 64 at most, whose product is the number of values; empty for a scalar.</param>
    /// <exception cref="ArgumentException">
    /// The name is taken, reserved by the format or not valid Unicode, or the shape does not fit the values or has more dimensions.
    /// </exception>
    public void Add(string name, ReadOnlySpan<float> values, params ReadOnlySpan<int> shape)
    {
        WellFormedText.Require(name, nameof(name));
        if (name == SafetensorsHeader.MetadataName || _tensors.ContainsKey(name))
        {
            throw new ArgumentException($"The name '{name}' is taken.", nameof(name));
        }

        if (shape.Length > SafetensorsHeader.MaxRank)
        {
            throw new ArgumentException(
                $"Tensor '{name}' has {shape.Length} dimensions; there may be {SafetensorsHeader.MaxRank}.", nameof(shape));
        }

        Int128 product = 1;
        foreach (int dimension in shape)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(dimension, nameof(shape));
            product *= dimension;
            if (product > int.MaxValue)
            {
                break;
            }
        }

        if (product != values.Length)
        {
            throw new ArgumentException(
                $"Tensor '{name}' has {values.Length} values, its shape [{string.Join(", ", shape.ToArray())}] another number.",
                nameof(shape));
        }

        Insert(name, new Tensor([.. shape.ToArray().Select(static dimension => (long)dimension)], values.ToArray()));
    }

    /// <summary>Adds a text entry, or replaces it.</summary>
    /// <param name="key">The entry's key.</param>
    /// <param name="value">Its text.</param>
    /// <exception cref="ArgumentException">The key or the text is not valid Unicode (half a surrogate pair).</exception>
    public void SetMetadata(string key, string value)
    {
        WellFormedText.Require(key, nameof(key));
        WellFormedText.Require(value, nameof(value));
        _metadata[key] = value;
    }

    /// <summary>Whether the container has a tensor of this name.</summary>
    /// <param name="name">The name.</param>
    public bool Contains(string name) => _tensors.ContainsKey(name);

    /// <summary>The values of a tensor, row by row.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <exception cref="ModelFileException">There is no tensor of this name.</exception>
    public ReadOnlySpan<float> ValuesOf(string name) => Find(name).Values;

    /// <summary>The values of a tensor that must have a certain number of them.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <param name="length">How many values it must have.</param>
    /// <exception cref="ModelFileException">There is no tensor of this name, or it has another number of values.</exception>
    public ReadOnlySpan<float> ValuesOf(string name, int length)
    {
        ReadOnlySpan<float> values = ValuesOf(name);
        return values.Length == length
            ? values
            : throw new ModelFileException($"The file's tensor '{name}' has {values.Length} values, {length} are needed.", _path);
    }

    /// <summary>The dimensions of a tensor.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <exception cref="ModelFileException">There is no tensor of this name.</exception>
    public ImmutableArray<long> ShapeOf(string name) => Find(name).Shape;

    /// <summary>A text entry that must be there.</summary>
    /// <param name="key">The entry's key.</param>
    /// <exception cref="ModelFileException">There is no entry of this key.</exception>
    public string MetadataOf(string key) =>
        _metadata.TryGetValue(key, out string? value)
            ? value
            : throw new ModelFileException($"The file's metadata has no entry '{key}'.", _path);

    /// <summary>Writes the container to a file, which is replaced as a whole or not at all.</summary>
    /// <param name="path">Where the file goes; its directory must exist.</param>
    /// <exception cref="IOException">The file cannot be written; what was there stays.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; what was there stays.</exception>
    /// <exception cref="ArgumentException">Names and text entries take more than the 100 MB that the format allows.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, Save);
    }

    /// <summary>Writes the container to a stream.</summary>
    /// <param name="stream">A writable stream; it stays open. After an exception it may hold part of the container.</param>
    /// <exception cref="ArgumentException">Names and text entries take more than the 100 MB that the format allows.</exception>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var writer = new SafetensorsWriter(stream, _metadata, _names.Select(name => (name, _tensors[name].Shape)));
        foreach (string name in _names)
        {
            writer.Write(_tensors[name].Values);
        }
    }

    /// <summary>Reads a container from a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="ModelFileException">
    /// The file is not a safetensors file, is damaged, or holds tensors of other than floating-point type.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TensorContainer Load(string path) => Load(path, check: null);

    /// <summary>Reads a container from a stream.</summary>
    /// <param name="stream">
    /// A readable stream that can seek, at the start of the container, which reaches to the stream's end. It stays open.
    /// </param>
    /// <exception cref="ModelFileException">
    /// The content is no safetensors file, is damaged, or holds tensors of other than floating-point type.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The stream cannot seek, so that the sizes the content claims cannot be held against its length.
    /// </exception>
    public static TensorContainer Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.CanSeek
            ? Load(stream, path: null, check: null)
            : throw new ArgumentException("The stream must be able to seek.", nameof(stream));
    }

    /// <summary>Reads a container from a file, if what it says of itself is what is looked for.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="check">Throws where it is not, before any value is read.</param>
    internal static TensorContainer Load(string path, Action<SafetensorsHeader>? check)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return stream.CanSeek ? Load(stream, path, check) : throw new ModelFileException("This is a pipe or device, not a file.", path);
    }

    private static TensorContainer Load(Stream stream, string? path, Action<SafetensorsHeader>? check)
    {
        SafetensorsReader reader = SafetensorsReader.Open(stream, path);
        check?.Invoke(reader.Header);
        var container = new TensorContainer(path);
        foreach ((string key, string value) in reader.Header.Metadata)
        {
            container._metadata.Add(key, value);
        }

        foreach (SafetensorsEntry entry in reader.Header.Entries)
        {
            if (entry.Count > Array.MaxLength)
            {
                throw new ModelFileException(
                    $"Tensor '{entry.Name}' of shape {entry.ShapeText} has more elements than an array can hold.", path);
            }

            float[] values = new float[entry.Count];
            reader.Read(entry.Type, values);
            container.Insert(entry.Name, new Tensor(entry.Shape, values));
        }

        reader.Finish();
        return container;
    }

    private void Insert(string name, Tensor tensor)
    {
        _tensors.Add(name, tensor);
        _names.Add(name);
    }

    private Tensor Find(string name) =>
        _tensors.TryGetValue(name, out Tensor? tensor) ? tensor : throw new ModelFileException($"The file has no tensor '{name}'.", _path);

    private sealed record Tensor(ImmutableArray<long> Shape, float[] Values);
}
