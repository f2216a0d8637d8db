using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using RnnGen.Numerics;
using static System.FormattableString;

namespace RnnGen;

/// <summary>
/// Brings real-valued input to a common scale: every feature less its mean, divided by its standard deviation. Belongs to a model, travels in its file, and is
/// no parameter: the optimizer does not touch it.
/// </summary>
/// <remarks>
/// A new one leaves input as it is (mean 0, standard deviation 1). <see cref="Trainer.Fit"/> fits that of its model to the training set. Safe to read from many
/// threads at once, as long as nobody changes it meanwhile.
/// </remarks>
public sealed partial class FeatureStandardization
{
    // A row of means, and a row of factors 1 / standard deviation; both padded with zeros.
    private readonly AlignedBuffer _rows;
    private readonly float[] _deviation;

    /// <summary>A standardisation that leaves input as it is.</summary>
    /// <param name="featureCount">How many numbers a step has: 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="featureCount"/> is below 1.</exception>
    public FeatureStandardization(int featureCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(featureCount, 1);
        FeatureCount = featureCount;
        Stride = Softmax.RowLength(featureCount);
        _rows = new AlignedBuffer(2 * Stride);
        _deviation = new float[featureCount];
        Reset();
    }

    /// <summary>How many numbers a step has.</summary>
    public int FeatureCount { get; }

    /// <summary>How long a padded row is: <see cref="FeatureCount"/> rounded up to a multiple of 16.</summary>
    public int Stride { get; }

    /// <summary>The mean of each feature.</summary>
    public ReadOnlySpan<float> Mean => _rows.Span[..FeatureCount];

    /// <summary>The standard deviation of each feature: a normal number above 0, and 1 for a feature that never changed.</summary>
    public ReadOnlySpan<float> StandardDeviation => _deviation;

    private Span<float> Scale => _rows.Span.Slice(Stride, FeatureCount);

    /// <summary>Leaves input as it is, from now on.</summary>
    public void Reset()
    {
        _rows.Span[..Stride].Clear();
        Scale.Fill(1f);
        _deviation.AsSpan().Fill(1f);
    }

    /// <summary>Takes means and standard deviations that were measured elsewhere.</summary>
    /// <param name="mean">The mean of each feature: finite.</param>
    /// <param name="standardDeviation">The standard deviation of each feature: finite, and no less than 2^-126, the least normal float.</param>
    /// <exception cref="ArgumentException">A span has not <see cref="FeatureCount"/> numbers, or one is not as said; nothing was changed.</exception>
    public void Set(ReadOnlySpan<float> mean, ReadOnlySpan<float> standardDeviation)
    {
        CheckCount(mean.Length, nameof(mean));
        CheckCount(standardDeviation.Length, nameof(standardDeviation));
        for (int f = 0; f < FeatureCount; f++)
        {
            if (!float.IsFinite(mean[f]))
            {
                throw new ArgumentException(Invariant($"The mean of feature {f} is {mean[f]}; it must be finite."), nameof(mean));
            }

            if (!float.IsNormal(standardDeviation[f]) || standardDeviation[f] < 0)
            {
                throw new ArgumentException(
                    Invariant($"The standard deviation of feature {f} is {standardDeviation[f]}; it must be finite and at least 2^-126."),
                    nameof(standardDeviation));
            }
        }

        mean.CopyTo(_rows.Span);
        standardDeviation.CopyTo(_deviation);
        for (int f = 0; f < FeatureCount; f++)
        {
            Scale[f] = 1f / standardDeviation[f];
        }
    }

    /// <summary>One of the same figures, which stay when this one's change.</summary>
    internal FeatureStandardization Copy()
    {
        var copy = new FeatureStandardization(FeatureCount);
        copy.CopyFrom(this);
        return copy;
    }

    /// <summary>Takes the figures of another one for as many features.</summary>
    internal void CopyFrom(FeatureStandardization other) => Set(other.Mean, other.StandardDeviation);

