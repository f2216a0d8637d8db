namespace RnnGen.Generators.Model;

/// <summary>The runtime's Pooling, by the same names and values.</summary>
internal enum ModelPooling
{
    Last,
    Mean,
    Max,
}
