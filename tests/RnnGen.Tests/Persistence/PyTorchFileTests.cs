using System;
using System.IO;
using System.Linq;
using RnnGen.Tests.Golden;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Persistence;

/// <summary>Files that PyTorch's weights were saved to, which have no metadata.</summary>
public class PyTorchFileTests
{
    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Golden", name + ".safetensors");

    [Fact]
    public void Each_frozen_file_loads_into_the_model_of_its_sizes()
    {
        AssertLoads<ReluV20H33K5>("classifier_rnn_relu_v20_h33_t8_k5");
        AssertLoads<ClassifierV13H7K3>("classifier_rnn_tanh_v13_h7_t9_k3");
        AssertLoads<ClassifierV32H16K4>("classifier_rnn_tanh_v32_h16_t12_k4");
        AssertLoads<GeneratorV17H20>("generator_rnn_tanh_v17_h20_t10_k17");
        AssertLoads<GeneratorV33H65>("generator_rnn_tanh_v33_h65_t12_k33");
        AssertLoads<LabelerV13H7K6>("labeler_rnn_tanh_v13_h7_t9_k6");
        AssertLoads<LabelerV40H64K17>("labeler_rnn_tanh_v40_h64_t16_k17");
    }

    [Fact]
    public void Named_elements_are_where_the_file_has_them()
    {
        var model = ModelFile.Load<HandMadeModel<ClassifierV13H7K3>>(PathOf("classifier_rnn_tanh_v13_h7_t9_k3"));

        // Read off the file's bytes. The data starts at byte 432; in it weight_ih at 0, weight_hh at 364, bias_ih at 560, fc.weight
        // at 616, fc.bias at 700.
        Assert.Equal(-0.22836979f, Element(model, "rnn.weight_ih_l0", 0, 0));
        Assert.Equal(0.024276825f, Element(model, "rnn.weight_ih_l0", 2, 5));
        Assert.Equal(0.2235938f, Element(model, "rnn.weight_ih_l0", 6, 12));
        Assert.Equal(-0.12265356f, Element(model, "rnn.weight_hh_l0", 1, 4));
        Assert.Equal(-0.2869779f, Element(model, "rnn.bias_ih_l0", 6, 0));
        Assert.Equal(-0.039722275f, Element(model, "fc.weight", 2, 0));
        Assert.Equal(-0.07814669f, Element(model, "fc.bias", 1, 0));
    }

    [Fact]
    public void A_saved_model_is_the_same_file_but_for_the_metadata()
    {
        string path = PathOf("classifier_rnn_tanh_v13_h7_t9_k3");
        HandMadeModel<ClassifierV13H7K3> model = ModelFile.Load<HandMadeModel<ClassifierV13H7K3>>(path);
        using var stream = new MemoryStream();
        ModelFile.Save(model, stream);

        byte[] original = File.ReadAllBytes(path);
        byte[] saved = stream.ToArray();
        const int DataLength = 712;

        Assert.Equal(original[^DataLength..], saved[^DataLength..]);
    }

    private static void AssertLoads<TDeclaration>(string name)
        where TDeclaration : IDeclaration
    {
        HandMadeModel<TDeclaration> model = ModelFile.Load<HandMadeModel<TDeclaration>>(PathOf(name), out ModelMetadata metadata);
        TensorSet expected = GoldenWeights.Read(PathOf(name));

        Assert.Equal(expected.Names, TDeclaration.Description.Tensors.Select(tensor => tensor.Name));
        foreach (TensorInfo tensor in TDeclaration.Description.Tensors)
        {
            double[,] values = expected[tensor.Name];
            for (int i = 0; i < tensor.Rows; i++)
            {
                for (int j = 0; j < tensor.Columns; j++)
                {
                    Assert.Equal((float)values[i, j], model.Parameters[tensor.IndexOf(i, j)]);
                }
            }
        }

        Assert.Null(metadata.Vocabulary);
        Assert.Null(metadata.Labels);
        Assert.Empty(metadata.Entries);
    }

    private static float Element(HandMadeModel<ClassifierV13H7K3> model, string name, int row, int column) =>
        model.Parameters[ClassifierV13H7K3.Description.Tensors.Single(tensor => tensor.Name == name).IndexOf(row, column)];
}
