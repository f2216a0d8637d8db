using System;

namespace RnnGen;

/// <summary>A text and the numbers that belong to it: a sample for a regressor.</summary>
/// <param name="Text">The text.</param>
/// <param name="Values">The true outputs: as many finite numbers as the regressor has outputs.</param>
public readonly record struct MeasuredText(string Text, ReadOnlyMemory<float> Values)
{
    /// <summary>A text and the one number that belongs to it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The true output: finite.</param>
    public MeasuredText(string text, float value)
        : this(text, new[] { value })
    {
    }
}
