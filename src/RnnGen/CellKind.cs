namespace RnnGen;

/// <summary>The recurrent cell of a model.</summary>
public enum CellKind
{
    /// <summary>s_t = f(U x_t + W s_{t-1} + b) (Elman 1990, "Finding structure in time").</summary>
    Elman,
}
