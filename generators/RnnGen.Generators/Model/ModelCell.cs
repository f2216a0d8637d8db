namespace RnnGen.Generators.Model;

/// <summary>The runtime's CellKind, by the same names and values.</summary>
internal enum ModelCell
{
    Elman,
    Gru,
    Lstm,
}