    /// <summary>Standardises steps into padded rows, one after another: (x - mean) x (1 / standard deviation). Allocates nothing.</summary>
    /// <param name="features">Steps x <see cref="FeatureCount"/> numbers, a row a step, without padding.</param>
    /// <param name="rows">Receives as many rows of <see cref="Stride"/> numbers, padded with zeros.</param>
    /// <param name="firstStep">The number of the first step, for the message.</param>
    /// <param name="name">The parameter's name, for the exception.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="features"/> has no whole number of steps, <paramref name="rows"/> has not as many rows, or a number is NaN or infinite, or becomes so.
    /// </exception>
    public void Apply(ReadOnlySpan<float> features, Span<float> rows, int firstStep = 0, string name = "features")
    {
        (int steps, int rest) = Math.DivRem(features.Length, FeatureCount);
        if (rest != 0)
        {
            ThrowNotRows(features.Length, name);
        }

        if (rows.Length != (long)steps * Stride)
        {
            ThrowNotTheirRows(steps, rows.Length, nameof(rows));
        }

        if (!TryApply(features, rows, Stride))
        {
            throw Refusal(features, firstStep, name, subject: "");
        }
    }

    /// <summary>Standardises one step, as <see cref="Apply"/> does, but without padding: a step of a stream is so short that a call would show. Allocates nothing.</summary>
    /// <param name="features"><see cref="FeatureCount"/> numbers; a span whose length is a constant spares the loop.</param>
    /// <param name="row">Receives as many numbers; <paramref name="features"/> itself may. It may be longer: what lies beyond stays as it is.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="features"/> has not <see cref="FeatureCount"/> numbers, <paramref name="row"/> has fewer, or a number is NaN or infinite, or becomes so.
    /// </exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ApplyStep(ReadOnlySpan<float> features, Span<float> row)
    {
        if (features.Length != FeatureCount || row.Length < FeatureCount)
        {
            ThrowNotAStep(features.Length, row.Length);
        }

        if (!Standardize(ref MemoryMarshal.GetReference(features), ref MemoryMarshal.GetReference(row), features.Length))
        {
            ThrowRefusal(features, row);
        }
    }

    /// <summary>Standardises steps into padded rows that lie apart.</summary>
    /// <param name="features">Whole steps.</param>
    /// <param name="rows">Long enough for the row of the last step.</param>
    /// <param name="distance">The distance from the row of a step to that of the next.</param>
    /// <returns>Whether all of it is finite.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool TryApply(ReadOnlySpan<float> features, Span<float> rows, int distance)
    {
        bool isFinite = true;
        int start = 0;
        for (int from = 0; from < features.Length; from += FeatureCount)
        {
            Span<float> row = rows.Slice(start, Stride);
            isFinite &= Standardize(ref MemoryMarshal.GetReference(features.Slice(from, FeatureCount)), ref MemoryMarshal.GetReference(row), FeatureCount);
            row[FeatureCount..].Clear();
            start += distance;
        }

        return isFinite;
    }

    /// <summary>Why <see cref="TryApply"/> said no.</summary>
    /// <param name="features">What it was given.</param>
    /// <param name="firstStep">The number of the first step.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="subject">What the steps are of, with a space before it; or nothing.</param>
    internal ArgumentException Refusal(ReadOnlySpan<float> features, int firstStep, string name, string subject)
    {
        int place = 0;
        while (float.IsFinite((features[place] - Mean[place % FeatureCount]) * Scale[place % FeatureCount]))
        {
            place++;
        }

        (int step, int f) = Math.DivRem(place, FeatureCount);
        string reason = float.IsFinite(features[place])
            ? Invariant($"too far from the mean {Mean[f]} for the standard deviation {_deviation[f]}")
            : "it must be finite";
        return new ArgumentException(Invariant($"Feature {f} of step {firstStep + step}{subject} is {features[place]}; {reason}."), name);
    }

