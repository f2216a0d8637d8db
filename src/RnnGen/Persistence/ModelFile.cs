using System;
using System.Collections.Generic;
using System.IO;
using RnnGen.Files;
using RnnGen.Persistence;

namespace RnnGen;

/// <summary>
/// Saves and loads models: safetensors files with PyTorch's names and shapes, which Python's <c>safetensors</c> package reads and writes
/// too.
/// </summary>
/// <remarks>
/// <para>
/// Declared sizes, vocabulary and label names ride in the file's metadata. A file without them, as PyTorch writes it, is accepted when
/// its tensors have the names and shapes of the model. Where the equations have one bias, PyTorch keeps two: their sum is read, and b
/// and 0 are written. (The candidate of a GRU has both in the equations, and keeps both.) F32 is written; F64, F16 and BF16 are read as
/// well. Weights that are NaN or infinite are neither written nor read.
/// </para>
/// <para>
/// A model that reads features has two tensors more, <c>standardization.mean</c> and <c>standardization.std</c>, a number a feature. A file
/// without them is read as one whose features are not standardised.
/// </para>
/// <para>
/// A file that is damaged, or another model's, is refused as a whole with a <see cref="ModelFileException"/> that names the first thing
/// wrong; a model that was to be filled stays as it was. A file is replaced as a whole or not at all.
/// </para>
/// </remarks>
public static class ModelFile
{
    /// <summary>Saves a model to a file.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">The model; not to be trained meanwhile.</param>
    /// <param name="path">Where the file goes; its directory must exist. A file that is there is replaced, atomically.</param>
    /// <param name="metadata">What the file is to carry besides.</param>
    /// <exception cref="ArgumentException">
    /// The metadata does not fit the model, or takes more than the 100 MB that the format allows.
    /// </exception>
    /// <exception cref="InvalidOperationException">A weight is NaN or infinite.</exception>
    /// <exception cref="IOException">The file cannot be written; what was there stays.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; what was there stays.</exception>
    public static void Save<TModel>(TModel model, string path, ModelMetadata? metadata = null)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrEmpty(path);
        SortedDictionary<string, string> text = ModelMetadataText.Write(TModel.Description, metadata);
        AtomicFile.Write(path, stream => ParameterWriter.Write(stream, TModel.Description, model.Parameters, model.Standardization, text));
    }

    /// <summary>Saves a model to a stream.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">The model; not to be trained meanwhile.</param>
    /// <param name="stream">A writable stream; it stays open. After an exception it may hold part of the model.</param>
    /// <param name="metadata">What the stream is to carry besides.</param>
    /// <exception cref="ArgumentException">
    /// The metadata does not fit the model, or takes more than the 100 MB that the format allows.
    /// </exception>
    /// <exception cref="InvalidOperationException">A weight is NaN or infinite.</exception>
    public static void Save<TModel>(TModel model, Stream stream, ModelMetadata? metadata = null)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(stream);
        SortedDictionary<string, string> text = ModelMetadataText.Write(TModel.Description, metadata);
        ParameterWriter.Write(stream, TModel.Description, model.Parameters, model.Standardization, text);
    }

    /// <summary>Loads a model from a file.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="path">The file's path.</param>
    /// <exception cref="ModelFileException">The file is damaged, or another model's.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static TModel Load<TModel>(string path)
        where TModel : class, IRecurrentModel<TModel> => Load<TModel>(path, out _);

    /// <summary>Loads a model from a file, with what the file carries besides.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="path">The file's path.</param>
    /// <param name="metadata">Receives vocabulary, label names and the caller's own entries, as far as the file has them.</param>
    /// <exception cref="ModelFileException">The file is damaged, or another model's.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static TModel Load<TModel>(string path, out ModelMetadata metadata)
        where TModel : class, IRecurrentModel<TModel>
    {
        using FileStream stream = OpenRead(path);
        return Load<TModel>(stream, path, out metadata);
    }

    /// <summary>Loads a model from a stream.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="stream">A readable stream that ends with the model; it need not seek, and stays open.</param>
    /// <exception cref="ModelFileException">The content is damaged, or another model's.</exception>
    public static TModel Load<TModel>(Stream stream)
        where TModel : class, IRecurrentModel<TModel> => Load<TModel>(stream, out _);

    /// <summary>Loads a model from a stream, with what the stream carries besides.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="stream">A readable stream that ends with the model; it need not seek, and stays open.</param>
    /// <param name="metadata">Receives vocabulary, label names and the caller's own entries, as far as the stream has them.</param>
    /// <exception cref="ModelFileException">The content is damaged, or another model's.</exception>
    public static TModel Load<TModel>(Stream stream, out ModelMetadata metadata)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Load<TModel>(stream, path: null, out metadata);
    }

    /// <summary>Fills a model with the weights of a file. After an exception the model is as it was.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">The model; not to be used meanwhile.</param>
    /// <param name="path">The file's path.</param>
    /// <returns>What the file carries besides.</returns>
    /// <exception cref="ModelFileException">The file is damaged, or another model's.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static ModelMetadata LoadInto<TModel>(TModel model, string path)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        using FileStream stream = OpenRead(path);
        return LoadInto(model, stream, path);
    }

    /// <summary>Fills a model with the weights of a stream. After an exception the model is as it was.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="model">The model; not to be used meanwhile.</param>
    /// <param name="stream">A readable stream that ends with the weights; it need not seek, and stays open.</param>
    /// <returns>What the stream carries besides.</returns>
    /// <exception cref="ModelFileException">The content is damaged, or another model's.</exception>
    public static ModelMetadata LoadInto<TModel>(TModel model, Stream stream)
        where TModel : class, IRecurrentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(stream);
        return LoadInto(model, stream, path: null);
    }

    /// <summary>
    /// Reads what a file says about itself, without its weights: which of several classes it is for, for example, and whether it is a model at all or a checkpoint.
    /// </summary>
    /// <param name="path">The path of a model file or a checkpoint.</param>
    /// <exception cref="ModelFileException">The file is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static ModelFileHeader ReadHeader(string path)
    {
        using FileStream stream = OpenRead(path);
        return ModelMetadataText.Read(SafetensorsReader.Open(stream, path).Header.Metadata, path);
    }

    private static TModel Load<TModel>(Stream stream, string? path, out ModelMetadata metadata)
        where TModel : class, IRecurrentModel<TModel>
    {
        TModel model = TModel.CreateEmpty();
        metadata = LoadInto(model, stream, path);
        return model;
    }

    private static ModelMetadata LoadInto<TModel>(TModel model, Stream stream, string? path)
        where TModel : class, IRecurrentModel<TModel>
    {
        SafetensorsReader reader = SafetensorsReader.Open(stream, path);
        ModelFileHeader header = ModelMetadataText.Read(reader.Header.Metadata, path);
        if (header.IsCheckpoint)
        {
            throw new ModelFileException("This is a checkpoint of a training run, which Trainer.Resume goes on from, and not a model.", path);
        }

        ModelFileMatch.Require(header, reader.Header, TModel.Description, path);

        // Beside the model, so that a fault in the last byte still finds the model untouched.
        (float[] parameters, FeatureStandardization? standardization) = ParameterReader.Read(reader, TModel.Description, path);
        parameters.CopyTo(model.Parameters);
        if (standardization is not null)
        {
            model.Standardization!.CopyFrom(standardization);
        }

        return header.Metadata;
    }

    private static FileStream OpenRead(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return File.OpenRead(path);
    }
}
