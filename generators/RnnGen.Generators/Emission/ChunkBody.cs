namespace RnnGen.Generators.Emission;

/// <summary>What a prediction makes of what the output layer gives for a chunk of steps, where every step has outputs.</summary>
/// <param name="Row">For each step <c>t</c> of the chunk.</param>
/// <param name="Before">Before the first chunk.</param>
/// <param name="OfChunk">For all steps of a chunk at once, before those one by one.</param>
/// <param name="After">After the last chunk.</param>
internal sealed record ChunkBody(string Row, string Before = "", string OfChunk = "", string After = "")
{
    /// <summary>The likeliest label of each step.</summary>
    public static ChunkBody Labels { get; } = new("labels[start + t] = Softmax.IndexOfMax(logits.Slice(t * OutputStride, OutputStride), OutputSize);");

    /// <summary>The probabilities of each step.</summary>
    public static ChunkBody Probabilities { get; } = new("""
        Span<float> row = logits.Slice(t * OutputStride, OutputStride);
        Softmax.Normalize(row, OutputSize);
        row.Slice(0, OutputSize).CopyTo(probabilities.Slice((start + t) * OutputSize, OutputSize));
        """);

    /// <summary>The outputs of a regressor at each step.</summary>
    public static ChunkBody Outputs { get; } = new("paddedOutputs.Slice(t * OutputStride, OutputSize).CopyTo(outputs.Slice((start + t) * OutputSize, OutputSize));");

    /// <summary>The logarithm of the probability of all targets.</summary>
    public static ChunkBody LogProbability { get; } = new(
        Before: """
            double sum = 0;
            Span<float> losses = stackalloc float[Chunk];
            Span<int> predicted = stackalloc int[Chunk];
            """,
        OfChunk: "CrossEntropy.Forward(logits.Slice(0, count * OutputStride), OutputSize, targets.Slice(start, count), losses, predicted);",
        Row: "sum -= losses[t];",
        After: "return sum;");
}
