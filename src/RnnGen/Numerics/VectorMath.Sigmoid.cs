using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace RnnGen.Numerics;

public static partial class VectorMath
{
    // Beyond: 1 to the last bit on one side; on the other the scale, a little below the result, would soon be subnormal.
    private const float SigmoidLimit = 87.2f;

    private static bool IsFused => Fma.IsSupported || AdvSimd.IsSupported;

    /// <summary>1 / (1 + e^-x), with the bits of a lane of <see cref="Sigmoid(Vector128{float})"/>.</summary>
    /// <param name="x">Any float.</param>
    public static float Sigmoid(float x) => Sigmoid(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>1 / (1 + e^-x), the logistic function, in every lane.</summary>
    /// <remarks>
    /// Largest error 1.95 units in the last place of the result, however small it is, found by trying all floats from -87.2 on. Below, it
    /// stays at 1.35e-38, near the smallest normal float: 0 would take a selection at every call, for sums that no network in use reaches. NaN gives NaN.
    /// </remarks>
    /// <param name="x">Any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sigmoid(Vector128<float> x)
    {
        // MinNative and MaxNative take their second operand where either is NaN.
        Vector128<float> clamped = Vector128.MinNative(
            Vector128.Create(SigmoidLimit), Vector128.MaxNative(Vector128.Create(-SigmoidLimit), x));
        (Vector128<int> shiftedN, Vector128<float> r, Vector128<float> q0) = ReduceSigmoid(clamped);
        Vector128<float> q10 = Vector128.MultiplyAddEstimate(r, Vector128.Create(SigmoidTable.Q1), q0);
        Vector128<float> q32 = Vector128.MultiplyAddEstimate(r, Vector128.Create(SigmoidTable.Q3), Vector128.Create(SigmoidTable.Q2));
        Vector128<float> q = Vector128.MultiplyAddEstimate(r * r, q32, q10);
        Vector128<float> scale = ScaleExp(LaneTable.Lookup(SigmoidTable.Scale, shiftedN), shiftedN);
        return scale / (scale + (Vector128<float>.One + q));
    }

    /// <inheritdoc cref="Sigmoid(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x)
    {
        // MinNative and MaxNative take their second operand where either is NaN.
        Vector256<float> clamped = Vector256.MinNative(
            Vector256.Create(SigmoidLimit), Vector256.MaxNative(Vector256.Create(-SigmoidLimit), x));
        (Vector256<int> shiftedN, Vector256<float> r, Vector256<float> q0) = ReduceSigmoid(clamped);
        Vector256<float> q10 = Vector256.MultiplyAddEstimate(r, Vector256.Create(SigmoidTable.Q1), q0);
        Vector256<float> q32 = Vector256.MultiplyAddEstimate(r, Vector256.Create(SigmoidTable.Q3), Vector256.Create(SigmoidTable.Q2));
        Vector256<float> q = Vector256.MultiplyAddEstimate(r * r, q32, q10);
        Vector256<float> scale = ScaleExp(LaneTable.Lookup(SigmoidTable.Scale, shiftedN), shiftedN);
        return scale / (scale + (Vector256<float>.One + q));
    }

    /// <inheritdoc cref="Sigmoid(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        // MinNative and MaxNative take their second operand where either is NaN.
        Vector512<float> clamped = Vector512.MinNative(
            Vector512.Create(SigmoidLimit), Vector512.MaxNative(Vector512.Create(-SigmoidLimit), x));
        (Vector512<int> shiftedN, Vector512<float> r, Vector512<float> q0) = ReduceSigmoid(clamped);
        Vector512<float> q10 = Vector512.MultiplyAddEstimate(r, Vector512.Create(SigmoidTable.Q1), q0);
        Vector512<float> q32 = Vector512.MultiplyAddEstimate(r, Vector512.Create(SigmoidTable.Q3), Vector512.Create(SigmoidTable.Q2));
        Vector512<float> q = Vector512.MultiplyAddEstimate(r * r, q32, q10);
        Vector512<float> scale = ScaleExp(LaneTable.Lookup(SigmoidTable.Scale, shiftedN), shiftedN);
        return scale / (scale + (Vector512<float>.One + q));
    }

    // As ReduceExp does it, with a step in one piece: what n steps lack is added to q0, while r is still on its way. Without fused multiply-add n times the step would be rounded.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<int> ShiftedN, Vector128<float> R, Vector128<float> Q0) ReduceSigmoid(Vector128<float> x)
    {
        if (!IsFused)
        {
            (Vector128<int> shifted, Vector128<float> rest) = ReduceExp(x);
            return (shifted, rest, LaneTable.Lookup(SigmoidTable.Q0, shifted));
        }

        (Vector128<int> shiftedN, Vector128<float> n) = CountSteps(x);
        Vector128<float> r = Vector128.MultiplyAddEstimate(n, Vector128.Create(-SigmoidTable.Step), x);
        Vector128<float> q0 = Vector128.MultiplyAddEstimate(n, Vector128.Create(SigmoidTable.LackOfStep), LaneTable.Lookup(SigmoidTable.Q0, shiftedN));
        return (shiftedN, r, q0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<int> ShiftedN, Vector256<float> R, Vector256<float> Q0) ReduceSigmoid(Vector256<float> x)
    {
        if (!IsFused)
        {
            (Vector256<int> shifted, Vector256<float> rest) = ReduceExp(x);
            return (shifted, rest, LaneTable.Lookup(SigmoidTable.Q0, shifted));
        }

        (Vector256<int> shiftedN, Vector256<float> n) = CountSteps(x);
        Vector256<float> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-SigmoidTable.Step), x);
        Vector256<float> q0 = Vector256.MultiplyAddEstimate(n, Vector256.Create(SigmoidTable.LackOfStep), LaneTable.Lookup(SigmoidTable.Q0, shiftedN));
        return (shiftedN, r, q0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<int> ShiftedN, Vector512<float> R, Vector512<float> Q0) ReduceSigmoid(Vector512<float> x)
    {
        if (!IsFused)
        {
            (Vector512<int> shifted, Vector512<float> rest) = ReduceExp(x);
            return (shifted, rest, LaneTable.Lookup(SigmoidTable.Q0, shifted));
        }

        (Vector512<int> shiftedN, Vector512<float> n) = CountSteps(x);
        Vector512<float> r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-SigmoidTable.Step), x);
        Vector512<float> q0 = Vector512.MultiplyAddEstimate(n, Vector512.Create(SigmoidTable.LackOfStep), LaneTable.Lookup(SigmoidTable.Q0, shiftedN));
        return (shiftedN, r, q0);
    }
}
