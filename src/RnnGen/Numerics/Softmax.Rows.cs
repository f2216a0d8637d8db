using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RnnGen.Numerics;

/// <content>
/// Sixteen rows of few classes side by side, a row in each lane. Alone, a row waits for its maximum, then for the sum of its lanes, and its vectors are half padding
/// or more; sixteen wait once. The same operations in the same order: the same bits.
/// </content>
public static partial class Softmax
{
    /// <summary>How many rows <see cref="TryNormalizeRows"/> turns.</summary>
    internal const int RowsAtOnce = 16;

    /// <summary>The memory that it works in, in floats.</summary>
    internal const int RowsMemory = Lanes * RowsAtOnce;

    /// <summary>Whether this machine turns them.</summary>
    internal static bool TurnsRowsAtOnce => Vector512.IsHardwareAccelerated && Avx512F.IsSupported;

    /// <summary>Columns that are turned into vectors at a time.</summary>
    private const int Block = 8;

    /// <summary>Turns sixteen rows of logits into probabilities in place, with the bits of <see cref="NormalizeRow"/>; only where <see cref="TurnsRowsAtOnce"/>.</summary>
    /// <param name="rows">The first number of the first of <see cref="RowsAtOnce"/> rows, each of <see cref="Lanes"/> numbers.</param>
    /// <param name="classes">How many classes there are: 1 to <see cref="Lanes"/>.</param>
    /// <param name="columns"><see cref="RowsMemory"/> floats to work in, best on a 64-byte boundary: cleared for each group of rows, they would take as long as the exponentials.</param>
    /// <param name="sums">Receives the sum of e^(logit - max) of each row.</param>
    /// <param name="largest">Receives the largest logit of each row.</param>
    /// <param name="best">Receives the index of the first largest logit of each row.</param>
    /// <returns>
    /// False, with nothing changed, where a row has a NaN, or a largest logit that is infinite: the rows have to be turned one by one.
    /// </returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool TryNormalizeRows(ref float rows, int classes, ref float columns, ref float sums, ref float largest, ref int best)
    {
        int blocks = classes <= Block ? 1 : 2;
        for (int block = 0; block < blocks; block++)
        {
            ToColumns(ref Unsafe.Add(ref rows, block * Block), ref Unsafe.Add(ref columns, block * Block * RowsAtOnce));
        }

        Vector512<float> max = Vector512.LoadUnsafe(ref columns);
        for (int k = 1; k < classes; k++)
        {
            max = Vector512.MaxNative(Column(ref columns, k), max);
        }

        Vector512<int> index = Vector512<int>.Zero;
        for (int k = classes - 1; k >= 0; k--)
        {
            Vector512<float> logits = Column(ref columns, k);
            index = Vector512.ConditionalSelect(Vector512.Equals(logits, max).AsInt32(), Vector512.Create(k), index);
            VectorMath.Exp(logits - max).StoreUnsafe(ref columns, (nuint)(k * RowsAtOnce));
        }

        // There is nothing past the last class.
        for (int k = classes; k < blocks * Block; k++)
        {
            Vector512<float>.Zero.StoreUnsafe(ref columns, (nuint)(k * RowsAtOnce));
        }

        Vector512<float> sum = blocks == 1
            ? AddColumns(Column(ref columns, 0), Column(ref columns, 1), Column(ref columns, 2), Column(ref columns, 3),
                Column(ref columns, 4), Column(ref columns, 5), Column(ref columns, 6), Column(ref columns, 7))
            : AddColumns(BothHalves(ref columns, 0), BothHalves(ref columns, 1), BothHalves(ref columns, 2), BothHalves(ref columns, 3),
                BothHalves(ref columns, 4), BothHalves(ref columns, 5), BothHalves(ref columns, 6), BothHalves(ref columns, 7));
        if (!Vector512.EqualsAll(sum, sum))
        {
            return false;
        }

        Vector512<float> scale = Vector512<float>.One / sum;
        for (int k = 0; k < classes; k++)
        {
            (Column(ref columns, k) * scale).StoreUnsafe(ref columns, (nuint)(k * RowsAtOnce));
        }

        for (int block = 0; block < blocks; block++)
        {
            ToRows(ref Unsafe.Add(ref columns, block * Block * RowsAtOnce), ref Unsafe.Add(ref rows, block * Block));
        }

        if (blocks == 1)
        {
            for (int row = 0; row < RowsAtOnce; row++)
            {
                Vector256<float>.Zero.StoreUnsafe(ref rows, (nuint)((row * Lanes) + Block));
            }
        }

        InOrder(sum).StoreUnsafe(ref sums);
        InOrder(max).StoreUnsafe(ref largest);
        InOrder(index.AsSingle()).AsInt32().StoreUnsafe(ref best);
        return true;
    }

