namespace RnnGen;

/// <summary>What a token is.</summary>
internal enum TokenUnit
{
    /// <summary>A run of characters between white space.</summary>
    Words,

    /// <summary>A Unicode scalar value.</summary>
    Characters,
}
