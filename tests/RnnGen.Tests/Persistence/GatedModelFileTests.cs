using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CsCheck;
using RnnGen.Persistence;
using RnnGen.Tests.Models;
using GruModel = RnnGen.Tests.Persistence.HandMadeModel<RnnGen.Tests.Persistence.TinyGru>;
using LstmModel = RnnGen.Tests.Persistence.HandMadeModel<RnnGen.Tests.Persistence.TinyLstm>;

namespace RnnGen.Tests.Persistence;

/// <summary>Files of cells whose gates PyTorch stacks in one tensor.</summary>
public class GatedModelFileTests
{
    // Units count in ones, gates in tens, the columns of W in hundreds. In memory a gate ends with a 0 that is padding.
    private static readonly (string Name, int[] Shape, float[] Values)[] GruFile =
    [
        ("rnn.weight_ih_l0", [6, 1], [1, 2, 11, 12, 21, 22]),
        ("rnn.weight_hh_l0", [6, 2], [101, 201, 102, 202, 111, 211, 112, 212, 121, 221, 122, 222]),
        ("rnn.bias_ih_l0", [6], [31, 32, 41, 42, 51, 52]),
        ("rnn.bias_hh_l0", [6], [1000, 2000, 3000, 4000, 61, 62]),
        ("fc.weight", [1, 2], [71, 72]),
        ("fc.bias", [1], [81]),
    ];

    private static readonly float[] GruParameters =
    [
        1, 2, 0, 11, 12, 0, 21, 22, 0,
        101, 102, 0, 111, 112, 0, 121, 122, 0,
        201, 202, 0, 211, 212, 0, 221, 222, 0,
        1031, 2032, 0, 3041, 4042, 0, 51, 52, 0,
        61, 62, 0,
        71, 72,
        81,
    ];

    private static readonly (string Name, int[] Shape, float[] Values)[] LstmFile =
    [
        ("rnn.weight_ih_l0", [8, 1], [1, 2, 11, 12, 21, 22, 31, 32]),
        (
            "rnn.weight_hh_l0",
            [8, 2],
            [101, 201, 102, 202, 111, 211, 112, 212, 121, 221, 122, 222, 131, 231, 132, 232]
        ),
        ("rnn.bias_ih_l0", [8], [41, 42, 51, 52, 61, 62, 71, 72]),
        ("rnn.bias_hh_l0", [8], [1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000]),
        ("fc.weight", [1, 2], [81, 82]),
        ("fc.bias", [1], [91]),
    ];

    private static readonly float[] LstmParameters =
    [
        1, 2, 0, 11, 12, 0, 21, 22, 0, 31, 32, 0,
        101, 102, 0, 111, 112, 0, 121, 122, 0, 131, 132, 0,
        201, 202, 0, 211, 212, 0, 221, 222, 0, 231, 232, 0,
        1041, 2042, 0, 3051, 4052, 0, 5061, 6062, 0, 7071, 8072, 0,
        81, 82,
        91,
    ];

    [Fact]
    public void A_file_of_PyTorch_goes_to_the_places_of_the_gates_and_its_biases_are_summed_where_they_do_the_same()
    {
        Assert.Equal(GruParameters, Load<TinyGru>(Bytes(GruFile)).Parameters);
        Assert.Equal(LstmParameters, Load<TinyLstm>(Bytes(LstmFile)).Parameters);
    }

    [Fact]
    public void The_tensors_of_a_file_may_come_in_any_order()
    {
        Assert.Equal(GruParameters, Load<TinyGru>(Bytes(GruFile.Reverse())).Parameters);
        Assert.Equal(LstmParameters, Load<TinyLstm>(Bytes(LstmFile.Reverse())).Parameters);
    }

    [Fact]
    public void A_saved_GRU_has_a_second_bias_in_the_candidate_only()
    {
        var model = new GruModel();
        GruParameters.CopyTo(model.Parameters);

        AssertHolds(
            [
                GruFile[0],
                GruFile[1],
                ("rnn.bias_ih_l0", [6], [1031, 2032, 3041, 4042, 51, 52]),
                ("rnn.bias_hh_l0", [6], [0, 0, 0, 0, 61, 62]),
                GruFile[4],
                GruFile[5],
            ],
            ModelFileTests.Save(model));
    }

