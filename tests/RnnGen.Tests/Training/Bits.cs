using System;

namespace RnnGen.Tests.Training;

/// <summary>Floats as their bits, so that comparisons see a changed sign of zero and do not stumble over NaN.</summary>
internal static class Bits
{
    public static int[] Of(ReadOnlySpan<float> values) => Array.ConvertAll(values.ToArray(), BitConverter.SingleToInt32Bits);
}
