using System;
using System.IO;
using System.Linq;
using RnnGen.Persistence;
using RnnGen.Tests.Training;

namespace RnnGen.Tests.Persistence;

/// <summary>Files of models that read features, or give numbers.</summary>
public class RealValuedModelFileTests
{
    [Fact]
    public void A_saved_model_comes_back_to_the_bit_with_its_standardisation()
    {
        AssertRoundTrip<FeatureClassifierShape>();
        AssertRoundTrip<FeatureLabelerShape>();
        AssertRoundTrip<FeatureStepRegressorShape>();
        AssertRoundTrip<RegressorShape>();
    }

    [Fact]
    public void The_file_has_mean_and_standard_deviation_as_vectors_after_the_weights()
    {
        PlainElman<FeatureClassifierShape> model = Fitted<FeatureClassifierShape>();
        TensorContainer file = TensorContainer.Load(new MemoryStream(Save(model)));
        Assert.Equal(["standardization.mean", "standardization.std"], file.Names.TakeLast(2));
        Assert.Equal([5L], file.ShapeOf("standardization.mean"));
        Assert.Equal(model.Standardization!.Mean.ToArray(), file.ValuesOf("standardization.mean").ToArray());
        Assert.Equal(model.Standardization.StandardDeviation.ToArray(), file.ValuesOf("standardization.std").ToArray());
        Assert.Equal([7L, 5L], file.ShapeOf("rnn.weight_ih_l0"));
        Assert.DoesNotContain(TensorContainer.Load(new MemoryStream(Save(PlainElman<RegressorShape>.Create(1)))).Names, name => name.StartsWith('s'));
    }

    [Fact]
    public void The_header_says_what_is_read_and_where_outputs_are()
    {
        using var directory = new TemporaryDirectory();
        ModelFileHeader HeaderOf<TShape>()
            where TShape : IPlainShape
        {
            string path = directory.PathOf("model.safetensors");
            ModelFile.Save(PlainElman<TShape>.Create(1), path);
            return ModelFile.ReadHeader(path);
        }

        ModelFileHeader classifier = HeaderOf<FeatureClassifierShape>();
        Assert.Equal((5, null, 3, null), (classifier.FeatureCount, classifier.VocabularySize, classifier.OutputSize, classifier.HasOutputEveryStep));
        ModelFileHeader regressor = HeaderOf<RegressorShape>();
        Assert.Equal(SequenceTask.Regression, regressor.Task);
        Assert.Equal((null, 13, 2, false), (regressor.FeatureCount, regressor.VocabularySize, regressor.OutputSize, regressor.HasOutputEveryStep));
        Assert.True(HeaderOf<FeatureStepRegressorShape>().HasOutputEveryStep);
    }

    [Fact]
    public void A_file_without_standardisation_is_one_whose_features_are_read_as_they_are()
    {
        // As PyTorch writes it: no metadata either.
        PlainElman<FeatureClassifierShape> saved = Fitted<FeatureClassifierShape>();
        byte[] file = Changed(Save(saved), keepMetadata: false, (name, values, shape, into) =>
        {
            if (!name.StartsWith("standardization", StringComparison.Ordinal))
            {
                into.Add(name, values, shape);
            }
        });
        PlainElman<FeatureClassifierShape> model = Fitted<FeatureClassifierShape>();
        model.Parameters.Clear();
        _ = ModelFile.LoadInto(model, new MemoryStream(file));
        Assert.Equal(Bits.Of(saved.Parameters), Bits.Of(model.Parameters));
        Assert.Equal(new float[5], model.Standardization!.Mean.ToArray());
        Assert.Equal(Enumerable.Repeat(1f, 5), model.Standardization.StandardDeviation.ToArray());
    }

    [Fact]
    public void A_standardisation_that_is_incomplete_or_no_standardisation_is_named()
    {
        void Refused(string name, Func<float[], float[]?> change, string message) => AssertRefused<FeatureClassifierShape>(
            Changed(Save(Fitted<FeatureClassifierShape>()), keepMetadata: true, (each, values, shape, into) =>
            {
                float[]? changed = each == name ? change(values) : values;
                if (changed is not null)
                {
                    into.Add(each, changed, changed.Length == values.Length ? shape : [changed.Length]);
                }
            }),
            message);
        Refused("standardization.mean", _ => null, "The file has a tensor 'standardization.std' and no 'standardization.mean'; there must be both or neither.");
        Refused("standardization.std", _ => null, "The file has a tensor 'standardization.mean' and no 'standardization.std'; there must be both or neither.");
        Refused("standardization.std", _ => new float[6], "'standardization.std' has the shape [6], FeatureClassifierShape needs [5].");
        Refused("standardization.mean", values => [.. values[..4], float.NaN], "The mean of feature 4 is NaN; it must be finite.");
        Refused("standardization.std", values => [0, .. values[1..]], "The standard deviation of feature 0 is 0; it must be finite and at least 2^-126.");
        Refused("standardization.std", values => [1, -1, .. values[2..]], "The standard deviation of feature 1 is -1");
    }

