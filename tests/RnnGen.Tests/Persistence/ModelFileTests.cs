using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CsCheck;
using RnnGen.Persistence;
using TinyModel = RnnGen.Tests.Persistence.HandMadeModel<RnnGen.Tests.Persistence.Tiny>;

namespace RnnGen.Tests.Persistence;

public class ModelFileTests
{
    private const string TinyHeader = """
        {"__metadata__":{"rnngen.cell":"elman","rnngen.hidden_size":"1","rnngen.nonlinearity":"tanh","rnngen.output_size":"2",
        "rnngen.sequence_length":"4","rnngen.task":"classification","rnngen.version":"1","rnngen.vocabulary_size":"6"},
        "rnn.weight_ih_l0":{"dtype":"F32","shape":[1,6],"data_offsets":[0,24]},
        "rnn.weight_hh_l0":{"dtype":"F32","shape":[1,1],"data_offsets":[24,28]},
        "rnn.bias_ih_l0":{"dtype":"F32","shape":[1],"data_offsets":[28,32]},
        "rnn.bias_hh_l0":{"dtype":"F32","shape":[1],"data_offsets":[32,36]},
        "fc.weight":{"dtype":"F32","shape":[2,1],"data_offsets":[36,44]},
        "fc.bias":{"dtype":"F32","shape":[2],"data_offsets":[44,52]}}
        """;

    private static readonly float[] TinyValues = [1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 0f, 9f, 10f, 11f, 12f];

    [Fact]
    public void The_bytes_are_those_of_a_state_dict_with_the_declaration_in_the_metadata()
    {
        string header = TinyHeader.ReplaceLineEndings("");
        string padded = header + new string(' ', (8 - (header.Length % 8)) % 8);

        Assert.Equal(SafetensorsBytes.File(padded, SafetensorsBytes.Floats(TinyValues)), Save(CountedModel()));
    }

    [Fact]
    public void The_two_biases_of_a_file_are_summed_in_whichever_order_they_come()
    {
        const string Reordered = """
            {"rnn.weight_ih_l0":{"dtype":"F32","shape":[1,6],"data_offsets":[0,24]},
            "rnn.bias_hh_l0":{"dtype":"F32","shape":[1],"data_offsets":[24,28]},
            "rnn.bias_ih_l0":{"dtype":"F32","shape":[1],"data_offsets":[28,32]},
            "rnn.weight_hh_l0":{"dtype":"F32","shape":[1,1],"data_offsets":[32,36]},
            "fc.weight":{"dtype":"F32","shape":[2,1],"data_offsets":[36,44]},
            "fc.bias":{"dtype":"F32","shape":[2],"data_offsets":[44,52]}}
            """;
        byte[] file = SafetensorsBytes.File(Reordered, SafetensorsBytes.Floats(0, 0, 0, 0, 0, 0, 0.25f, 1.5f, 7f, 0, 0, 0, 0));

        TinyModel model = ModelFile.Load<TinyModel>(new MemoryStream(file));

        Assert.Equal(1.75f, Element(model, "rnn.bias_ih_l0"));
        Assert.Equal(7f, Element(model, "rnn.weight_hh_l0"));
    }

    [Fact]
    public void A_second_bias_of_the_models_own_is_kept_apart()
    {
        HandMadeModel<TwoBiases> model = HandMadeModel<TwoBiases>.Create(seed: 1);
        byte[] file = Save(model);
        TensorContainer container = TensorContainer.Load(new MemoryStream(file));

        Assert.Equal(["rnn.bias_ih_l0", "rnn.bias_hh_l0", "rnn.bias_ih_l0_reverse", "rnn.bias_hh_l0_reverse"], container.Names);
        Assert.Equal(model.Parameters[2..4], container.ValuesOf("rnn.bias_hh_l0"));
        Assert.Equal([0f, 0f], container.ValuesOf("rnn.bias_hh_l0_reverse"));
        Assert.Equal(model.Bits(), ModelFile.Load<HandMadeModel<TwoBiases>>(new MemoryStream(file)).Bits());
    }

