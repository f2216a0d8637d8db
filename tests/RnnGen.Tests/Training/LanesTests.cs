using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CsCheck;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

public class LanesTests
{
    // Normal numbers far from overflow: the bits of a NaN are nobody's promise.
    private static readonly Gen<float> Number = Gen.Float[-1e3f, 1e3f].Where(value => MathF.Abs(value) > 1e-3f);

    [Fact]
    public void An_element_has_the_same_bits_at_every_vector_width() => Number.Array[48].Array[4].Sample(arrays =>
    {
        int[] expected = Bits.Of(Update<Lanes1, float>(arrays));
        Assert.Equal(expected, Bits.Of(Update<Lanes128, Vector128<float>>(arrays)));
        Assert.Equal(expected, Bits.Of(Update<Lanes256, Vector256<float>>(arrays)));
        Assert.Equal(expected, Bits.Of(Update<Lanes512, Vector512<float>>(arrays)));
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(47)]
    public void Exactly_the_elements_of_the_range_are_updated(int length)
    {
        float[] parameters = new float[64];
        float[] gradients = [.. Enumerable.Repeat(1f, 64)];
        float[] moments = new float[64];
        ElementwiseUpdate.Run(
            default(EveryOperation),
            parameters.AsSpan(8, length),
            gradients.AsSpan(8, length),
            moments.AsSpan(8, length),
            moments.AsSpan(8, length));
        for (int i = 0; i < 64; i++)
        {
            bool inside = i >= 8 && i < 8 + length;
            Assert.Equal(inside ? 0f : 1f, gradients[i]);
            Assert.Equal(inside, parameters[i] != 0f);
        }
    }

    [Fact]
    public void Spans_of_unequal_length_are_refused_before_memory_is_touched()
    {
        float[] sixteen = new float[16];
        float[] eight = new float[8];
        _ = Assert.Throws<ArgumentException>(() => ElementwiseUpdate.Run(default(EveryOperation), sixteen, eight, sixteen, sixteen));
        _ = Assert.Throws<ArgumentException>(() => ElementwiseUpdate.Run(default(EveryOperation), sixteen, sixteen, eight, sixteen));
        _ = Assert.Throws<ArgumentException>(() => ElementwiseUpdate.Run(default(EveryOperation), sixteen, sixteen, sixteen, eight));
    }

    private static float[] Update<TLanes, TVector>(float[][] arrays)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        float[][] copies = Array.ConvertAll(arrays, array => (float[])array.Clone());
        int done = ElementwiseUpdate.RunVectors<EveryOperation, TLanes, TVector>(default, copies[0], copies[1], copies[2], copies[3], 0);
        Assert.Equal(48, done);
        return [.. copies.SelectMany(copy => copy)];
    }

    private readonly struct EveryOperation : IUpdateRule
    {
        public static int MomentCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TLanes, TVector>(ref TVector parameter, TVector gradient, ref TVector first, ref TVector second)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            TVector seven = TLanes.Broadcast(7f);
            first = TLanes.MultiplyAdd(gradient, first, TLanes.Subtract(parameter, second));
            second = TLanes.Sqrt(TLanes.MultiplyAdd(second, second, seven));
            parameter = TLanes.Divide(TLanes.Add(TLanes.Multiply(parameter, gradient), seven), second);
        }
    }
}
