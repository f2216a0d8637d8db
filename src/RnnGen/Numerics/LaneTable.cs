using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RnnGen.Numerics;

/// <summary>A table of eight floats held in a register, from which every lane of a vector picks one.</summary>
internal static class LaneTable
{
    /// <summary>The entry of <paramref name="table"/> that each index names, with its four low bits: 0 to 7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Lookup(Vector256<float> table, Vector128<int> index)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.PermuteVar8x32(table, index.ToVector256Unsafe()).GetLower();
        }

        // Byte shuffles of each half of the table; a byte number that is not in the half gives 0.
        Vector128<byte> bytes = Vector128.Shuffle(
            ((index & Vector128.Create(7)) << 2).AsByte(),
            Vector128.Create((byte)0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8, 12, 12, 12, 12));
        bytes += Vector128.Create((byte)0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3);
        Vector128<byte> lower = Vector128.Shuffle(table.GetLower().AsByte(), bytes);
        Vector128<byte> upper = Vector128.Shuffle(table.GetUpper().AsByte(), bytes - Vector128.Create((byte)16));
        return (lower | upper).AsSingle();
    }

    /// <inheritdoc cref="Lookup(Vector256{float}, Vector128{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Lookup(Vector256<float> table, Vector256<int> index)
    {
        return Avx2.IsSupported
            ? Avx2.PermuteVar8x32(table, index)
            : Vector256.Create(Lookup(table, index.GetLower()), Lookup(table, index.GetUpper()));
    }

    /// <inheritdoc cref="Lookup(Vector256{float}, Vector128{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Lookup(Vector256<float> table, Vector512<int> index)
    {
        return Avx512F.IsSupported
            ? Avx512F.PermuteVar16x32(table.ToVector512Unsafe(), index)
            : Vector512.Create(Lookup(table, index.GetLower()), Lookup(table, index.GetUpper()));
    }
}