    /// <summary>Standardises one step; neither row is padded.</summary>
    /// <remarks>The last vector of a row lies over the one before it where the numbers do not fill it, and is read before anything is written: both rows may be one.</remarks>
    /// <param name="x">The step.</param>
    /// <param name="row">Receives it.</param>
    /// <param name="count"><see cref="FeatureCount"/>; where the caller has it as a constant, no more is left of this than that many numbers need.</param>
    /// <returns>Whether all of it is finite.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Standardize(ref float x, ref float row, int count)
    {
        ref float mean = ref MemoryMarshal.GetReference(_rows.Span);
        ref float scale = ref Unsafe.Add(ref mean, Stride);

        // z - z is 0 for a finite z, NaN otherwise: a sum in which nothing bad is lost, at a subtraction and an addition a vector.
        if (count >= Vector256<float>.Count)
        {
            nuint lastAt = (nuint)(count - Vector256<float>.Count);
            Vector256<float> first = Standardized256(ref x, ref mean, ref scale, 0);
            Vector256<float> last = Standardized256(ref x, ref mean, ref scale, lastAt);
            Vector256<float> witness = (first - first) + (last - last);
            first.StoreUnsafe(ref row);
            for (nuint at = (nuint)Vector256<float>.Count; at < lastAt; at += (nuint)Vector256<float>.Count)
            {
                Vector256<float> z = Standardized256(ref x, ref mean, ref scale, at);
                witness += z - z;
                z.StoreUnsafe(ref row, at);
            }

            last.StoreUnsafe(ref row, lastAt);
            return Vector256.EqualsAll(witness, Vector256<float>.Zero);
        }

        if (count >= Vector128<float>.Count)
        {
            nuint lastAt = (nuint)(count - Vector128<float>.Count);
            Vector128<float> first = Standardized128(ref x, ref mean, ref scale, 0);
            Vector128<float> last = Standardized128(ref x, ref mean, ref scale, lastAt);
            first.StoreUnsafe(ref row);
            last.StoreUnsafe(ref row, lastAt);
            return Vector128.EqualsAll((first - first) + (last - last), Vector128<float>.Zero);
        }

        float lastWitness = 0f;
        for (int f = 0; f < count; f++)
        {
            float z = (Unsafe.Add(ref x, f) - Unsafe.Add(ref mean, f)) * Unsafe.Add(ref scale, f);
            lastWitness += z - z;
            Unsafe.Add(ref row, f) = z;
        }

        return lastWitness == 0f;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Standardized256(ref float x, ref float mean, ref float scale, nuint at) =>
        (Vector256.LoadUnsafe(ref x, at) - Vector256.LoadUnsafe(ref mean, at)) * Vector256.LoadUnsafe(ref scale, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Standardized128(ref float x, ref float mean, ref float scale, nuint at) =>
        (Vector128.LoadUnsafe(ref x, at) - Vector128.LoadUnsafe(ref mean, at)) * Vector128.LoadUnsafe(ref scale, at);

    // Nothing but a throw: the JIT sees then that it does not come back, and keeps nothing of a step in memory for that.
    [DoesNotReturn]
    private void ThrowNotAStep(int features, int row) => throw NotAStep(features, row);

    private ArgumentException NotAStep(int features, int row) => features != FeatureCount
        ? new ArgumentException($"A step has {FeatureCount} numbers; this one has {features}.", nameof(features))
        : new ArgumentException($"The row must have room for {FeatureCount} numbers; it has room for {row}.", nameof(row));

    [DoesNotReturn]
    private void ThrowRefusal(ReadOnlySpan<float> features, ReadOnlySpan<float> row)
    {
        if (!features.Overlaps(row))
        {
            throw Refusal(features, 0, nameof(features), subject: "");
        }

        // What came in is gone.
        int f = row.IndexOfAnyExceptInRange(float.MinValue, float.MaxValue);
        throw new ArgumentException(Invariant($"Feature {f} is {row[f]} when standardised; it must be finite."), nameof(features));
    }

    [DoesNotReturn]
    private void ThrowNotTheirRows(int steps, int length, string name) =>
        throw new ArgumentException($"{steps} steps have rows of {Stride} numbers; the span has {length} numbers.", name);

    [DoesNotReturn]
    private void ThrowNotRows(int length, string name) =>
        throw new ArgumentException($"There are {length} numbers; a step has {FeatureCount}, and there must be a whole number of steps.", name);

    private void CheckCount(int length, string name)
    {
        if (length != FeatureCount)
        {
            throw new ArgumentException($"The span must hold {FeatureCount} numbers, one a feature; this one holds {length}.", name);
        }
    }
}