    [Fact]
    public void A_saved_LSTM_has_zeros_for_the_second_bias()
    {
        var model = new LstmModel();
        LstmParameters.CopyTo(model.Parameters);

        AssertHolds(
            [
                LstmFile[0],
                LstmFile[1],
                ("rnn.bias_ih_l0", [8], [1041, 2042, 3051, 4052, 5061, 6062, 7071, 8072]),
                ("rnn.bias_hh_l0", [8], new float[8]),
                LstmFile[4],
                LstmFile[5],
            ],
            ModelFileTests.Save(model));
    }

    [Fact]
    public void A_saved_model_comes_back_to_the_bit_and_its_padding_stays_zero()
    {
        AssertComesBack<GruV6H5K3>();
        AssertComesBack<LstmV6H5K3>();
    }

    [Theory]
    [InlineData("rnn.weight_ih_l0", 4, float.NaN, "Tensor 'rnn.weight_ih_l0' holds NaN at [4, 0]")]
    [InlineData("rnn.weight_hh_l0", 7, float.PositiveInfinity, "Tensor 'rnn.weight_hh_l0' holds Infinity at [3, 1]")]
    [InlineData("rnn.bias_ih_l0", 3, float.NaN, "Tensor 'rnn.bias_ih_l0' holds NaN at [3]")]
    [InlineData("rnn.bias_hh_l0", 2, float.NaN, "Tensor 'rnn.bias_hh_l0' holds NaN at [2]")]
    [InlineData("rnn.bias_hh_l0", 5, float.NegativeInfinity, "Tensor 'rnn.bias_hh_l0' holds -Infinity at [5]")]
    public void A_weight_of_a_file_that_is_not_finite_is_named(string tensor, int place, float value, string problem) =>
        AssertRefused<TinyGru>(Bytes(With(GruFile, (tensor, place, value))), problem);

    [Fact]
    public void Biases_whose_sum_is_not_finite_are_named_and_those_of_the_candidate_are_not_summed()
    {
        const string Problem = "The two biases that make up 'rnn.bias_ih_l0' have the sum Infinity at [3]";
        AssertRefused<TinyGru>(
            Bytes(With(GruFile, ("rnn.bias_ih_l0", 3, float.MaxValue), ("rnn.bias_hh_l0", 3, float.MaxValue))), Problem);
        AssertRefused<TinyLstm>(
            Bytes(With(LstmFile, ("rnn.bias_ih_l0", 3, float.MaxValue), ("rnn.bias_hh_l0", 3, float.MaxValue))), Problem);

        GruModel model = Load<TinyGru>(
            Bytes(With(GruFile, ("rnn.bias_ih_l0", 5, float.MaxValue), ("rnn.bias_hh_l0", 5, float.MaxValue))));
        Assert.Equal(2, model.Parameters.Count(float.MaxValue));
    }

    [Fact]
    public void Another_cell_is_the_first_difference_to_be_named()
    {
        AssertRefused<TinyLstm>(Bytes(GruFile), "The file's cell is gru, TinyLstm declares lstm.");
        AssertRefused<TinyGru>(Bytes(LstmFile), "The file's cell is lstm, TinyGru declares gru.");
        AssertRefused<TinyLstm>(ModelFileTests.Save(GruModel.Create(seed: 1)), "The file's cell is gru, TinyLstm declares lstm.");
        AssertRefused<TinyGru>(ModelFileTests.Save(ModelFileTests.CountedModel()), "The file's cell is elman, TinyGru declares gru.");
    }

    [Fact]
    public void A_second_bias_that_is_missing_or_holds_the_candidate_alone_is_named()
    {
        AssertRefused<TinyGru>(
            Bytes(GruFile.Where(static tensor => tensor.Name != "rnn.bias_hh_l0")),
            "The file has no tensor 'rnn.bias_hh_l0', which TinyGru needs.");
        AssertRefused<TinyGru>(
            Bytes(GruFile.Select(static tensor => tensor.Name == "rnn.bias_hh_l0" ? (tensor.Name, [2], [61f, 62f]) : tensor)),
            "The file's tensor 'rnn.bias_hh_l0' has the shape [2], TinyGru needs [6].");
    }

