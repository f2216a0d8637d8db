using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RnnGen.Tests.Models;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Emitted;

/// <summary>What a generated class says about itself is what its attribute asked for, and its memory is laid out soundly.</summary>
public class DescriptionTests
{
    public static IEnumerable<TheoryDataRow<string>> Models => ModelTheory.Models;

    [Theory]
    [MemberData(nameof(Models))]
    public void The_description_repeats_the_attribute(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        ModelDescription description = modelCase.Description;
        Assert.Equal(
            (modelCase.Name, modelCase.Shape.Task, modelCase.Shape.Cell, modelCase.Shape.ResetBefore, modelCase.Shape.Nonlinearity),
            (description.Name, description.Task, description.Cell, description.ResetsBefore, description.Nonlinearity));
        Assert.Equal(
            (modelCase.Shape.Vocabulary, modelCase.Shape.Features, modelCase.Shape.Hidden, modelCase.SequenceLength, modelCase.Shape.Outputs),
            (description.VocabularySize, description.FeatureCount, description.HiddenSize, description.SequenceLength, description.OutputSize));
        Assert.Equal(!modelCase.Shape.HasOneOutput, description.HasOutputEveryStep);
        Assert.Equal(
            (modelCase.Shape.Layers, modelCase.Shape.Bidirectional, modelCase.Shape.Embedding, modelCase.Shape.TieEmbedding, modelCase.Shape.Pooling),
            (description.LayerCount, description.IsBidirectional, description.EmbeddingSize, description.TiesEmbedding, description.Pooling));
        int states = modelCase.Shape.Layers * (modelCase.Shape.Cell == CellKind.Lstm ? 2 : 1) * modelCase.Shape.Hidden;
        int summary = modelCase.Shape.Pooling == Pooling.Last ? 0 : modelCase.Shape.Hidden + 1;
        Assert.Equal(modelCase.CanStream ? states + summary : 0, description.StateSize);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_class_is_a_streaming_model_unless_it_reads_both_ways(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        Type type = modelCase.Create(seed: 1).Instance.GetType();
        Type expected = (modelCase.Shape.Features > 0, modelCase.Shape.IsRegressor) switch
        {
            (false, false) => typeof(IStreamingModel<>),
            (false, true) => typeof(IStreamingRegressor<>),
            (true, false) => typeof(IFeatureStreamingModel<>),
            (true, true) => typeof(IFeatureStreamingRegressor<>),
        };
        IEnumerable<Type> streaming = type.GetInterfaces()
            .Where(contract => contract.IsGenericType && contract.Name.Contains("Streaming", StringComparison.Ordinal))
            .Select(contract => contract.GetGenericTypeDefinition());
        Assert.Equal(modelCase.CanStream ? [expected] : [], streaming);
        Assert.Equal(modelCase.CanStream, type.GetMethod("Step") is not null);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_tensors_are_those_of_the_equations(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        TensorShape[] expected = [.. new ReferenceNetwork(modelCase.Shape).Tensors];
        Assert.Equal(
            expected, modelCase.Description.Tensors.Select(tensor => new TensorShape(tensor.Name, tensor.Rows, tensor.Columns, tensor.SharedRows)));
        Assert.Equal(
            expected.Select(tensor => tensor.Columns == 1 && !tensor.Name.Contains("weight", StringComparison.Ordinal)),
            modelCase.Description.Tensors.Select(tensor => tensor.IsVector));
        Assert.Equal(expected.Sum(tensor => tensor.ParameterCount), modelCase.Description.ParameterCount);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void No_two_elements_share_a_place(string name)
    {
        ModelDescription description = ModelCatalog.Get(name).Description;
        int[] occupancy = TensorLayout.Occupancy(description);
        Assert.True(occupancy.Max() == 1);
        Assert.Equal(description.ParameterCount, occupancy.Sum());
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void New_parameters_are_aligned_and_drawn_within_their_bounds_and_their_padding_is_zero(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        Span<float> parameters = modelCase.Create(seed: 3).Parameters;
        Assert.Equal(modelCase.Description.ParameterStorage, parameters.Length);
        ref float first = ref MemoryMarshal.GetReference(parameters);
        Assert.Equal(0, Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref first) % 64);
        TensorLayout.AssertPaddingIsZero(modelCase.Description, parameters);
        TensorSet drawn = TensorLayout.Gather(modelCase.Description.Tensors, parameters);
        foreach (TensorInfo tensor in modelCase.Description.Tensors)
        {
            double largest = drawn[tensor.Name].Cast<double>().Max(Math.Abs);
            Assert.InRange(largest, tensor.InitialBound == 0 ? 0 : double.Epsilon, tensor.InitialBound);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_seed_gives_the_same_parameters_again_and_another_seed_gives_others(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        float[] first = modelCase.Create(seed: 3).Parameters.ToArray();
        Assert.Equal(first, modelCase.Create(seed: 3).Parameters.ToArray());
        Assert.NotEqual(first, modelCase.Create(seed: 4).Parameters.ToArray());
    }
}
