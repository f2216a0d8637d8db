using System;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Consumers;

/// <summary>What users may write into their own part of a model's class.</summary>
public sealed class OwnPartTests
{
    private const string Attribute = "[RnnGen.SequenceClassifier(Vocabulary = 9, Hidden = 4, SequenceLength = 5, Classes = 2)]";

    [Theory]
    [InlineData("public static Model Shared { get; } = new(seed: 1);")]
    [InlineData("public static readonly Model Shared = Load(Written(new(seed: 1)));")]
    [InlineData("public static Model Shared { get; } static Model() { Shared = new(seed: 1); }")]
    public void A_static_field_may_hold_a_model(string member)
    {
        using GeneratedCode code = GeneratedCode.Compile($$"""
            {{Attribute}}
            public sealed partial class Model
            {
                {{member}}

                public static float[] SharedParameters() => Shared.Parameters.ToArray();

                public static float[] NewParameters() => new Model(seed: 1).Parameters.ToArray();

                private static System.IO.Stream Written(Model model)
                {
                    System.IO.MemoryStream stream = new();
                    model.Save(stream);
                    stream.Position = 0;
                    return stream;
                }
            }
            """);

        float[] parameters = Call(code, "SharedParameters");

        Assert.Contains(parameters, number => number != 0);
        Assert.Equal(Call(code, "NewParameters"), parameters);
    }

    [Fact]
    public void A_constructor_without_parameters_makes_a_model_that_others_can_make()
    {
        using GeneratedCode code = GeneratedCode.Compile($$"""
            {{Attribute}}
            public sealed partial class Model
            {
                public Model()
                    : this(seed: 1)
                {
                }

                public static float[] NewParameters() => New<Model>().Parameters.ToArray();

                public static float[] EmptyParameters() => Empty<Model>().Parameters.ToArray();

                private static T New<T>()
                    where T : new() => new();

                private static T Empty<T>()
                    where T : class, RnnGen.IRecurrentModel<T> => T.CreateEmpty();
            }
            """);

        Assert.Contains(Call(code, "NewParameters"), number => number != 0);
        Assert.All(Call(code, "EmptyParameters"), number => Assert.Equal(0, number));
    }

    private static float[] Call(GeneratedCode code, string method) =>
        code.Assembly.GetType("Model", throwOnError: true)!.GetMethod(method)!.CreateDelegate<Func<float[]>>()();
}
