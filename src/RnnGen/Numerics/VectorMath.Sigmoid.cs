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
    /// Largest error 1.91 units in the last place of the result, however small it is, found by trying all floats from -87.2 on. Below, it
    /// stays at 1.35e-38, near the smallest normal float: 0 would take a selection at every call, for sums that no network in use reaches. NaN gives NaN.
    /// </remarks>
    /// <param name="x">Any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sigmoid(Vector128<float> x)
    {
        // x comes second, or a NaN in it would be lost: x86 takes the second operand where either is NaN. (ARM64 gives NaN in any order.)
        Vector128<float> clamped = Vector128.MinNative(
            Vector128.Create(SigmoidLimit), Vector128.MaxNative(Vector128.Create(-SigmoidLimit), x));
        (Vector128<int> shiftedN, Vector128<float> r, Vector128<float> lackingSteps) = ReduceSigmoid(clamped);
        Vector128<byte> entries = LaneTable.Entries(shiftedN);

        // What the steps lack is added while r is still on its way.
        Vector128<float> q0 = Vector128.MultiplyAddEstimate(
            lackingSteps, Vector128.Create(SigmoidTable.LackOfStep), LaneTable.Lookup(SigmoidTable.Q0, entries));
        Vector128<float> q10 = Vector128.MultiplyAddEstimate(r, Vector128.Create(SigmoidTable.Q1), q0);
        Vector128<float> q32 = Vector128.MultiplyAddEstimate(r, Vector128.Create(SigmoidTable.Q3), Vector128.Create(SigmoidTable.Q2));
        Vector128<float> q = Vector128.MultiplyAddEstimate(r * r, q32, q10);
        Vector128<float> scale = ScaleExp(LaneTable.Lookup(SigmoidTable.Scale, entries), shiftedN);
        return scale / (scale + Vector128.Create(SigmoidTable.Base) + q);
    }

    /// <inheritdoc cref="Sigmoid(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x)
    {
        // x comes second, or a NaN in it would be lost: x86 takes the second operand where either is NaN. (ARM64 gives NaN in any order.)
        Vector256<float> clamped = Vector256.MinNative(
            Vector256.Create(SigmoidLimit), Vector256.MaxNative(Vector256.Create(-SigmoidLimit), x));
        (Vector256<int> shiftedN, Vector256<float> r, Vector256<float> lackingSteps) = ReduceSigmoid(clamped);

        // What the steps lack is added while r is still on its way.
        Vector256<float> q0 = Vector256.MultiplyAddEstimate(
            lackingSteps, Vector256.Create(SigmoidTable.LackOfStep), LaneTable.Lookup(SigmoidTable.Q0, shiftedN));
        Vector256<float> q10 = Vector256.MultiplyAddEstimate(r, Vector256.Create(SigmoidTable.Q1), q0);
        Vector256<float> q32 = Vector256.MultiplyAddEstimate(r, Vector256.Create(SigmoidTable.Q3), Vector256.Create(SigmoidTable.Q2));
        Vector256<float> q = Vector256.MultiplyAddEstimate(r * r, q32, q10);
        Vector256<float> scale = ScaleExp(LaneTable.Lookup(SigmoidTable.Scale, shiftedN), shiftedN);
        return scale / (scale + Vector256.Create(SigmoidTable.Base) + q);
    }

    /// <inheritdoc cref="Sigmoid(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        // x comes second, or a NaN in it would be lost: x86 takes the second operand where either is NaN. (ARM64 gives NaN in any order.)
        Vector512<float> clamped = Vector512.MinNative(
            Vector512.Create(SigmoidLimit), Vector512.MaxNative(Vector512.Create(-SigmoidLimit), x));
        (Vector512<int> shiftedN, Vector512<float> r, Vector512<float> lackingSteps) = ReduceSigmoid(clamped);

        // What the steps lack is added while r is still on its way.
        Vector512<float> q0 = Vector512.MultiplyAddEstimate(
            lackingSteps, Vector512.Create(SigmoidTable.LackOfStep), LaneTable.Lookup(SigmoidTable.Q0, shiftedN));
        Vector512<float> q10 = Vector512.MultiplyAddEstimate(r, Vector512.Create(SigmoidTable.Q1), q0);
        Vector512<float> q32 = Vector512.MultiplyAddEstimate(r, Vector512.Create(SigmoidTable.Q3), Vector512.Create(SigmoidTable.Q2));
        Vector512<float> q = Vector512.MultiplyAddEstimate(r * r, q32, q10);
        Vector512<float> scale = ScaleExp(LaneTable.Lookup(SigmoidTable.Scale, shiftedN), shiftedN);
        return scale / (scale + Vector512.Create(SigmoidTable.Base) + q);
    }

    // Steps are taken off in one piece where a multiply-add is fused, which leaves n pieces of 1.2e-10; otherwise n times the step would be rounded, and as ReduceExp does it none are left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<int> ShiftedN, Vector128<float> R, Vector128<float> LackingSteps) ReduceSigmoid(Vector128<float> x)
    {
        (Vector128<int> shiftedN, Vector128<float> n) = CountSteps(x);
        return IsFused
            ? (shiftedN, Vector128.MultiplyAddEstimate(n, Vector128.Create(-SigmoidTable.Step), x), n)
            : (shiftedN, ReduceExp(x).R, Vector128<float>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<int> ShiftedN, Vector256<float> R, Vector256<float> LackingSteps) ReduceSigmoid(Vector256<float> x)
    {
        (Vector256<int> shiftedN, Vector256<float> n) = CountSteps(x);
        return IsFused
            ? (shiftedN, Vector256.MultiplyAddEstimate(n, Vector256.Create(-SigmoidTable.Step), x), n)
            : (shiftedN, ReduceExp(x).R, Vector256<float>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<int> ShiftedN, Vector512<float> R, Vector512<float> LackingSteps) ReduceSigmoid(Vector512<float> x)
    {
        (Vector512<int> shiftedN, Vector512<float> n) = CountSteps(x);
        return IsFused
            ? (shiftedN, Vector512.MultiplyAddEstimate(n, Vector512.Create(-SigmoidTable.Step), x), n)
            : (shiftedN, ReduceExp(x).R, Vector512<float>.Zero);
    }
}
