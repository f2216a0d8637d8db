using System.Runtime.CompilerServices;

namespace RnnGen.Training;

/// <summary>The gradient as a rule takes it: clipped, and with the share of the weight that coupled weight decay adds.</summary>
/// <param name="Scale">The factor that clipping gives the gradient.</param>
/// <param name="Decay">The share of the weight.</param>
internal readonly record struct GradientTerms(float Scale, float Decay)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Sum<TLanes, TVector>(TVector parameter, TVector gradient)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct =>
        TLanes.MultiplyAdd(TLanes.Broadcast(Decay), parameter, TLanes.Multiply(TLanes.Broadcast(Scale), gradient));
}