    [Fact]
    public void Any_finite_weights_come_back_to_the_bit() =>
        Gen.Float.Where(float.IsFinite).Array[Tiny.Description.ParameterCount].Sample(values =>
        {
            TinyModel model = Model(values);
            byte[] file = Save(model);

            Assert.Equal(model.Bits(), ModelFile.Load<TinyModel>(new MemoryStream(file)).Bits());
            Assert.Equal(model.Bits(), ModelFile.Load<TinyModel>(new ForwardOnlyStream(file)).Bits());
        });

    [Fact]
    public void A_negative_zero_bias_keeps_its_sign()
    {
        TinyModel model = Model(Enumerable.Repeat(-0f, Tiny.Description.ParameterCount));
        Assert.Equal(model.Bits(), ModelFile.Load<TinyModel>(new MemoryStream(Save(model))).Bits());
    }

    [Fact]
    public void Padding_stays_zero()
    {
        HandMadeModel<ClassifierV13H7K3> model = HandMadeModel<ClassifierV13H7K3>.Create(seed: 1);
        HandMadeModel<ClassifierV13H7K3> loaded = ModelFile.Load<HandMadeModel<ClassifierV13H7K3>>(new MemoryStream(Save(model)));

        Assert.Equal(ClassifierV13H7K3.Description.ParameterCount, loaded.Parameters.ToArray().Count(static value => value != 0));
        Assert.Equal(model.Bits(), loaded.Bits());
    }

    [Fact]
    public void Vocabulary_labels_and_entries_come_back()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("model.safetensors");
        var metadata = new ModelMetadata
        {
            Vocabulary = Vocabulary.FromTokens(["\"a\" \\", "漢😀"], Tokenizer.Words),
            Labels = LabelSet.FromNames(["negative, very", "positive"]),
            Entries = new Dictionary<string, string> { ["author"] = "é", ["empty"] = "" },
        };
        ModelFile.Save(CountedModel(), path, metadata);

        TinyModel loaded = ModelFile.Load<TinyModel>(path, out ModelMetadata read);
        ModelFileHeader header = ModelFile.ReadHeader(path);
        Assert.False(header.IsCheckpoint);

        Assert.Equal(CountedModel().Bits(), loaded.Bits());
        foreach (ModelMetadata each in new[] { read, header.Metadata, ModelFile.LoadInto(new TinyModel(), path) })
        {
            Assert.Equal(metadata.Vocabulary.Tokens, each.Vocabulary!.Tokens);
            Assert.Equal(Tokenizer.Words.Name, each.Vocabulary.Tokenizer.Name);
            Assert.Equal(metadata.Labels.Names, each.Labels!.Names);
            Assert.Equal(metadata.Entries, each.Entries);
        }

