namespace RnnGen.Training;

/// <summary>
/// Elementwise arithmetic on a vector of some width, so that the formula of an optimizer is written once and compiled for each: every
/// element sees the same operations in the same order at every width, and so has the same bits.
/// </summary>
/// <typeparam name="TVector">The vector.</typeparam>
internal interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>How many floats the vector holds.</summary>
    static abstract int Count { get; }

    /// <summary>The vector whose elements all are <paramref name="value"/>.</summary>
    static abstract TVector Broadcast(float value);

    /// <summary>The elements that start <paramref name="index"/> places after <paramref name="source"/>.</summary>
    static abstract TVector Load(ref float source, nuint index);

    /// <summary>Writes the elements from <paramref name="index"/> places after <paramref name="destination"/> on.</summary>
    static abstract void Store(TVector value, ref float destination, nuint index);

    /// <summary>a + b.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary>a - b.</summary>
    static abstract TVector Subtract(TVector a, TVector b);

    /// <summary>a * b.</summary>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>a / b, correctly rounded.</summary>
    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>The square root, correctly rounded.</summary>
    static abstract TVector Sqrt(TVector value);

    /// <summary>a * b + c, rounded once where the hardware has fused multiply-add.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);
}
