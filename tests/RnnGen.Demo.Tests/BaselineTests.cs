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

    private static double TotalEntropy(CharacterNgrams model, string text) => model.CrossEntropy(text) * text.Length;
}
