using CsCheck;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

public class EvaluationChunkTests
{
    [Theory]
    [InlineData(2, 1_000, 512)]
    [InlineData(2, 100_000, 40)]
    [InlineData(2, 1_000_000, 16)]
    [InlineData(16, 1_000_000, 128)]
    [InlineData(1024, 1_000_000, 264)]
    [InlineData(1024, 1, 512)]
    [InlineData(2, 4_000_000, 16)]
    [InlineData(8, 8_000_000, 32)]
    [InlineData(2, 25_000_000, 8)]
    [InlineData(2, 60_000_000, 4)]
    [InlineData(2, 500_000_000, 1)]
    public void Threads_have_a_block_each_as_long_as_blocks_are_not_large(int threads, long floats, int sequences) =>
        Assert.Equal(sequences, EvaluationChunk.MostSequences(floats, threads));

    [Fact]
    public void Several_sequences_never_take_more_than_allowed() => Gen.Select(Gen.Int[1, 1024], Gen.Double[0, 40]).Sample((threads, exponent) =>
    {
        long floats = (long)double.Exp2(exponent);
        int sequences = EvaluationChunk.MostSequences(floats, threads);
        Assert.InRange(sequences, 1, 512);
        Assert.True(sequences == 1 || sequences * floats <= EvaluationChunk.MostFloats);
        Assert.True(sequences < 8 || sequences % 8 == 0);
    });
}
