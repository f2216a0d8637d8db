namespace RnnGen.Training;

/// <summary>The formula by which one element's gradient changes its parameter and its moments.</summary>
internal interface IUpdateRule
{
    /// <summary>How many moments an element has: 0 to 2.</summary>
    static abstract int MomentCount { get; }

    /// <summary>Applies the formula to every element of a vector.</summary>
    /// <param name="parameter">The parameters.</param>
    /// <param name="gradient">Their gradients, before clipping.</param>
    /// <param name="first">Their first moments, if there are any.</param>
    /// <param name="second">Their second moments, if there are any.</param>
    void Apply<TLanes, TVector>(ref TVector parameter, TVector gradient, ref TVector first, ref TVector second)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;
}
