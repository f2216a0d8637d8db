namespace RnnGen.Generators.Model;

/// <summary>The runtime's CellKind, by the same names.</summary>
internal enum ModelCell
{
    Elman,
}
