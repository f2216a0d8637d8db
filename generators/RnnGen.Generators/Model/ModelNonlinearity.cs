namespace RnnGen.Generators.Model;

/// <summary>The runtime's Nonlinearity, by the same names and values.</summary>
internal enum ModelNonlinearity
{
    Tanh,
    Relu,
}
