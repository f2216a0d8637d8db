using System;
using System.Linq;
using RnnGen.Demo.Baselines;

namespace RnnGen.Demo.Tests;

/// <summary>The baselines against what a pencil gives.</summary>
public class BaselineTests
{
    [Fact]
    public void Naive_bayes_classifies_the_textbook_example()
    {
        // Manning, Raghavan and Schütze 2008, example 13.1: the test document is about China, with odds of 0.0003 to 0.0001.
        var bayes = new BagOfWords();
        bayes.Add(["Chinese", "Beijing", "Chinese"], "China");
        bayes.Add(["Chinese", "Chinese", "Shanghai"], "China");
        bayes.Add(["Chinese", "Macao"], "China");
        bayes.Add(["Tokyo", "Japan", "Chinese"], "Japan");

        Assert.Equal("China", bayes.Predict(["Chinese", "Chinese", "Chinese", "Tokyo", "Japan"]));
    }

    [Fact]
    public void Naive_bayes_falls_back_on_the_more_frequent_class()
    {
        var bayes = new BagOfWords();
        bayes.Add(["a"], "rare");
        bayes.Add(["a"], "frequent");
        bayes.Add(["a"], "frequent");

        Assert.Equal("frequent", bayes.Predict(["unheard-of"]));
    }

    [Fact]
    public void A_word_gets_its_most_frequent_tag_and_an_unknown_word_the_most_frequent_of_all()
    {
        var baseline = new MostFrequentTag([("can", "NOUN"), ("can", "AUX"), ("can", "AUX"), ("fish", "NOUN"), ("dog", "NOUN")]);

        Assert.Equal("AUX", baseline.Predict("can"));
        Assert.Equal("NOUN", baseline.Predict("fish"));
        Assert.Equal("NOUN", baseline.Predict("otter"));
    }

    [Fact]
    public void A_sequence_belongs_to_the_class_whose_mean_over_time_is_nearest_in_standard_deviations()
    {
        // Means over time (0, 0), (0, 100), (4, 0), (4, 100): the standard deviations are 2 and 50.
        ClassifiedFeatures[] training =
        [
            new(new float[] { -1, 10, 1, -10 }, "left"),
            new(new float[] { 0, 100 }, "left"),
            new(new float[] { 4, 0, 4, 0, 4, 0 }, "right"),
            new(new float[] { 5, 90, 3, 110 }, "right"),
        ];
        var baseline = new NearestClassMean(training, featureCount: 2);

        // The class means are (0, 50) and (4, 50). Only the first number tells, however far the second is.
        Assert.Equal("left", baseline.Predict([1.5f, 300, 2.25f, 500]));
        Assert.Equal("right", baseline.Predict([2.5f, -300]));
    }

    [Fact]
    public void Distances_of_several_numbers_add_up_in_standard_deviations()
    {
        // Standard deviations 1 and 10: (0.4, 12) is 0.4 and 1.2 from the first class, 1.6 and 0.8 from the second.
        ClassifiedFeatures[] training = [new(new float[] { 0, 0 }, "a"), new(new float[] { 2, 20 }, "b")];

        Assert.Equal("a", new NearestClassMean(training, featureCount: 2).Predict([0.4f, 12]));
        Assert.Equal("b", new NearestClassMean(training, featureCount: 2).Predict([0.9f, 12]));
    }

    [Fact]
    public void A_number_that_never_changes_tells_nothing()
    {
        ClassifiedFeatures[] training = [new(new float[] { 0, 7 }, "a"), new(new float[] { 1, 7 }, "b")];

        Assert.Equal("b", new NearestClassMean(training, featureCount: 2).Predict([0.75f, -1000]));
    }

    [Fact]
    public void A_number_that_never_changes_tells_nothing_whatever_the_lengths()
    {
        // The means of 1, 2, 3, … times 0.1f are not rounded alike.
        ClassifiedFeatures[] training = [.. Enumerable.Range(1, 20).Select(steps => new ClassifiedFeatures(
            Enumerable.Repeat(new[] { steps % 2, 0.1f }, steps).SelectMany(step => step).ToArray(), steps % 2 == 0 ? "even" : "odd"))];
        var baseline = new NearestClassMean(training, featureCount: 2);

        for (int steps = 1; steps <= 40; steps++)
        {
            Assert.Equal("odd", baseline.Predict([.. Enumerable.Repeat(new[] { 0.75f, 0.1f }, steps).SelectMany(step => step)]));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_probabilities_of_all_next_characters_sum_to_one(int order)
    {
        var model = new CharacterNgrams(order, "abracadabra");

        // One unseen character stands for all of them.
        double total = "abcdr?".Sum(next => Math.Exp(TotalEntropy(model, "abr") - TotalEntropy(model, "abr" + next)));

        Assert.Equal(1, total, 1e-12);
    }

    [Fact]
    public void A_text_that_training_determines_has_hardly_any_entropy()
    {
        string text = string.Concat(Enumerable.Repeat("ab", 500));

        Assert.InRange(new CharacterNgrams(2, text).CrossEntropy(text), 0, 0.02);
        Assert.Equal(Math.Log(2), new CharacterNgrams(1, text).CrossEntropy(text), 1e-2);
    }

    [Fact]
    public void What_is_given_is_not_predicted()
    {
        var model = new CharacterNgrams(2, "abracadabra");
        double all = model.CrossEntropy("cab") * 3;
        double first = model.CrossEntropy("c");

        Assert.Equal((all - first) / 2, model.CrossEntropy("cab", given: 1), 1e-12);
    }

    private static double TotalEntropy(CharacterNgrams model, string text) => model.CrossEntropy(text) * text.Length;
}
