using System;
using System.Linq;
using RnnGen.Demo.Runs;

namespace RnnGen.Demo.Tests;

/// <summary>Sequences in the order of their speakers, and the third of them that is held out.</summary>
public class SpeakerDataTests
{
    [Theory]
    [InlineData(1, "0 3 4 7")]
    [InlineData(2, "1 5")]
    [InlineData(3, "2 6")]
    public void Every_third_sequence_of_each_speaker_is_held_out(int heldOut, string expected)
    {
        var data = SpeakerData.Divide(Sequences(8), perSpeaker: 4, heldOut);

        string[] numbers = expected.Split(' ');
        Assert.Equal(numbers, data.HeldOut.Select(Number));
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"{i}").Except(numbers), data.Training.Select(Number));
        Assert.All(data.HeldOut.Concat(data.Training), sample => Assert.Equal(sample.Features.Span[0] < 4 ? "speaker 1" : "speaker 2", sample.Label));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(4, 4)]
    [InlineData(9, 4)]
    public void A_number_of_sequences_that_cannot_be_right_is_refused(int count, int perSpeaker)
    {
        var exception = Assert.Throws<UserErrorException>(() => SpeakerData.Divide(Sequences(count), perSpeaker, heldOut: 1));

        Assert.Contains($"{count} sequences", exception.Message, StringComparison.Ordinal);
        Assert.Contains("--sequences", exception.Message, StringComparison.Ordinal);
    }

    private static float[][] Sequences(int count) => [.. Enumerable.Range(0, count).Select(i => new float[] { i })];

    private static string Number(ClassifiedFeatures sample) => $"{(int)sample.Features.Span[0]}";
}
