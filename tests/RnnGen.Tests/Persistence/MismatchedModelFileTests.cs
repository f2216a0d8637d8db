using System;
using System.IO;
using System.Linq;
using CsCheck;
using RnnGen.Persistence;
using TinyModel = RnnGen.Tests.Persistence.HandMadeModel<RnnGen.Tests.Persistence.Tiny>;

namespace RnnGen.Tests.Persistence;

/// <summary>Files that are in order but are not the model's, and files of the model's with damage to them.</summary>
public class MismatchedModelFileTests
{
    private static readonly ModelMetadata Metadata = new()
    {
        Vocabulary = Vocabulary.FromTokens(["a", "b"]),
        Labels = LabelSet.FromNames(["x", "y"]),
    };

    public static TheoryData<string, string, string> MetadataChanges => new()
    {
        { "rnngen.version", "2", "The file is of version 2; this version of RnnGen reads version 1." },
        { "rnngen.version", "one", "'rnngen.version' is 'one' and not a whole number" },
        { "rnngen.task", "labeling", "The file's task is labeling, Tiny declares classification." },
        { "rnngen.task", "translation", "The file's task is translation, which this version of RnnGen does not know." },
        { "rnngen.cell", "gru", "The file's cell is gru, Tiny declares elman." },
        { "rnngen.reset_before", "true", "'rnngen.reset_before' is 'true'; the cell of Tiny, elman, has no reset." },
        { "rnngen.nonlinearity", "relu", "The file's nonlinearity is relu, Tiny declares tanh." },
        { "rnngen.vocabulary_size", "7", "The file's vocabulary size is 7, Tiny declares 6." },
        { "rnngen.hidden_size", "32", "The file's hidden size is 32, Tiny declares 1." },
        { "rnngen.hidden_size", "-1", "'rnngen.hidden_size' is '-1' and not a whole number" },
        { "rnngen.hidden_size", "99999999999", "'rnngen.hidden_size' is '99999999999' and not a whole number" },
        { "rnngen.sequence_length", "5", "The file's sequence length is 5, Tiny declares 4." },
        { "rnngen.output_size", "3", "The file's output size is 3, Tiny declares 2." },
        { "rnngen.tokenizer", "syllables", "The file's vocabulary cannot be read: \"syllables\" is no tokenizer" },
        { "rnngen.vocabulary", "a b", "The file's vocabulary cannot be read: it is not valid JSON" },
        { "rnngen.vocabulary", "{}", "The file's vocabulary cannot be read: it is not a list" },
        { "rnngen.vocabulary", "[1]", "The file's vocabulary cannot be read: its item 0 is not a string" },
        { "rnngen.vocabulary", "[\"<PAD>\"", "The file's vocabulary cannot be read: it is not valid JSON" },
        { "rnngen.vocabulary", "[\"\\ud800\"]", "The file's vocabulary cannot be read: it is not valid JSON" },
        { "rnngen.vocabulary", "[]", "The file's vocabulary cannot be read: its token 0 is not <PAD>" },
        { "rnngen.vocabulary", "[\"<PAD>\",\"<SOS>\",\"<UNK>\",\"<EOS>\",\"a\"]", "its token 2 is not <EOS>" },
        { "rnngen.vocabulary", "[\"<PAD>\",\"<SOS>\",\"<EOS>\",\"<UNK>\",\"a\",\"a\"]", "there twice" },
        {
            "rnngen.vocabulary",
            "[\"<PAD>\",\"<SOS>\",\"<EOS>\",\"<UNK>\",\"a\",\"b\",\"c\"]",
            "The vocabulary has 7 tokens, Tiny declares 6."
        },
        { "rnngen.labels", "[]", "The file's label names cannot be read" },
        { "rnngen.labels", "[\"x\",\"x\"]", "The file's label names cannot be read" },
        { "rnngen.labels", "[\"x\",\"y\",\"z\"]", "There are names for 3 outputs, Tiny declares 2." },
    };