    [Fact]
    public void A_file_that_ends_in_the_second_bias_leaves_the_model_as_it_was()
    {
        byte[] file = Bytes(GruFile.OrderBy(static tensor => tensor.Name == "rnn.bias_hh_l0"));
        AssertRefused<TinyGru>(file[..^4], problem: "");
    }

    [Theory]
    [InlineData(21, "'rnn.weight_hh_l0' holds NaN at [2, 1]")]
    [InlineData(31, "'rnn.bias_ih_l0' holds NaN at [3]")]
    [InlineData(37, "'rnn.bias_hh_l0' holds NaN at [5]")]
    public void A_weight_of_a_model_that_is_not_finite_is_named(int place, string problem)
    {
        var model = new GruModel();
        model.Parameters[place] = float.NaN;
        var exception = Assert.Throws<InvalidOperationException>(() => ModelFileTests.Save(model));
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    private static void AssertComesBack<TDeclaration>()
        where TDeclaration : IDeclaration
    {
        ModelDescription description = TDeclaration.Description;
        int[] occupied = [.. TensorLayout.Occupancy(description).Index().Where(place => place.Item == 1).Select(place => place.Index)];
        Assert.Equal(description.ParameterCount, occupied.Length);
        Gen.OneOf(Gen.Float.Where(float.IsFinite), Gen.Const(-0f)).Array[occupied.Length].Sample(
            values =>
            {
                var model = new HandMadeModel<TDeclaration>();
                foreach ((int index, float value) in values.Index())
                {
                    model.Parameters[occupied[index]] = value;
                }

                byte[] file = ModelFileTests.Save(model);
                Assert.Equal(model.Bits(), Load<TDeclaration>(file).Bits());
                Assert.Equal(model.Bits(), ModelFile.Load<HandMadeModel<TDeclaration>>(new ForwardOnlyStream(file)).Bits());
            },
            iter: 50);
    }

    private static void AssertHolds((string Name, int[] Shape, float[] Values)[] expected, byte[] file)
    {
        TensorContainer container = TensorContainer.Load(new MemoryStream(file));
        Assert.Equal(expected.Select(static tensor => tensor.Name), container.Names);
        foreach ((string name, int[] shape, float[] values) in expected)
        {
            Assert.Equal(shape.Select(static dimension => (long)dimension), container.ShapeOf(name));
            Assert.Equal(values, container.ValuesOf(name));
        }
    }

    private static void AssertRefused<TDeclaration>(byte[] file, string problem)
        where TDeclaration : IDeclaration
    {
        HandMadeModel<TDeclaration> model = HandMadeModel<TDeclaration>.Create(seed: 3);
        uint[] before = model.Bits();
        foreach (Stream stream in new Stream[] { new MemoryStream(file), new ForwardOnlyStream(file) })
        {
            ModelFileException exception = Assert.Throws<ModelFileException>(() => ModelFile.LoadInto(model, stream));
            Assert.Contains(problem, exception.Problem, StringComparison.Ordinal);
            Assert.Equal(before, model.Bits());
        }
    }

    private static HandMadeModel<TDeclaration> Load<TDeclaration>(byte[] file)
        where TDeclaration : IDeclaration => ModelFile.Load<HandMadeModel<TDeclaration>>(new MemoryStream(file));

    private static IEnumerable<(string Name, int[] Shape, float[] Values)> With(
        IEnumerable<(string Name, int[] Shape, float[] Values)> tensors, params (string Name, int Place, float Value)[] changes) =>
        tensors.Select(tensor => (
            tensor.Name,
            tensor.Shape,
            tensor.Values.Select((value, place) => changes
                .Where(change => (change.Name, change.Place) == (tensor.Name, place))
                .Select(static change => change.Value)
                .DefaultIfEmpty(value)
                .Single()).ToArray()));

    private static byte[] Bytes(IEnumerable<(string Name, int[] Shape, float[] Values)> tensors)
    {
        var container = new TensorContainer();
        foreach ((string name, int[] shape, float[] values) in tensors)
        {
            container.Add(name, values, shape);
        }

        using var stream = new MemoryStream();
        container.Save(stream);
        return stream.ToArray();
    }
}