    [Fact]
    public void A_file_of_a_model_of_another_kind_is_refused_by_the_first_difference()
    {
        AssertRefused<FeatureLabelerShape>(Save(PlainElman<FeatureClassifierShape>.Create(1)), "The file's task is classification, FeatureLabelerShape declares labeling.");
        AssertRefused<FeatureStepRegressorShape>(Save(PlainElman<RegressorShape>.Create(1)), "The file's input is tokens, FeatureStepRegressorShape declares features.");
        AssertRefused<RegressorShape>(Save(PlainElman<FeatureRegressorShape>.Create(1)), "The file's input is features, RegressorShape declares tokens.");
        AssertRefused<FeatureStepRegressorShape>(
            Save(PlainElman<FeatureRegressorShape>.Create(1)), "The file's feature count is 1, FeatureStepRegressorShape declares 16.");
        AssertRefused<FeatureRegressorShape>(
            Relabeled("rnngen.output_every_step", "true"), "The file's output at every step is true, FeatureRegressorShape declares false.");
        AssertRefused<FeatureRegressorShape>(
            Relabeled("rnngen.output_every_step", "yes"), "'rnngen.output_every_step' is 'yes' and neither true nor false.");
        AssertRefused<FeatureRegressorShape>(Relabeled("rnngen.feature_count", "0"), "The file's feature count is 0, FeatureRegressorShape declares 1.");
        AssertRefused<FeatureRegressorShape>(Relabeled("rnngen.feature_count", "-1"), "'rnngen.feature_count' is '-1' and not a whole number");

        // Without metadata the shapes tell.
        AssertRefused<FeatureStepRegressorShape>(
            Changed(Save(PlainElman<FeatureRegressorShape>.Create(1)), keepMetadata: false, (name, values, shape, into) => into.Add(name, values, shape)),
            "The file's feature count is 1, FeatureStepRegressorShape declares 16.");
    }

    [Fact]
    public void A_model_that_reads_tokens_has_no_place_for_a_standardisation() => AssertRefused<RegressorShape>(
        Changed(Save(PlainElman<RegressorShape>.Create(1)), keepMetadata: true, (name, values, shape, into) =>
        {
            into.Add(name, values, shape);
            if (name == "fc.bias")
            {
                into.Add("standardization.mean", new float[13]);
            }
        }),
        "The file has a tensor 'standardization.mean', for which RegressorShape has no place.");

    private static byte[] Relabeled(string key, string value)
    {
        TensorContainer file = TensorContainer.Load(new MemoryStream(Save(PlainElman<FeatureRegressorShape>.Create(1))));
        file.SetMetadata(key, value);
        using var stream = new MemoryStream();
        file.Save(stream);
        return stream.ToArray();
    }

    private static byte[] Changed(byte[] file, bool keepMetadata, Action<string, float[], int[], TensorContainer> copy)
    {
        TensorContainer from = TensorContainer.Load(new MemoryStream(file));
        var into = new TensorContainer();
        foreach (string name in from.Names)
        {
            copy(name, from.ValuesOf(name).ToArray(), [.. from.ShapeOf(name).Select(size => (int)size)], into);
        }

        foreach ((string key, string value) in keepMetadata ? from.Metadata : into.Metadata)
        {
            into.SetMetadata(key, value);
        }

        using var stream = new MemoryStream();
        into.Save(stream);
        return stream.ToArray();
    }

    private static void AssertRefused<TShape>(byte[] file, string message)
        where TShape : IPlainShape
    {
        PlainElman<TShape> model = Fitted<TShape>();
        ModelFileException exception = Assert.Throws<ModelFileException>(() => ModelFile.LoadInto(model, new MemoryStream(file)));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        AssertSame(Fitted<TShape>(), model);
    }

    private static void AssertRoundTrip<TShape>()
        where TShape : IPlainShape
    {
        PlainElman<TShape> saved = Fitted<TShape>();
        AssertSame(saved, ModelFile.Load<PlainElman<TShape>>(new MemoryStream(Save(saved))));
    }

    private static void AssertSame<TShape>(PlainElman<TShape> expected, PlainElman<TShape> actual)
        where TShape : IPlainShape
    {
        Assert.Equal(Bits.Of(expected.Parameters), Bits.Of(actual.Parameters));
        if (expected.Standardization is { } standardization)
        {
            Assert.Equal(Bits.Of(standardization.Mean), Bits.Of(actual.Standardization!.Mean));
            Assert.Equal(Bits.Of(standardization.StandardDeviation), Bits.Of(actual.Standardization.StandardDeviation));
        }
    }

    private static PlainElman<TShape> Fitted<TShape>()
        where TShape : IPlainShape
    {
        PlainElman<TShape> model = PlainElman<TShape>.Create(seed: 2);
        model.Standardization?.Fit(RealValuedData.For(TShape.Network.Description, count: 10, seed: 3));
        return model;
    }

    private static byte[] Save<TShape>(PlainElman<TShape> model)
        where TShape : IPlainShape
    {
        using var stream = new MemoryStream();
        ModelFile.Save(model, stream);
        return stream.ToArray();
    }
}