    /// <summary>Eight columns of sixteen rows, a vector each; lanes 4 to 7 and 8 to 11 are those of <see cref="InOrder"/> the other way round.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ToColumns(ref float rows, ref float columns)
    {
        for (int four = 0; four < 2; four++)
        {
            ref float first = ref Unsafe.Add(ref rows, four * 4 * Lanes);
            (Vector512<float> c0, Vector512<float> c1, Vector512<float> c2, Vector512<float> c3) =
                Transpose(RowPair(ref first, 0), RowPair(ref first, 1), RowPair(ref first, 2), RowPair(ref first, 3));
            ref float place = ref Unsafe.Add(ref columns, four * 4 * RowsAtOnce);
            c0.StoreUnsafe(ref place);
            c1.StoreUnsafe(ref place, RowsAtOnce);
            c2.StoreUnsafe(ref place, 2 * RowsAtOnce);
            c3.StoreUnsafe(ref place, 3 * RowsAtOnce);
        }

        // Column c of rows 0 to 3 and 8 to 11 is beside column c + 4 of these, and that of the other rows four vectors on.
        for (int c = 0; c < 4; c++)
        {
            Vector512<float> even = Column(ref columns, c);
            Vector512<float> odd = Column(ref columns, c + 4);
            Avx512F.Shuffle4x128(even, odd, 0b10_00_10_00).StoreUnsafe(ref columns, (nuint)(c * RowsAtOnce));
            Avx512F.Shuffle4x128(even, odd, 0b11_01_11_01).StoreUnsafe(ref columns, (nuint)((c + 4) * RowsAtOnce));
        }
    }

    /// <summary>The way back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ToRows(ref float columns, ref float rows)
    {
        for (int four = 0; four < 2; four++)
        {
            // Two of the four lanes of each column, and the same of the column four on.
            ref float first = ref Unsafe.Add(ref columns, four * 2 * 4);
            (Vector512<float> r0, Vector512<float> r1, Vector512<float> r2, Vector512<float> r3) =
                Transpose(ColumnPair(ref first, 0), ColumnPair(ref first, 1), ColumnPair(ref first, 2), ColumnPair(ref first, 3));
            ref float place = ref Unsafe.Add(ref rows, four * 4 * Lanes);
            StoreRowPair(r0, ref place, 0);
            StoreRowPair(r1, ref place, 1);
            StoreRowPair(r2, ref place, 2);
            StoreRowPair(r3, ref place, 3);
        }
    }

    /// <summary>Half of a row, and beside it that of the row eight on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> RowPair(ref float rows, int row) => Vector512.Create(
        Vector256.LoadUnsafe(ref rows, (nuint)(row * Lanes)), Vector256.LoadUnsafe(ref rows, (nuint)((row + 8) * Lanes)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRowPair(Vector512<float> pair, ref float rows, int row)
    {
        Vector512<float> ordered = InOrder(pair);
        ordered.GetLower().StoreUnsafe(ref rows, (nuint)(row * Lanes));
        ordered.GetUpper().StoreUnsafe(ref rows, (nuint)((row + 8) * Lanes));
    }

    /// <summary>Half of a column, and beside it that of the column four on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ColumnPair(ref float columns, int column) => Vector512.Create(
        Vector256.LoadUnsafe(ref columns, (nuint)(column * RowsAtOnce)), Vector256.LoadUnsafe(ref columns, (nuint)((column + 4) * RowsAtOnce)));

    /// <summary>Transposes four by four numbers within each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> First, Vector512<float> Second, Vector512<float> Third, Vector512<float> Fourth) Transpose(
        Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d)
    {
        Vector512<double> lowerAB = Avx512F.UnpackLow(a, b).AsDouble();
        Vector512<double> upperAB = Avx512F.UnpackHigh(a, b).AsDouble();
        Vector512<double> lowerCD = Avx512F.UnpackLow(c, d).AsDouble();
        Vector512<double> upperCD = Avx512F.UnpackHigh(c, d).AsDouble();
        return (
            Avx512F.UnpackLow(lowerAB, lowerCD).AsSingle(),
            Avx512F.UnpackHigh(lowerAB, lowerCD).AsSingle(),
            Avx512F.UnpackLow(upperAB, upperCD).AsSingle(),
            Avx512F.UnpackHigh(upperAB, upperCD).AsSingle());
    }

    /// <summary>Changes the middle quarters of a vector for each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> InOrder(Vector512<float> lanes) => Avx512F.Shuffle4x128(lanes, lanes, 0b11_01_10_00);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Column(ref float columns, int column) => Vector512.LoadUnsafe(ref columns, (nuint)(column * RowsAtOnce));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> BothHalves(ref float columns, int column) => Column(ref columns, column) + Column(ref columns, column + Block);

    // In the order in which a row's lanes are added: in halves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> AddColumns(
        Vector512<float> c0, Vector512<float> c1, Vector512<float> c2, Vector512<float> c3,
        Vector512<float> c4, Vector512<float> c5, Vector512<float> c6, Vector512<float> c7) =>
        ((c0 + c4) + (c2 + c6)) + ((c1 + c5) + (c3 + c7));
}
