using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using RnnGen.Persistence;

namespace RnnGen;

/// <summary>A model together with what turns texts into its numbers and its numbers into names. One file holds all of it.</summary>
/// <remarks>Safe from many threads at once, as long as nobody trains the model meanwhile.</remarks>
/// <typeparam name="TModel">The generated class.</typeparam>
public abstract class TextModel<TModel>
    where TModel : class, IRecurrentModel<TModel>
{
    private readonly LabelSet? _labels;

    private protected TextModel(TModel model, Vocabulary vocabulary, LabelSet? labels)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(vocabulary);
        RequireFit(new ModelMetadata { Vocabulary = vocabulary }, nameof(vocabulary));
        RequireFit(new ModelMetadata { Labels = labels }, nameof(labels));
        Model = model;
        Vocabulary = vocabulary;
        _labels = labels;
    }

    /// <summary>The model.</summary>
    public TModel Model { get; }

    /// <summary>The tokens that the model knows, and how texts are cut into them.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>
    /// Entries of the caller's own that the file carries, as <see cref="ModelMetadata.Entries"/> says; none unless set or loaded.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyDictionary<string, string> Entries
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Saves all parts to one file.</summary>
    /// <param name="path">Where the file goes; its directory must exist. A file that is there is replaced, atomically.</param>
    /// <exception cref="ArgumentException">
    /// A key of <see cref="Entries"/> begins with <c>rnngen.</c>, a key or a value is null or has an unpaired surrogate, or all takes more than the 100 MB that the format allows.
    /// </exception>
    /// <exception cref="InvalidOperationException">A weight is NaN or infinite.</exception>
    /// <exception cref="IOException">The file cannot be written; what was there stays.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; what was there stays.</exception>
    public void Save(string path) => ModelFile.Save(Model, path, Metadata());

    /// <summary>Saves all parts to a stream.</summary>
    /// <param name="stream">A writable stream; it stays open. After an exception it may hold part of the model.</param>
    /// <exception cref="ArgumentException">
    /// A key of <see cref="Entries"/> begins with <c>rnngen.</c>, a key or a value is null or has an unpaired surrogate, or all takes more than the 100 MB that the format allows.
    /// </exception>
    /// <exception cref="InvalidOperationException">A weight is NaN or infinite.</exception>
    public void Save(Stream stream) => ModelFile.Save(Model, stream, Metadata());

    private protected static Vocabulary VocabularyOf(ModelMetadata metadata, string? path) =>
        metadata.Vocabulary ?? throw new ModelFileException("The file carries no vocabulary: it holds a model's weights alone.", path);

    private protected static LabelSet LabelsOf(ModelMetadata metadata, string? path) =>
        metadata.Labels ?? throw new ModelFileException("The file carries no label names.", path);

    private protected static void RequireRoomForAToken(string parameter)
    {
        const int Shortest = 3;
        ModelDescription model = TModel.Description;
        if (model.SequenceLength < Shortest)
        {
            throw new ArgumentException(
                $"{model.Name} declares a sequence length of {model.SequenceLength}; <SOS>, a token and <EOS> take {Shortest}.", parameter);
        }
    }

    private static void RequireFit(ModelMetadata part, string parameter)
    {
        if (ModelMetadataText.Misfit(part, TModel.Description) is string misfit)
        {
            throw new ArgumentException(misfit, parameter);
        }
    }

    private ModelMetadata Metadata() => new() { Vocabulary = Vocabulary, Labels = _labels, Entries = Entries };
}
