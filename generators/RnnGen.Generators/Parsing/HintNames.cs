using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace RnnGen.Generators.Parsing;

/// <summary>
/// File names of generated code: <c>Namespace.Outer{1}+Model</c>. The name
/// is plain ASCII, short enough for every file system, and unique even where case does not count, as in the compiler's list of
/// generated files.
/// </summary>
internal static class HintNames
{
    /// <summary>File systems allow 255 bytes; the rest is for the fingerprint and for the extension.</summary>
    private const int MaximumLength = 200;

    public static string Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        StringBuilder name = new();
        bool isAmbiguous = false;
        foreach (INamespaceOrTypeSymbol level in LevelsDownTo(type))
        {
            // The members of a namespace may be those of the whole compilation.
            cancellationToken.ThrowIfCancellationRequested();
            if (name.Length > 0)
            {
                _ = name.Append(level.ContainingType is null ? '.' : '+');
            }

            AppendLevel(name, level);
            isAmbiguous |= HasSiblingOfOtherCase(level);
        }

        string full = name.ToString();
        return isAmbiguous || full.Length > MaximumLength
            ? full.Substring(0, Math.Min(full.Length, MaximumLength)) + "-" + Fingerprint(full)
            : full;
    }

    private static Stack<INamespaceOrTypeSymbol> LevelsDownTo(INamedTypeSymbol type)
    {
        Stack<INamespaceOrTypeSymbol> levels = new();
        for (INamespaceOrTypeSymbol level = type;
            level is not INamespaceSymbol { IsGlobalNamespace: true };
            level = (INamespaceOrTypeSymbol)level.ContainingSymbol)
        {
            levels.Push(level);
        }

        return levels;
    }

    private static void AppendLevel(StringBuilder name, INamespaceOrTypeSymbol level)
    {
        foreach (char c in level.Name)
        {
            // No identifier has a bracket or a brace, so that no two names become one.
            _ = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'
                ? name.Append(c)
                : name.Append('[').Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)).Append(']');
        }

        if (level is INamedTypeSymbol { Arity: > 0 } type)
        {
            _ = name.Append('{').Append(type.Arity.ToString(CultureInfo.InvariantCulture)).Append('}');
        }
    }

    private static bool HasSiblingOfOtherCase(INamespaceOrTypeSymbol level) =>
        ((INamespaceOrTypeSymbol)level.ContainingSymbol).GetMembers().Any(sibling =>
            sibling is INamespaceOrTypeSymbol
            && sibling.Name != level.Name
            && string.Equals(sibling.Name, level.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The FNV-1a hash of 64 bits (Fowler, Noll, Vo); string.GetHashCode differs from one run to the next.</summary>
    private static string Fingerprint(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ b) * 1099511628211);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