    [Theory]
    [MemberData(nameof(MetadataChanges))]
    public void Metadata_that_is_damaged_or_another_models_is_named(string key, string value, string problem)
    {
        TensorContainer container = SavedTiny();
        container.SetMetadata(key, value);
        AssertRefused(Bytes(container), problem);
    }

    [Fact]
    public void Without_metadata_the_shapes_tell_the_first_difference()
    {
        AssertRefused(Shapes(6, 2, 1, 2), "The file's hidden size is 2, Tiny declares 1.");
        AssertRefused(Shapes(7, 2, 1, 3), "The file's vocabulary size is 7, Tiny declares 6.");
        AssertRefused(Shapes(6, 1, 1, 3), "The file's output size is 3, Tiny declares 2.");
        AssertRefused(Shapes(6, 2, 3, 2), "The file's cell is gru, Tiny declares elman.");
        AssertRefused(Shapes(6, 2, 4, 2), "The file's cell is lstm, Tiny declares elman.");
        Assert.NotNull(ModelFile.Load<TinyModel>(new MemoryStream(Shapes(6, 1, 1, 2))));

        static byte[] Shapes(int vocabulary, int hidden, int gates, int outputs)
        {
            var container = new TensorContainer();
            container.Add("rnn.weight_ih_l0", new float[gates * hidden * vocabulary], gates * hidden, vocabulary);
            container.Add("rnn.weight_hh_l0", new float[gates * hidden * hidden], gates * hidden, hidden);
            container.Add("rnn.bias_ih_l0", new float[gates * hidden]);
            container.Add("rnn.bias_hh_l0", new float[gates * hidden]);
            container.Add("fc.weight", new float[outputs * hidden], outputs, hidden);
            container.Add("fc.bias", new float[outputs]);
            return Bytes(container);
        }
    }

    [Fact]
    public void A_tensor_that_is_missing_or_too_many_or_of_another_shape_is_named()
    {
        AssertRefused(With((name, values, shape, into) =>
        {
            if (name != "rnn.bias_hh_l0")
            {
                into.Add(name, values, shape);
            }
        }), "The file has no tensor 'rnn.bias_hh_l0', which Tiny needs.");
        AssertRefused(
            With((name, values, shape, into) => into.Add(name == "fc.bias" ? "fc.b" : name, values, shape)),
            "The file has no tensor 'fc.bias', which Tiny needs.");
        AssertRefused(With((name, values, shape, into) =>
        {
            into.Add(name, values, shape);
            if (name == "fc.bias")
            {
                into.Add("rnn.weight_ih_l1", [1f]);
            }
        }), "The file has a tensor 'rnn.weight_ih_l1', for which Tiny has no place.");
        AssertRefused(
            With((name, values, shape, into) => into.Add(name, values, name == "fc.bias" ? [2, 1] : shape)),
            "The file's tensor 'fc.bias' has the shape [2, 1], Tiny needs [2].");
        AssertRefused(
            With((name, values, shape, into) => into.Add(name, values, name == "fc.weight" ? [1, 2] : shape), keepMetadata: true),
            "The file's tensor 'fc.weight' has the shape [1, 2], Tiny needs [2, 1].");
    }

    [Theory]
    [InlineData("rnn.weight_ih_l0", 5, float.NaN, "'rnn.weight_ih_l0' holds NaN at [0, 5]")]
    [InlineData("fc.weight", 1, float.PositiveInfinity, "'fc.weight' holds Infinity at [1, 0]")]
    [InlineData("fc.bias", 1, float.NegativeInfinity, "'fc.bias' holds -Infinity at [1]")]
    [InlineData("rnn.bias_hh_l0", 0, float.NaN, "'rnn.bias_hh_l0' holds NaN at [0]")]
    public void A_weight_that_is_not_finite_is_named(string tensor, int place, float value, string problem) =>
        AssertRefused(
            With((name, values, shape, into) =>
            {
                float[] changed = values.ToArray();
                if (name == tensor)
                {
                    changed[place] = value;
                }

                into.Add(name, changed, shape);
            }),
            problem);

