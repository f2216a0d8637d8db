using System;
using System.Numerics;

namespace RnnGen.Numerics;

/// <summary>A pseudo-random generator whose stream depends on its seed alone: the same on every machine and version of .NET.</summary>
/// <remarks>
/// xoshiro256** 1.0 of D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM Transactions on Mathematical
/// Software 47 (2021), https://prng.di.unimi.it/xoshiro256starstar.c; period 2^256 - 1. The seed is expanded, as its authors advise, with
/// SplitMix64: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014,
/// https://prng.di.unimi.it/splitmix64.c. Not for secrets, and not safe from several threads at once.
/// </remarks>
public sealed class SeededRandom
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Starts the stream of a seed.</summary>
    /// <param name="seed">Any number; different seeds give different streams.</param>
    public SeededRandom(long seed)
    {
        // SplitMix64 visits every 64-bit word once, so four words in a row are never all zero.
        ulong counter = (ulong)seed;
        _s0 = SplitMix64(ref counter);
        _s1 = SplitMix64(ref counter);
        _s2 = SplitMix64(ref counter);
        _s3 = SplitMix64(ref counter);
    }

    /// <summary>Continues a stream where <see cref="State"/> was read.</summary>
    /// <param name="state">A state that <see cref="State"/> returned.</param>
    /// <exception cref="ArgumentException">All of <paramref name="state"/> is zero: the generator would return zeros for ever.</exception>
    public SeededRandom(SeededRandomState state)
    {
        if (state == default)
        {
            throw new ArgumentException("The state was all zero; it must be one that SeededRandom.State returned.", nameof(state));
        }

        (_s0, _s1, _s2, _s3) = state;
    }

    /// <summary>Where the stream is now.</summary>
    public SeededRandomState State => new(_s0, _s1, _s2, _s3);

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64()
    {
        unchecked
        {
            ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
            ulong shifted = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= shifted;
            _s3 = BitOperations.RotateLeft(_s3, 45);
            return result;
        }
    }

    /// <summary>An integer from 0 to <paramref name="exclusiveUpperBound"/> - 1, each equally probable.</summary>
    /// <remarks>
    /// D. Lemire, "Fast random integer generation in an interval", ACM Transactions on Modeling and Computer Simulation 29 (2019).
    /// </remarks>
    /// <param name="exclusiveUpperBound">How many integers to choose from: 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveUpperBound"/> is 0 or less.</exception>
    public int Next(int exclusiveUpperBound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveUpperBound);
        uint bound = (uint)exclusiveUpperBound;
        ulong product = (NextUInt64() >> 32) * bound;
        if ((uint)product < bound)
        {
            // 2^32 mod bound products would favour the integers they fall on; they are drawn again.
            uint biased = unchecked(0u - bound) % bound;
            while ((uint)product < biased)
            {
                product = (NextUInt64() >> 32) * bound;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>A multiple of 2^-24 from 0 to 1 - 2^-24, each equally probable.</summary>
    public float NextSingle() => (NextUInt64() >> 40) * (1f / (1 << 24));

    /// <summary>A multiple of 2^-53 from 0 to 1 - 2^-53, each equally probable.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1L << 53));

    /// <summary>A uniform number strictly between -<paramref name="bound"/> and <paramref name="bound"/>, symmetric about 0.</summary>
    /// <param name="bound">A normal number above 0, or 0, for which the result is 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is negative, infinite or NaN.</exception>
    public float NextUniform(float bound)
    {
        if (!(bound >= 0f && float.IsFinite(bound)))
        {
            throw new ArgumentOutOfRangeException(nameof(bound), bound, "The bound must be finite, and 0 or above.");
        }

        // The odd integers between -2^24 and 2^24 are floats, so one multiplication rounds, and never up to the bound.
        int odd = (int)(NextUInt64() >> 40 << 1) + 1 - (1 << 24);
        return bound == 0f ? 0f : odd * (1f / (1 << 24)) * bound;
    }

    /// <summary>Puts the items in a random order, each order equally probable (Fisher and Yates).</summary>
    /// <param name="items">The items, of which the order changes.</param>
    /// <typeparam name="T">The type of an item.</typeparam>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = Next(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private static ulong SplitMix64(ref ulong counter)
    {
        unchecked
        {
            counter += 0x9E3779B97F4A7C15;
            ulong mixed = (counter ^ (counter >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
