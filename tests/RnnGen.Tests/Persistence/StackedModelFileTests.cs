using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using RnnGen.Persistence;

namespace RnnGen.Tests.Persistence;

/// <summary>Files of networks with layers, directions, an embedding and pooling.</summary>
public class StackedModelFileTests
{
    private static readonly string[] StructureKeys =
        ["rnngen.layer_count", "rnngen.bidirectional", "rnngen.embedding_size", "rnngen.pooling"];

    public static TheoryData<string, string, string> MetadataChanges => new()
    {
        { "rnngen.layer_count", "1", "The file's number of layers is 1, Stacked declares 2." },
        { "rnngen.layer_count", "0", "The file's number of layers is 0, Stacked declares 2." },
        { "rnngen.layer_count", "2147483647", "The file's number of layers is 2147483647, Stacked declares 2." },
        { "rnngen.layer_count", "2147483648", "'rnngen.layer_count' is '2147483648' and not a whole number" },
        { "rnngen.layer_count", "-2", "'rnngen.layer_count' is '-2' and not a whole number" },
        { "rnngen.layer_count", "", "'rnngen.layer_count' is '' and not a whole number" },
        { "rnngen.bidirectional", "false", "The file's number of directions is 1, Stacked declares 2." },
        { "rnngen.bidirectional", "True", "'rnngen.bidirectional' is 'True' and neither true nor false" },
        { "rnngen.bidirectional", "2", "'rnngen.bidirectional' is '2' and neither true nor false" },
        { "rnngen.embedding_size", "0", "The file's embedding is none, Stacked declares 4." },
        { "rnngen.embedding_size", "2147483647", "The file's embedding is 2147483647, Stacked declares 4." },
        { "rnngen.embedding_size", "4294967300", "'rnngen.embedding_size' is '4294967300' and not a whole number" },
        { "rnngen.embedding_size", "-4", "'rnngen.embedding_size' is '-4' and not a whole number" },
        { "rnngen.embedding_size", "4.0", "'rnngen.embedding_size' is '4.0' and not a whole number" },
        { "rnngen.pooling", "max", "The file's pooling is max, Stacked declares mean." },
        { "rnngen.pooling", "median", "The file's pooling is median, Stacked declares mean." },
    };

    [Fact]
    public void The_structure_rides_in_the_metadata()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("model.safetensors");
        new Stacked(seed: 1).Save(path);

