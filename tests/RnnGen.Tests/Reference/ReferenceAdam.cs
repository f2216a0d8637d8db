using System;

namespace RnnGen.Tests.Reference;

/// <summary>Adam (Kingma and Ba 2015, algorithm 1) with the constants that PyTorch takes when given none.</summary>
internal sealed class ReferenceAdam(double rate) : IReferenceOptimizer
{
    private const double Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-8;
    private TensorSet? _first, _second;
    private int _steps;

    public void Step(TensorSet weights, TensorSet gradients)
    {
        _first ??= weights.Zeros();
        _second ??= weights.Zeros();
        _steps++;
        double firstBias = 1 - Math.Pow(Beta1, _steps), secondBias = 1 - Math.Pow(Beta2, _steps);
        foreach (string name in weights.Names)
        {
            double[,] w = weights[name], g = gradients[name], m = _first[name], v = _second[name];
            for (int i = 0; i < w.GetLength(0); i++)
            {
                for (int j = 0; j < w.GetLength(1); j++)
                {
                    m[i, j] = (Beta1 * m[i, j]) + ((1 - Beta1) * g[i, j]);
                    v[i, j] = (Beta2 * v[i, j]) + ((1 - Beta2) * g[i, j] * g[i, j]);
                    w[i, j] -= rate * (m[i, j] / firstBias) / (Math.Sqrt(v[i, j] / secondBias) + Epsilon);
                }
            }
        }
    }
}
