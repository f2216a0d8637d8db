namespace RnnGen;

/// <summary>The function an Elman cell applies to its pre-activation; the names are those of PyTorch's <c>nn.RNN</c>.</summary>
public enum Nonlinearity
{
    /// <summary>The hyperbolic tangent, Elman's own choice: every hidden unit stays between -1 and 1.</summary>
    Tanh,

    /// <summary>max(0, x). Unbounded; needs small weights or gradient clipping. With weights that make states grow, those of a long sequence become infinite, and its outputs NaN.</summary>
    Relu,
}
