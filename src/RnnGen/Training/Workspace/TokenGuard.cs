using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace RnnGen.Training;

/// <summary>The checks that stand between a caller's numbers and kernels that index memory by them.</summary>
/// <remarks>
/// What throws is apart from what checks: a message is put together in variables that every call would have to clear, and a check without them is
/// inlined. A step of a stream has three checks and takes less than a tenth of a microsecond.
/// </remarks>
public static class TokenGuard
{
    /// <summary>Checks that every token is in the vocabulary.</summary>
    /// <param name="tokens">Token ids.</param>
    /// <param name="vocabularySize">How many tokens there are.</param>
    /// <param name="name">The parameter's name, for the exception.</param>
    /// <exception cref="ArgumentOutOfRangeException">A token is not from 0 to vocabularySize - 1.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Check(ReadOnlySpan<int> tokens, int vocabularySize, string name = "tokens")
    {
        // A plain loop: the library's vectorised search allocates before it is optimised, and a first call must not.
        for (int i = 0; i < tokens.Length; i++)
        {
            if ((uint)tokens[i] >= (uint)vocabularySize)
            {
                ThrowToken(tokens[i], i, vocabularySize, name);
            }
        }
    }

    /// <summary>Checks that a token is in the vocabulary.</summary>
    /// <param name="token">A token id.</param>
    /// <param name="vocabularySize">How many tokens there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">The token is not from 0 to vocabularySize - 1.</exception>
    public static void Check(int token, int vocabularySize)
    {
        if ((uint)token >= (uint)vocabularySize)
        {
            ThrowToken(token, vocabularySize);
        }
    }

    /// <summary>Checks that a sequence has a step.</summary>
    /// <param name="length">The sequence's length.</param>
    /// <param name="name">The parameter's name, for the exception.</param>
    /// <exception cref="ArgumentException">The length is 0.</exception>
    public static void CheckLength(int length, string name = "tokens")
    {
        if (length == 0)
        {
            ThrowEmpty(name);
        }
    }

    /// <summary>Checks that a sequence has a step and no more than declared.</summary>
    /// <param name="length">The sequence's length.</param>
    /// <param name="longest">The declared length.</param>
    /// <param name="name">The parameter's name, for the exception.</param>
    /// <exception cref="ArgumentException">The length is not from 1 to <paramref name="longest"/>.</exception>
    public static void CheckLength(int length, int longest, string name = "tokens")
    {
        if (length < 1 || length > longest)
        {
            ThrowLength(length, longest, name);
        }
    }

    /// <summary>Checks that a sequence's length is within limits.</summary>
    /// <param name="length">The sequence's length.</param>
    /// <param name="shortest">The least it can be.</param>
    /// <param name="longest">The most it can be; <see cref="Array.MaxLength"/> if there is no other limit than that of an array.</param>
    /// <param name="name">The parameter's name, for the exception.</param>
    /// <exception cref="ArgumentException">The length is not from <paramref name="shortest"/> to <paramref name="longest"/>.</exception>
    public static void CheckLength(int length, int shortest, int longest, string name = "tokens")
    {
        if (length < shortest || length > longest)
        {
            ThrowLength(length, shortest, longest, name);
        }
    }

    /// <summary>Checks that a span has exactly the length that belongs to it.</summary>
    /// <param name="length">The span's length.</param>
    /// <param name="expected">What it must be.</param>
    /// <param name="name">The parameter's name, for the exception.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void CheckSpan(int length, int expected, string name)
    {
        if (length != expected)
        {
            ThrowSpan(length, expected, name);
        }
    }

    [DoesNotReturn]
    private static void ThrowToken(int token, int vocabularySize) =>
        throw new ArgumentOutOfRangeException(nameof(token), token, $"A token id is from 0 to {vocabularySize - 1}.");

    [DoesNotReturn]
    private static void ThrowEmpty(string name) => throw new ArgumentException("A sequence has at least one token.", name);

    [DoesNotReturn]
    private static void ThrowLength(int length, int longest, string name) =>
        throw new ArgumentException($"A sequence has 1 to {longest} tokens; this one has {length}.", name);

    [DoesNotReturn]
    private static void ThrowLength(int length, int shortest, int longest, string name) =>
        throw new ArgumentException(
            $"The sequence must have {(longest == Array.MaxLength && length < shortest ? $"{shortest} or more" : $"{shortest} to {longest}")} tokens; this one has {length}.", name);

    [DoesNotReturn]
    private static void ThrowSpan(int length, int expected, string name) =>
        throw new ArgumentException($"The span must hold {expected} elements; this one holds {length}.", name);

    [DoesNotReturn]
    private static void ThrowToken(int token, int position, int vocabularySize, string name) =>
        throw new ArgumentOutOfRangeException(
            name, token, $"A token id is from 0 to {vocabularySize - 1}; the one at position {position} is not.");
}
