namespace RnnGen.Checksums;

/// <summary>A model whose checksums are published, and what it computes on the machine at hand.</summary>
internal abstract class Subject(string name, ModelChecksums published)
{
    public string Name => name;

    /// <summary>What every machine with fused multiply-add must come to.</summary>
    public ModelChecksums Published => published;

    /// <summary>Of sequences predicted one by one.</summary>
    public abstract string Predict();

    /// <summary>Of the same sequences predicted together.</summary>
    public abstract string PredictMany();

    /// <summary>Of the same sequences, streamed token by token.</summary>
    public abstract string Step();

    /// <summary>Of losses and weights along 50 steps of training.</summary>
    /// <param name="threads">The threads to train on; 0 for as many as there are processors.</param>
    public abstract string Train(int threads);
}
