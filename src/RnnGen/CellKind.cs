namespace RnnGen;

/// <summary>The recurrent cell of a model.</summary>
public enum CellKind
{
    /// <summary>s_t = f(U x_t + W s_{t-1} + b) (Elman 1990, "Finding structure in time").</summary>
    Elman,

    /// <summary>
    /// The gated recurrent unit (Cho et al. 2014, "Learning phrase representations"), with the reset applied after the recurrent product,
    /// as PyTorch and cuDNN have it: n_t = tanh(U_n x_t + b_n + r_t (W_n s_{t-1} + d_n)), s_t = (1 - z_t) n_t + z_t s_{t-1}. With
    /// <see cref="SequenceModelAttribute.ResetBefore"/> it is applied before, as in the published paper: n_t = tanh(U_n x_t + W_n (r_t s_{t-1}) + b_n).
    /// </summary>
    Gru,

    /// <summary>
    /// Long short-term memory (Hochreiter and Schmidhuber 1997), with a forget gate (Gers et al. 2000) and without peepholes:
    /// c_t = f_t c_{t-1} + i_t g_t, s_t = o_t tanh(c_t).
    /// </summary>
    Lstm,
}