    [Fact]
    public void Two_biases_whose_sum_is_not_finite_are_refused() =>
        AssertRefused(
            With((name, values, shape, into) =>
                into.Add(name, name.Contains("bias_", StringComparison.Ordinal) ? [float.MaxValue] : values, shape)),
            "The two biases that make up 'rnn.bias_ih_l0' have the sum Infinity at [0]");

    [Fact]
    public void The_exception_and_its_message_have_the_path()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("model.safetensors");
        File.WriteAllText(path, "not a model");

        ModelFileException exception = Assert.Throws<ModelFileException>(() => ModelFile.Load<TinyModel>(path));

        Assert.Equal(path, exception.Path);
        Assert.Equal($"{path}: {exception.Problem}", exception.Message);
        Assert.Equal(path, Assert.Throws<ModelFileException>(() => ModelFile.ReadHeader(path)).Path);
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] file = ModelFileTests.Save(ModelFileTests.CountedModel(), Metadata);
        for (int length = 0; length < file.Length; length++)
        {
            AssertRefused(file[..length], problem: "");
        }
    }

    [Fact]
    public void Bytes_after_the_end_are_refused()
    {
        byte[] file = ModelFileTests.Save(ModelFileTests.CountedModel(), Metadata);
        AssertRefused([.. file, 0], problem: "");
    }

    [Fact]
    public void A_changed_byte_is_refused_or_harmless() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Byte, Gen.Int[0, 10_000], Gen.Byte).Sample(
            (first, firstValue, second, secondValue) =>
            {
                byte[] file = ModelFileTests.Save(ModelFileTests.CountedModel(), Metadata);
                file[first % file.Length] = firstValue;
                file[second % file.Length] = secondValue;
                TinyModel model = TinyModel.Create(seed: 3);
                uint[] before = model.Bits();
                foreach (Stream stream in new Stream[] { new MemoryStream(file), new ForwardOnlyStream(file) })
                {
                    // Any exception but this one fails the test.
                    try
                    {
                        _ = ModelFile.LoadInto(model, stream);
                        Assert.All(model.Parameters.ToArray(), static value => Assert.True(float.IsFinite(value)));
                        model = TinyModel.Create(seed: 3);
                    }
                    catch (ModelFileException)
                    {
                        Assert.Equal(before, model.Bits());
                    }
                }
            },
            iter: 5_000);

    private delegate void Rebuild(string name, ReadOnlySpan<float> values, int[] shape, TensorContainer into);

    private static byte[] With(Rebuild rebuild, bool keepMetadata = false)
    {
        TensorContainer saved = SavedTiny();
        var changed = new TensorContainer();
        foreach ((string key, string value) in saved.Metadata.Where(_ => keepMetadata))
        {
            changed.SetMetadata(key, value);
        }

        foreach (string name in saved.Names)
        {
            rebuild(name, saved.ValuesOf(name), [.. saved.ShapeOf(name).Select(static dimension => (int)dimension)], changed);
        }

        return Bytes(changed);
    }

    private static TensorContainer SavedTiny() =>
        TensorContainer.Load(new MemoryStream(ModelFileTests.Save(ModelFileTests.CountedModel(), Metadata)));

    private static byte[] Bytes(TensorContainer container)
    {
        using var stream = new MemoryStream();
        container.Save(stream);
        return stream.ToArray();
    }

    private static void AssertRefused(byte[] file, string problem)
    {
        TinyModel model = TinyModel.Create(seed: 3);
        uint[] before = model.Bits();
        foreach (Stream stream in new Stream[] { new MemoryStream(file), new ForwardOnlyStream(file) })
        {
            ModelFileException exception = Assert.Throws<ModelFileException>(() => ModelFile.LoadInto(model, stream));
            Assert.Contains(problem, exception.Problem, StringComparison.Ordinal);
            Assert.Equal(before, model.Bits());
        }
    }
}
