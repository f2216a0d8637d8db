namespace RnnGen.Generators.Planning;

/// <summary>Where the sum of a product over its inner dimension is split into chains that run side by side.</summary>
/// <remarks>
/// A step of a single sequence is bound by latency when its outputs fill few vectors: the sum of each then runs as several
/// chains. The split is part of the model's arithmetic: it depends on the sizes alone, and every kernel (any vector width, any
/// number of rows) makes it at the same places and adds the chains up in the same order, so that all of them give the same bits.
/// Chain c sums the terms from c * Length on.
/// </remarks>
/// <param name="Count">1 to 4.</param>
/// <param name="Length">Terms in each chain but the last.</param>
/// <param name="LastLength">Terms in the last chain: 1 to <paramref name="Length"/>.</param>
internal sealed record ChainPlan(int Count, int Length, int LastLength)
{
    /// <summary>A sum of <paramref name="depth"/> terms in their order.</summary>
    public static ChainPlan Single(int depth) => new(1, depth, depth);

    /// <summary>The plan for a sum of <paramref name="depth"/> terms in each of <paramref name="columns"/> (padded) outputs.</summary>
    public static ChainPlan For(int depth, int columns)
    {
        // Eight vectors of 512 bits in flight hide the latency of a multiply-add on machines that start two a cycle. Products of 128
        // columns and more have them without chains; two cost them nothing, measured at 128 and 256.
        int wanted = columns / 16 <= 3 ? 4 : 2;
        int length = (depth + wanted - 1) / wanted;
        int count = (depth + length - 1) / length;
        return new ChainPlan(count, length, depth - ((count - 1) * length));
    }

    /// <summary>The first term of a chain.</summary>
    public int Start(int chain) => chain * Length;

    /// <summary>The terms of a chain, in words.</summary>
    public string Terms(int chain)
    {
        int first = Start(chain);
        int last = first + (chain == Count - 1 ? LastLength : Length) - 1;
        return first == last ? $"term {first}" : $"terms {first} to {last}";
    }
}
