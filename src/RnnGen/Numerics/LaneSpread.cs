using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RnnGen.Numerics;

/// <summary>Four numbers of a row at a time, each spread over a vector in its turn.</summary>
/// <remarks>
/// A product of one row multiplies each of its numbers with a row of weights, and is bound by loads. A number that is spread from memory is a load as well, one of
/// every five where it meets four vectors; four that are loaded together are spread by permutations, for which other parts of the processor are free. (The step of a few units waits for the numbers themselves, and loads them one by one.)
/// </remarks>
public static class LaneSpread
{
    /// <summary>Four numbers, in each quarter of a vector.</summary>
    /// <param name="row">A row.</param>
    /// <param name="first">The place of the first of them in the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Four(ref float row, nuint first)
    {
        Vector128<float> four = Vector128.LoadUnsafe(ref row, first);
        if (Avx512F.IsSupported)
        {
            Vector512<float> lowest = four.ToVector256Unsafe().ToVector512Unsafe();
            return Avx512F.Shuffle4x128(lowest, lowest, 0);
        }

        return Vector512.Create(four);
    }

    /// <summary>Four numbers of a vector, in each quarter of another.</summary>
    /// <param name="vector">A vector.</param>
    /// <param name="quarter">Which of its quarters: 0 to 3, a constant.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Quarter(Vector512<float> vector, [ConstantExpected(Max = 3)] int quarter)
    {
        if (Avx512F.IsSupported)
        {
            return quarter switch
            {
                0 => Avx512F.Shuffle4x128(vector, vector, 0b_00_00_00_00),
                1 => Avx512F.Shuffle4x128(vector, vector, 0b_01_01_01_01),
                2 => Avx512F.Shuffle4x128(vector, vector, 0b_10_10_10_10),
                _ => Avx512F.Shuffle4x128(vector, vector, 0b_11_11_11_11),
            };
        }

        Vector256<float> half = quarter < 2 ? vector.GetLower() : vector.GetUpper();
        return Vector512.Create(quarter % 2 == 0 ? half.GetLower() : half.GetUpper());
    }

    /// <summary>One of four numbers in every lane.</summary>
    /// <param name="four">What <see cref="Four(ref float, nuint)"/> or <see cref="Quarter(Vector512{float}, int)"/> gave.</param>
    /// <param name="index">Which: 0 to 3, a constant.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(Vector512<float> four, [ConstantExpected(Max = 3)] int index) =>
        !Avx512F.IsSupported ? Vector512.Create(four.GetElement(index)) : index switch
        {
            0 => Avx512F.Permute4x32(four, 0b_00_00_00_00),
            1 => Avx512F.Permute4x32(four, 0b_01_01_01_01),
            2 => Avx512F.Permute4x32(four, 0b_10_10_10_10),
            _ => Avx512F.Permute4x32(four, 0b_11_11_11_11),
        };
}
