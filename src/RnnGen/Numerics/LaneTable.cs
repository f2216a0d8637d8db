using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace RnnGen.Numerics;

/// <summary>A table of sixteen floats, from which every lane of a vector picks one.</summary>
/// <remarks>A table is a constant: one register of 512 bits, or the two halves or four quarters of it, which the JIT takes straight from memory.</remarks>
internal static class LaneTable
{
    /// <summary>The entry of <paramref name="table"/> that the four low bits of each index name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Lookup(Vector512<float> table, Vector128<int> index)
    {
        if (Avx2.IsSupported)
        {
            return Lookup(table, index.ToVector256Unsafe()).GetLower();
        }

        // The number of each byte in the table.
        Vector128<byte> bytes = Vector128.Shuffle(
            ((index & Vector128.Create(15)) << 2).AsByte(),
            Vector128.Create((byte)0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8, 12, 12, 12, 12));
        bytes += Vector128.Create((byte)0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3);
        Vector128<byte> first = table.GetLower().GetLower().AsByte();
        Vector128<byte> second = table.GetLower().GetUpper().AsByte();
        Vector128<byte> third = table.GetUpper().GetLower().AsByte();
        Vector128<byte> fourth = table.GetUpper().GetUpper().AsByte();
        if (AdvSimd.Arm64.IsSupported)
        {
            return AdvSimd.Arm64.VectorTableLookup((first, second, third, fourth), bytes).AsSingle();
        }

        // A byte number that is not in the quarter gives 0.
        Vector128<byte> lower = Vector128.Shuffle(first, bytes) | Vector128.Shuffle(second, bytes - Vector128.Create((byte)16));
        Vector128<byte> upper = Vector128.Shuffle(third, bytes - Vector128.Create((byte)32))
            | Vector128.Shuffle(fourth, bytes - Vector128.Create((byte)48));
        return (lower | upper).AsSingle();
    }

    /// <inheritdoc cref="Lookup(Vector512{float}, Vector128{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Lookup(Vector512<float> table, Vector256<int> index)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Avx512F.VL.PermuteVar8x32x2(table.GetLower(), index, table.GetUpper());
        }

        if (!Avx2.IsSupported)
        {
            return Vector256.Create(Lookup(table, index.GetLower()), Lookup(table, index.GetUpper()));
        }

        // The permutation uses three bits of an index; the fourth, moved to the sign, chooses between the halves.
        return Avx.BlendVariable(
            Avx2.PermuteVar8x32(table.GetLower(), index),
            Avx2.PermuteVar8x32(table.GetUpper(), index),
            (index << 28).AsSingle());
    }

    /// <inheritdoc cref="Lookup(Vector512{float}, Vector128{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Lookup(Vector512<float> table, Vector512<int> index)
    {
        return Avx512F.IsSupported
            ? Avx512F.PermuteVar16x32(table, index)
            : Vector512.Create(Lookup(table, index.GetLower()), Lookup(table, index.GetUpper()));
    }
}
