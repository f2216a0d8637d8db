namespace RnnGen.Tests.Reference;

/// <summary>w := w - rate g.</summary>
internal sealed class ReferenceSgd(double rate) : IReferenceOptimizer
{
    public void Step(TensorSet weights, TensorSet gradients)
    {
        foreach (string name in weights.Names)
        {
            double[,] w = weights[name], g = gradients[name];
            for (int i = 0; i < w.GetLength(0); i++)
            {
                for (int j = 0; j < w.GetLength(1); j++)
                {
                    w[i, j] -= rate * g[i, j];
                }
            }
        }
    }
}
