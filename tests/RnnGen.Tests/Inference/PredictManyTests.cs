using System;
using System.Linq;
using System.Threading.Tasks;
using RnnGen.Tests.Memory;

namespace RnnGen.Tests.Inference;

[SequenceClassifier(Vocabulary = 23, Hidden = 33, SequenceLength = 40, Classes = 5)]
internal sealed partial class ManyClassifier;

[SequenceLabeler(Vocabulary = 23, Hidden = 16, SequenceLength = 40, Labels = 7)]
internal sealed partial class ManyLabeler;

[SequenceGenerator(Vocabulary = 23, Hidden = 70, SequenceLength = 40)]
internal sealed partial class ManyGenerator;

/// <summary>Many sequences at once give the bits of one at a time: each sequence's own prediction is the oracle.</summary>
public sealed class PredictManyTests
{
    private readonly int[] _lengths;
    private readonly int[] _tokens;

    public PredictManyTests()
    {
        // More sequences than run together, of all lengths, shortest and longest included, in no order.
        var random = new Random(11);
        _lengths = [.. Enumerable.Range(0, 150).Select(i => i switch { 0 => 1, 1 => 40, _ => random.Next(1, 41) })];
        _tokens = [.. Enumerable.Range(0, _lengths.Sum()).Select(_ => random.Next(23))];
    }

    [Fact]
    public void A_classifier_gives_the_same_bits_for_many_as_for_one()
    {
        var model = new ManyClassifier(3);
        float[] many = new float[_lengths.Length * ManyClassifier.ClassCount];
        float[] one = new float[ManyClassifier.ClassCount];

        model.PredictMany(_tokens, _lengths, many);

        int start = 0;
        for (int i = 0; i < _lengths.Length; i++)
        {
            _ = model.Predict(_tokens.AsSpan(start, _lengths[i]), one);
            Assert.Equal(one, many.AsSpan(i * one.Length, one.Length));
            start += _lengths[i];
        }
    }

    [Fact]
    public void A_labeler_gives_the_same_bits_for_many_as_for_one()
    {
        var model = new ManyLabeler(3);
        float[] many = new float[_tokens.Length * ManyLabeler.LabelCount];
        int[] labels = new int[_tokens.Length];

        model.PredictMany(_tokens, _lengths, many);
        model.PredictMany(_tokens, _lengths, labels);

        int start = 0;
        foreach (int length in _lengths)
        {
            float[] one = new float[length * ManyLabeler.LabelCount];
            int[] oneLabels = new int[length];
            model.Predict(_tokens.AsSpan(start, length), one);
            model.Predict(_tokens.AsSpan(start, length), oneLabels);
            Assert.Equal(one, many.AsSpan(start * ManyLabeler.LabelCount, one.Length));
            Assert.Equal(oneLabels, labels.AsSpan(start, length));
            start += length;
        }
    }

    [Fact]
    public void A_generator_gives_the_same_bits_for_many_as_for_one()
    {
        var model = new ManyGenerator(3);
        float[] many = new float[_tokens.Length * ManyGenerator.VocabularySize];

        model.PredictMany(_tokens, _lengths, many);

        int start = 0;
        foreach (int length in _lengths)
        {
            float[] one = new float[length * ManyGenerator.VocabularySize];
            model.Predict(_tokens.AsSpan(start, length), one);
            Assert.Equal(one, many.AsSpan(start * ManyGenerator.VocabularySize, one.Length));
            start += length;
        }
    }

    [Fact]
    public void Many_threads_at_once_on_one_model_get_the_bits_of_one()
    {
        var model = new ManyGenerator(3);
        float[] expected = new float[_tokens.Length * ManyGenerator.VocabularySize];
        model.PredictMany(_tokens, _lengths, expected);

        _ = Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            float[] many = new float[expected.Length];
            model.PredictMany(_tokens, _lengths, many);
            Assert.Equal(expected, many);
        });
    }

    [Fact]
    public void It_allocates_nothing_once_it_has_run()
    {
        var model = new ManyClassifier(3);
        float[] many = new float[_lengths.Length * ManyClassifier.ClassCount];
        model.PredictMany(_tokens, _lengths, many);

        Assert.Equal(0, Allocations.OfThread(() => model.PredictMany(_tokens, _lengths, many)));
    }

    [Fact]
    public void Wrong_arguments_are_refused_and_nothing_is_written()
    {
        var model = new ManyClassifier(3);
        float[] probabilities = new float[2 * ManyClassifier.ClassCount];
        int[] tokens = [1, 2, 3];

        Assert.Equal("lengths", Assert.Throws<ArgumentException>(() => model.PredictMany(tokens, [], probabilities)).ParamName);
        Assert.Equal("lengths", Assert.Throws<ArgumentException>(() => model.PredictMany(tokens, [3, 0], probabilities)).ParamName);
        Assert.Equal("lengths", Assert.Throws<ArgumentException>(() => model.PredictMany(tokens, [1, 1], probabilities)).ParamName);
        Assert.Equal("lengths", Assert.Throws<ArgumentException>(() => model.PredictMany(new int[42], [41, 1], probabilities)).ParamName);
        Assert.Equal("probabilities", Assert.Throws<ArgumentException>(() => model.PredictMany(tokens, [3], probabilities)).ParamName);
        Assert.Equal("tokens", Assert.Throws<ArgumentOutOfRangeException>(() => model.PredictMany([1, 2, 23], [1, 2], probabilities)).ParamName);
        Assert.All(probabilities, p => Assert.Equal(0, p));
    }
}