        IReadOnlyDictionary<string, string> text = TensorContainer.Load(path).Metadata;
        Assert.Equal(["2", "true", "4", "mean"], StructureKeys.Select(key => text[key]));
        ModelFileHeader header = ModelFile.ReadHeader(path);
        Assert.Equal((2, true, 4, "mean"), (header.LayerCount, header.IsBidirectional, header.EmbeddingSize, header.Pooling));
    }

    [Fact]
    public void A_structure_as_most_networks_have_it_is_not_written_and_known_all_the_same()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("model.safetensors");
        new Unstacked(seed: 1).Save(path);

        Assert.Empty(TensorContainer.Load(path).Metadata.Keys.Intersect(StructureKeys));
        ModelFileHeader header = ModelFile.ReadHeader(path);
        Assert.Equal((1, false, 0, "last"), (header.LayerCount, header.IsBidirectional, header.EmbeddingSize, header.Pooling));
    }

    [Fact]
    public void A_file_that_was_not_written_here_says_nothing_about_its_structure()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("model.safetensors");
        File.WriteAllBytes(path, Bytes(Changed(Save(new Stacked(seed: 1)), keepMetadata: false)));

        ModelFileHeader header = ModelFile.ReadHeader(path);
        Assert.Null(header.LayerCount);
        Assert.Null(header.IsBidirectional);
        Assert.Null(header.EmbeddingSize);
        Assert.Null(header.Pooling);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_shapes_tell_is_named_by_the_word_of_the_declaration_with_and_without_metadata(bool hasMetadata)
    {
        byte[] file = Bytes(Changed(Save(new Stacked(seed: 1)), hasMetadata));
        AssertRefused(new StackedGru(seed: 2), file, "The file's cell is elman, StackedGru declares gru.");
        AssertRefused(new StackedLstm(seed: 2), file, "The file's cell is elman, StackedLstm declares lstm.");
        AssertRefused(new StackedOnce(seed: 2), file, "The file's number of layers is 2, StackedOnce declares 1.");
        AssertRefused(new StackedOneWay(seed: 2), file, "The file's number of directions is 2, StackedOneWay declares 1.");
        AssertRefused(new StackedOneHot(seed: 2), file, "The file's embedding is 4, StackedOneHot declares none.");
        AssertRefused(new StackedEmbedding5(seed: 2), file, "The file's embedding is 4, StackedEmbedding5 declares 5.");
        AssertRefused(new StackedVocabulary7(seed: 2), file, "The file's vocabulary size is 6, StackedVocabulary7 declares 7.");
        AssertRefused(new StackedHidden4(seed: 2), file, "The file's hidden size is 3, StackedHidden4 declares 4.");
        AssertRefused(new StackedClasses3(seed: 2), file, "The file's output size is 2, StackedClasses3 declares 3.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_lacks_what_is_declared_is_named_by_it_too(bool hasMetadata)
    {
        AssertRefused(
            new Stacked(seed: 2), File(new StackedOnce(seed: 1)), "The file's number of layers is 1, Stacked declares 2.");
        AssertRefused(
            new Stacked(seed: 2), File(new StackedOneWay(seed: 1)), "The file's number of directions is 1, Stacked declares 2.");
        AssertRefused(
            new Stacked(seed: 2), File(new StackedOneHot(seed: 1)), "The file's embedding is none, Stacked declares 4.");

        byte[] File<TModel>(TModel model)
            where TModel : class, IRecurrentModel<TModel> => Bytes(Changed(Save(model), hasMetadata));
    }

    [Fact]
    public void What_only_words_tell_is_named_where_the_file_has_words_and_taken_as_declared_where_it_has_none()
    {
        byte[] file = Save(new Stacked(seed: 1));
        AssertRefused(new StackedLabeler(seed: 2), file, "The file's task is classification, StackedLabeler declares labeling.");
        AssertRefused(new StackedRelu(seed: 2), file, "The file's nonlinearity is tanh, StackedRelu declares relu.");
        AssertRefused(new StackedLast(seed: 2), file, "The file's pooling is mean, StackedLast declares last.");
        AssertRefused(new StackedLength9(seed: 2), file, "The file's sequence length is 5, StackedLength9 declares 9.");
        AssertRefused(
            new Stacked(seed: 2), Save(new StackedLast(seed: 1)), "The file's pooling is last, Stacked declares mean.");

        byte[] wordless = Bytes(Changed(file, keepMetadata: false));
        AssertLoads(new StackedLabeler(seed: 2), wordless);
        AssertLoads(new StackedRelu(seed: 2), wordless);
        AssertLoads(new StackedLast(seed: 2), wordless);
        AssertLoads(new StackedLength9(seed: 2), wordless);
    }

    [Fact]
    public void Of_many_differences_the_most_telling_comes_first()
    {
        AssertRefused(new Unstacked(seed: 2), Save(new Stacked(seed: 1)), "The file's cell is elman, Unstacked declares gru.");
        AssertRefused(
            new Unstacked(seed: 2), Save(new StackedGru(seed: 1)), "The file's number of layers is 2, Unstacked declares 1.");
    }

    [Theory]
    [MemberData(nameof(MetadataChanges))]
    public void Metadata_that_is_damaged_or_another_models_is_named(string key, string value, string problem)
    {
        TensorContainer container = TensorContainer.Load(new MemoryStream(Save(new Stacked(seed: 1))));
        container.SetMetadata(key, value);
        AssertRefused(new Stacked(seed: 2), Bytes(container), problem);
    }

    [Theory]
    [InlineData("rnn.bias_hh_l1_reverse", "The file has no tensor 'rnn.bias_hh_l1_reverse', which Stacked needs.")]
    [InlineData("rnn.weight_ih_l0_reverse", "The file has no tensor 'rnn.weight_ih_l0_reverse', which Stacked needs.")]
    [InlineData("rnn.weight_hh_l1", "The file's number of layers is 1, Stacked declares 2.")]
    [InlineData("rnn.weight_hh_l0", "The file has no tensor 'rnn.weight_hh_l0', which Stacked needs.")]
    [InlineData("embedding.weight", "The file's embedding is none, Stacked declares 4.")]
    public void A_tensor_that_is_missing_is_named_or_what_it_makes_of_the_network(string name, string problem)
    {
        TensorContainer file = Changed(Save(new Stacked(seed: 1)), keepMetadata: false, leftOut: name);
        AssertRefused(new Stacked(seed: 2), Bytes(file), problem);
    }

    [Fact]
    public void A_tensor_of_another_layers_shape_is_named()
    {
        // The second layer reads both directions of the first: 6 numbers, where the first reads the 4 of an embedding.
        TensorContainer file = Changed(Save(new Stacked(seed: 1)), keepMetadata: true, leftOut: "rnn.weight_ih_l1_reverse");
        file.Add("rnn.weight_ih_l1_reverse", new float[12], 3, 4);
        AssertRefused(
            new Stacked(seed: 2), Bytes(file), "The file's tensor 'rnn.weight_ih_l1_reverse' has the shape [3, 4], Stacked needs [3, 6].");
    }

    [Fact]
    public void Layers_without_end_are_counted_and_refused()
    {
        TensorContainer file = Changed(Save(new Stacked(seed: 1)), keepMetadata: false);
        for (int layer = 2; layer < 50_000; layer++)
        {
            file.Add(FormattableString.Invariant($"rnn.weight_hh_l{layer}"), [1], 1, 1);
        }

        AssertRefused(new Stacked(seed: 2), Bytes(file), "The file's number of layers is 50000, Stacked declares 2.");
    }

    [Fact]
    public void The_second_bias_of_every_layer_and_direction_is_added_to_the_first()
    {
        AssertSumsBiases(new Stacked(seed: 1), sharedRows: 3);
        AssertSumsBiases(new StackedLstm(seed: 1), sharedRows: 12);

        // Reset and update gate, of three hidden units each; the candidate's second bias is the model's own.
        AssertSumsBiases(new StackedGru(seed: 1), sharedRows: 6);
    }

    private static void AssertSumsBiases<TModel>(TModel model, int sharedRows)
        where TModel : class, IRecurrentModel<TModel>
    {
        string[] cells = ["l0", "l0_reverse", "l1", "l1_reverse"];
        TensorContainer saved = TensorContainer.Load(new MemoryStream(Save(model)));
        var file = new TensorContainer();
        float next = 1;
        foreach (string name in saved.Names)
        {
            float[] values = saved.ValuesOf(name).ToArray();
            if (name.Contains("bias_hh", StringComparison.Ordinal))
            {
                values = [.. values.Select(_ => next++)];
            }

            file.Add(name, values, [.. saved.ShapeOf(name).Select(static dimension => (int)dimension)]);
        }

        TModel loaded = ModelFile.Load<TModel>(new MemoryStream(Bytes(file)));

        TensorContainer again = TensorContainer.Load(new MemoryStream(Save(loaded)));
        foreach (string cell in cells)
        {
            float[] first = file.ValuesOf("rnn.bias_ih_" + cell).ToArray(), second = file.ValuesOf("rnn.bias_hh_" + cell).ToArray();
            Assert.Equal(
                first.Select((value, row) => row < sharedRows ? value + second[row] : value),
                again.ValuesOf("rnn.bias_ih_" + cell).ToArray());
            Assert.Equal(
                second.Select((value, row) => row < sharedRows ? 0 : value), again.ValuesOf("rnn.bias_hh_" + cell).ToArray());
        }
    }

    private static void AssertLoads<TModel>(TModel model, byte[] file)
        where TModel : class, IRecurrentModel<TModel>
    {
        _ = ModelFile.LoadInto(model, new MemoryStream(file));
        TensorContainer expected = TensorContainer.Load(new MemoryStream(file));
        TensorContainer actual = TensorContainer.Load(new MemoryStream(Save(model)));
        Assert.All(expected.Names, name => Assert.Equal(expected.ValuesOf(name), actual.ValuesOf(name)));
    }

    private static void AssertRefused<TModel>(TModel model, byte[] file, string problem)
        where TModel : class, IRecurrentModel<TModel>
    {
        float[] before = model.Parameters.ToArray();
        ModelFileException exception = Assert.Throws<ModelFileException>(() => ModelFile.LoadInto(model, new MemoryStream(file)));
        Assert.Contains(problem, exception.Problem, StringComparison.Ordinal);
        Assert.Equal(before, model.Parameters);
    }

    private static TensorContainer Changed(byte[] file, bool keepMetadata, string? leftOut = null)
    {
        TensorContainer original = TensorContainer.Load(new MemoryStream(file));
        var changed = new TensorContainer();
        foreach ((string key, string value) in original.Metadata.Where(_ => keepMetadata))
        {
            changed.SetMetadata(key, value);
        }

        foreach (string name in original.Names.Where(name => name != leftOut))
        {
            changed.Add(name, original.ValuesOf(name), [.. original.ShapeOf(name).Select(static dimension => (int)dimension)]);
        }

        return changed;
    }

    private static byte[] Save<TModel>(TModel model)
        where TModel : class, IRecurrentModel<TModel>
    {
        using var stream = new MemoryStream();
        ModelFile.Save(model, stream);
        return stream.ToArray();
    }

    private static byte[] Bytes(TensorContainer container)
    {
        using var stream = new MemoryStream();
        container.Save(stream);
        return stream.ToArray();
    }
}
