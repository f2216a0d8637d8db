using System;
using System.IO;
using System.Linq;
using RnnGen.Persistence;
using RnnGen.Tests.Training;

namespace RnnGen.Tests.Persistence;

/// <summary>Files of GRUs that reset their state before the recurrent product, and of those that do after it: neither is taken for the other.</summary>
public class ResetBeforeModelFileTests
{
    private const string Key = "rnngen.reset_before";
    private const string AfterForBefore = "The file's reset is after the recurrent product, ResetBeforeGru declares before the recurrent product.";
    private const string BeforeForAfter = "The file's reset is before the recurrent product, ResetAfterGru declares after the recurrent product.";

    [Fact]
    public void Where_the_reset_is_rides_in_the_metadata_if_it_is_before_the_product()
    {
        TensorContainer before = Saved(new ResetBeforeGru(seed: 1)), after = Saved(new ResetAfterGru(seed: 1));
        Assert.Equal("true", before.Metadata[Key]);
        Assert.DoesNotContain(Key, after.Metadata.Keys);
        Assert.True(Header(before).ResetsBefore);
        Assert.False(Header(after).ResetsBefore);
        Assert.Null(Header(Changed(before, keepMetadata: false)).ResetsBefore);
    }

    [Fact]
    public void A_file_has_one_bias_for_each_layer() => Assert.Equal(
        [
            "rnn.weight_ih_l0", "rnn.weight_hh_l0", "rnn.bias_ih_l0",
            "rnn.weight_ih_l1", "rnn.weight_hh_l1", "rnn.bias_ih_l1",
            "fc.weight", "fc.bias",
        ],
        Saved(new ResetBeforeGru(seed: 1)).Names);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_saved_model_comes_back_to_the_bit_with_and_without_metadata(bool hasMetadata)
    {
        var model = new ResetBeforeGru(seed: 1);
        ResetBeforeGru loaded = ResetBeforeGru.Load(new MemoryStream(Bytes(Changed(Saved(model), hasMetadata))));
        Assert.Equal(Bits.Of(model.Parameters), Bits.Of(loaded.Parameters));
    }

    [Fact]
    public void The_other_reset_is_the_first_difference_to_be_named()
    {
        AssertRefused(new ResetBeforeGru(seed: 2), Saved(new ResetAfterGru(seed: 1)), AfterForBefore);
        AssertRefused(new ResetAfterGru(seed: 2), Saved(new ResetBeforeGru(seed: 1)), BeforeForAfter);
    }

    [Fact]
    public void Without_metadata_the_second_bias_tells_them_apart()
    {
        AssertRefused(new ResetBeforeGru(seed: 2), Changed(Saved(new ResetAfterGru(seed: 1)), keepMetadata: false), AfterForBefore);
        AssertRefused(
            new ResetAfterGru(seed: 2),
            Changed(Saved(new ResetBeforeGru(seed: 1)), keepMetadata: false),
            "The file has no tensor 'rnn.bias_hh_l0', which ResetAfterGru needs.");
    }

    [Theory]
    [InlineData("false", AfterForBefore)]
    [InlineData("True", "'rnngen.reset_before' is 'True' and neither true nor false")]
    [InlineData("", "'rnngen.reset_before' is '' and neither true nor false")]
    public void Metadata_that_is_damaged_or_the_other_reset_is_named(string value, string problem)
    {
        TensorContainer file = Saved(new ResetBeforeGru(seed: 1));
        file.SetMetadata(Key, value);
        AssertRefused(new ResetBeforeGru(seed: 2), file, problem);
    }

    [Fact]
    public void A_reset_in_the_file_of_a_cell_without_one_is_named()
    {
        TensorContainer file = Saved(new StackedLstm(seed: 1));
        file.SetMetadata(Key, "true");
        AssertRefused(new StackedLstm(seed: 2), file, "'rnngen.reset_before' is 'true'; the cell of StackedLstm, lstm, has no reset.");
        file.SetMetadata(Key, "false");
        Assert.NotNull(StackedLstm.Load(new MemoryStream(Bytes(file))));
    }

    [Fact]
    public void Another_cell_or_a_second_bias_is_named_all_the_same()
    {
        AssertRefused(new StackedLstm(seed: 2), Saved(new ResetBeforeGru(seed: 1)), "The file's cell is gru, StackedLstm declares lstm.");
        TensorContainer file = Saved(new ResetBeforeGru(seed: 1));
        file.Add("rnn.bias_hh_l0", new float[9], 9);
        AssertRefused(new ResetBeforeGru(seed: 2), file, "The file has a tensor 'rnn.bias_hh_l0', for which ResetBeforeGru has no place.");
    }

    private static void AssertRefused<TModel>(TModel model, TensorContainer file, string problem)
        where TModel : class, IRecurrentModel<TModel>
    {
        int[] before = Bits.Of(model.Parameters);
        ModelFileException exception = Assert.Throws<ModelFileException>(() => ModelFile.LoadInto(model, new MemoryStream(Bytes(file))));
        Assert.Contains(problem, exception.Problem, StringComparison.Ordinal);
        Assert.Equal(before, Bits.Of(model.Parameters));
    }

    private static ModelFileHeader Header(TensorContainer file)
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("model.safetensors");
        File.WriteAllBytes(path, Bytes(file));
        return ModelFile.ReadHeader(path);
    }

    private static TensorContainer Changed(TensorContainer file, bool keepMetadata)
    {
        var changed = new TensorContainer();
        foreach ((string key, string value) in file.Metadata.Where(_ => keepMetadata))
        {
            changed.SetMetadata(key, value);
        }

        foreach (string name in file.Names)
        {
            changed.Add(name, file.ValuesOf(name), [.. file.ShapeOf(name).Select(static dimension => (int)dimension)]);
        }

        return changed;
    }

    private static TensorContainer Saved<TModel>(TModel model)
        where TModel : class, IRecurrentModel<TModel>
    {
        using var stream = new MemoryStream();
        ModelFile.Save(model, stream);
        return TensorContainer.Load(new MemoryStream(stream.ToArray()));
    }

    private static byte[] Bytes(TensorContainer container)
    {
        using var stream = new MemoryStream();
        container.Save(stream);
        return stream.ToArray();
    }
}
