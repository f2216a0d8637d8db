namespace RnnGen.Generators.Planning;

/// <summary>What a layer reads at every step: a row of numbers, or a token that stands for a row of its weights.</summary>
/// <param name="Name">The name of its kernels: Input for the first layer, Upper for those above.</param>
/// <param name="Width">How many numbers; the vocabulary for a token.</param>
/// <param name="WidthName">The constant that names the width.</param>
/// <param name="Stride">The distance between such rows; 0 for tokens.</param>
/// <param name="StrideName">The constant that names the stride.</param>
internal sealed record InputPlan(string Name, int Width, string WidthName, int Stride, string StrideName)
{
    /// <summary>Whether the input is a token, whose product with the weights is one of their rows.</summary>
    public bool IsToken => Stride == 0;

    /// <summary>The rows of the weights: as many as inputs, filled up to whole tiles of their gradient where they are multiplied.</summary>
    public int WeightRows => IsToken ? Width : Padding.ToRows(Width);

    /// <summary>The width of a row of the input's gradients: the numbers rounded up to whole vectors.</summary>
    public int Columns => Padding.ToColumns(Width);
}
