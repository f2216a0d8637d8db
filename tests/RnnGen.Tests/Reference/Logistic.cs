using System;

namespace RnnGen.Tests.Reference;

/// <summary>The nonlinearity of gates.</summary>
internal static class Logistic
{
    /// <summary>1 / (1 + e^-x).</summary>
    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
