using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace RnnGen.Numerics;

/// <summary>A table of sixteen floats, from which every lane of a vector picks one.</summary>
/// <remarks>A table is a constant: one register of 512 bits, or the two halves or four quarters of it, which the JIT takes straight from memory.</remarks>
internal static class LaneTable
{
    /// <summary>What <see cref="Lookup(Vector512{float}, Vector128{byte})"/> takes: the entry that the four low bits of each index name, by the numbers of its four bytes where bytes are looked up.</summary>
    /// <remarks>Apart from the lookups, of which there are several for one index: the JIT counts what it inlines, and stops where that is too much.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Entries(Vector128<int> index)
    {
        if (Avx2.IsSupported)
        {
            return index.AsByte();
        }

        Vector128<byte> first = Vector128.Shuffle(
            ((index & Vector128.Create(15)) << 2).AsByte(),
            Vector128.Create(0x00000000, 0x04040404, 0x08080808, 0x0C0C0C0C).AsByte());
        return first + Vector128.Create(0x03020100).AsByte();
    }

    /// <summary>The entries of <paramref name="table"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Lookup(Vector512<float> table, Vector128<byte> entries)
    {
        if (Avx2.IsSupported)
        {
            return Lookup(table, entries.AsInt32().ToVector256Unsafe()).GetLower();
        }

        return AdvSimd.Arm64.IsSupported
            ? AdvSimd.Arm64.VectorTableLookup(
                (table.GetLower().GetLower().AsByte(), table.GetLower().GetUpper().AsByte(), table.GetUpper().GetLower().AsByte(), table.GetUpper().GetUpper().AsByte()),
                entries).AsSingle()
            : LookupQuarters(table, entries);
    }

    /// <summary>The entry of <paramref name="table"/> that the four low bits of each index name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Lookup(Vector512<float> table, Vector256<int> index)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Avx512F.VL.PermuteVar8x32x2(table.GetLower(), index, table.GetUpper());
        }

        if (!Avx2.IsSupported)
        {
            return Vector256.Create(Lookup(table, Entries(index.GetLower())), Lookup(table, Entries(index.GetUpper())));
        }

        // The permutation uses three bits of an index; the fourth, moved to the sign, chooses between the halves.
        return Avx.BlendVariable(
            Avx2.PermuteVar8x32(table.GetLower(), index),
            Avx2.PermuteVar8x32(table.GetUpper(), index),
            (index << 28).AsSingle());
    }

    /// <summary>The entry of <paramref name="table"/> that the four low bits of each index name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Lookup(Vector512<float> table, Vector512<int> index)
    {
        return Avx512F.IsSupported
            ? Avx512F.PermuteVar16x32(table, index)
            : Vector512.Create(Lookup(table, index.GetLower()), Lookup(table, index.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> LookupQuarters(Vector512<float> table, Vector128<byte> bytes)
    {
        // A byte number that is not in the quarter gives 0.
        Vector128<byte> lower = Vector128.Shuffle(table.GetLower().GetLower().AsByte(), bytes)
            | Vector128.Shuffle(table.GetLower().GetUpper().AsByte(), bytes - Vector128.Create((byte)16));
        Vector128<byte> upper = Vector128.Shuffle(table.GetUpper().GetLower().AsByte(), bytes - Vector128.Create((byte)32))
            | Vector128.Shuffle(table.GetUpper().GetUpper().AsByte(), bytes - Vector128.Create((byte)48));
        return (lower | upper).AsSingle();
    }
}