        Assert.Equal(SequenceTask.Classification, header.Task);
        Assert.Equal("elman", header.Cell);
        Assert.Equal("tanh", header.Nonlinearity);
        Assert.Equal(6, header.VocabularySize);
        Assert.Equal(1, header.HiddenSize);
        Assert.Equal(4, header.SequenceLength);
        Assert.Equal(2, header.OutputSize);
    }

    [Fact]
    public void The_vocabulary_is_a_json_list_in_the_order_of_the_ids()
    {
        byte[] file = Save(
            CountedModel(), new ModelMetadata { Vocabulary = Vocabulary.FromTokens(["b", "a"]), Labels = LabelSet.FromNames(["x", "y"]) });
        IReadOnlyDictionary<string, string> text = TensorContainer.Load(new MemoryStream(file)).Metadata;

        Assert.Equal("""["<PAD>","<SOS>","<EOS>","<UNK>","b","a"]""", text["rnngen.vocabulary"]);
        Assert.Equal("words", text["rnngen.tokenizer"]);
        Assert.Equal("""["x","y"]""", text["rnngen.labels"]);
    }

    [Fact]
    public void Metadata_that_does_not_fit_is_refused_before_the_file_is_touched()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("model.safetensors");
        Refuse(new ModelMetadata { Vocabulary = Vocabulary.FromTokens(["a", "b", "c"]) }, "The vocabulary has 7 tokens, Tiny declares 6.");
        Refuse(new ModelMetadata { Labels = LabelSet.FromNames(["a", "b", "c"]) }, "There are names for 3 outputs, Tiny declares 2.");
        Refuse(new ModelMetadata { Entries = new Dictionary<string, string> { ["rnngen.x"] = "" } }, "is the library's own");
        Refuse(new ModelMetadata { Entries = new Dictionary<string, string> { ["x"] = "\uD800" } }, "unpaired surrogate");
        string tooLong = new('x', 100_000_000);
        Refuse(new ModelMetadata { Entries = new Dictionary<string, string> { ["x"] = tooLong } }, "The metadata is too long");
        Assert.Empty(directory.FileNames);

        void Refuse(ModelMetadata metadata, string problem) =>
            Assert.Contains(
                problem,
                Assert.ThrowsAny<ArgumentException>(() => ModelFile.Save(CountedModel(), path, metadata)).Message,
                StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void A_model_with_a_weight_that_is_not_finite_is_not_saved_and_the_old_file_stays(float value, string name)
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("model.safetensors");
        ModelFile.Save(CountedModel(), path);
        byte[] before = File.ReadAllBytes(path);

        // The last tensor: by then all the others have gone to the new file.
        TinyModel model = Model(Enumerable.Repeat(1f, Tiny.Description.ParameterCount - 1).Append(value));
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => ModelFile.Save(model, path));

        Assert.Contains($"'fc.bias' holds {name} at [1]", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(["model.safetensors"], directory.FileNames);
    }

    [Fact]
    public void A_stream_that_fails_passes_its_exception_on()
    {
        using var stream = new MemoryStream(new byte[100], writable: true);
        Assert.Throws<NotSupportedException>(() => ModelFile.Save(CountedModel(), stream));
    }

    [Fact]
    public void A_stream_stays_open_and_may_hold_something_before_the_model()
    {
        using var stream = new MemoryStream();
        stream.WriteByte(42);
        ModelFile.Save(CountedModel(), stream);
        stream.Position = 1;

        Assert.Equal(CountedModel().Bits(), ModelFile.Load<TinyModel>(stream).Bits());
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void A_file_that_is_not_there_is_the_systems_own_exception() =>
        Assert.Throws<FileNotFoundException>(() => ModelFile.Load<TinyModel>(Path.Combine(AppContext.BaseDirectory, "no such file")));

    [Fact]
    public void Half_precision_files_load()
    {
        string header = TinyHeader.Replace("F32", "BF16", StringComparison.Ordinal);
        int from = 0;
        foreach (int count in new[] { 6, 1, 1, 1, 2, 2 })
        {
            header = header.Replace($"[{from * 4},{(from + count) * 4}]", $"[{from * 2},{(from + count) * 2}]", StringComparison.Ordinal);
            from += count;
        }

        byte[] data = [.. TinyValues.SelectMany(static value => SafetensorsBytes.Floats(value)[2..])];

        Assert.Equal(CountedModel().Bits(), ModelFile.Load<TinyModel>(new MemoryStream(SafetensorsBytes.File(header, data))).Bits());
    }

    /// <summary>1 to 12 in the order of the state_dict, the second bias left out.</summary>
    internal static TinyModel CountedModel() => Model(Enumerable.Range(1, 12).Select(static i => (float)i));

    internal static byte[] Save<TDeclaration>(HandMadeModel<TDeclaration> model, ModelMetadata? metadata = null)
        where TDeclaration : IDeclaration
    {
        using var stream = new MemoryStream();
        ModelFile.Save(model, stream, metadata);
        return stream.ToArray();
    }

    private static TinyModel Model(IEnumerable<float> values)
    {
        var model = new TinyModel();
        using IEnumerator<float> next = values.GetEnumerator();
        foreach (TensorInfo tensor in Tiny.Description.Tensors)
        {
            for (int i = 0; i < tensor.Rows; i++)
            {
                for (int j = 0; j < tensor.Columns; j++)
                {
                    Assert.True(next.MoveNext());
                    model.Parameters[tensor.IndexOf(i, j)] = next.Current;
                }
            }
        }

        return model;
    }

    private static float Element(TinyModel model, string name) =>
        model.Parameters[Tiny.Description.Tensors.Single(tensor => tensor.Name == name).Offset];
}
