namespace RnnGen.Demo.Corpora;

/// <summary>A part of a corpus.</summary>
internal enum Split
{
    /// <summary>Read by the trainer.</summary>
    Training,

    /// <summary>Never trained on; every figure that the demo prints is measured here.</summary>
    Development,

    /// <summary>Discarded: it would put a held-out pair beside one seen in training.</summary>
    Neither,
}
