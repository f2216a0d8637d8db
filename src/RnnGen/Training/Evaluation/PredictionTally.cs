using System.Collections.Immutable;

namespace RnnGen.Training;

/// <summary>Counts predictions by their true and their predicted class.</summary>
internal sealed class PredictionTally(int classCount)
{
    // 8 MiB of counts. A matrix of more classes is nothing to look at, and that of a large vocabulary would not fit in memory.
    private const int LargestConfusionMatrix = 1024;

    private readonly long[] _correct = new long[classCount];
    private readonly long[] _actual = new long[classCount];
    private readonly long[] _predicted = new long[classCount];

    public ConfusionMatrix? Confusion { get; } = classCount <= LargestConfusionMatrix ? new ConfusionMatrix(classCount) : null;

    public void Add(int actual, int predicted)
    {
        _actual[actual]++;
        _predicted[predicted]++;
        if (actual == predicted)
        {
            _correct[actual]++;
        }

        Confusion?.Add(actual, predicted);
    }

    public ImmutableArray<ClassMetrics> ToClassMetrics()
    {
        var classes = ImmutableArray.CreateBuilder<ClassMetrics>(_actual.Length);
        for (int c = 0; c < _actual.Length; c++)
        {
            classes.Add(new ClassMetrics(_correct[c], _actual[c], _predicted[c]));
        }

        return classes.MoveToImmutable();
    }
}
