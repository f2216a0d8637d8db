using System;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Emission;

/// <summary>The memory that a step of a stream gets from its thread, as another prediction left it.</summary>
public sealed class StepMemoryTests
{
    /// <summary>A vector's width, to which the 3 units of each part of a state are padded.</summary>
    private const int Stride = 16;

    private const string Source = """
        using System;
        using RnnGen;
        using RnnGen.Numerics;

        [SequenceGenerator(Vocabulary = 20000, Hidden = 3, SequenceLength = 5, Cell = CellKind.Lstm)]
        public sealed partial class Model;

        public static class Stream
        {
            public static float[] StatesAfterAStep(float before)
            {
                Span<float> memory = ThreadScratch.Take(100_000);
                memory.Fill(before);
                new Model(seed: 1).Step(4, new float[Model.StateSize], new float[Model.VocabularySize]);
                return memory.Slice(0, 64).ToArray();
            }
        }
        """;

    [Fact]
    public void What_is_subnormal_in_the_padding_does_not_go_through_the_gates()
    {
        const float Subnormal = 1e-39f;
        using var code = GeneratedCode.Compile(Source);
        var run = code.Assembly.GetType("Stream")!.GetMethod("StatesAfterAStep")!.CreateDelegate<Func<float, float[]>>();

        float[] states = run(Subnormal);

        // Two rows, each of the hidden state and the cell state.
        Assert.Equal(4 * Stride, states.Length);
        for (int part = 0; part < 4; part++)
        {
            Assert.All(states.AsSpan((part * Stride) + 3, Stride - 3).ToArray(), number => Assert.Equal(0, number));
        }
    }
}
