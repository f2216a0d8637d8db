using System;
using System.IO;
using System.Linq;
using RnnGen.Tests.Persistence;

namespace RnnGen.Tests.Applications;

public class TextRegressorTests
{
    // Ids 4 to 8.
    private static readonly Vocabulary Words = Vocabulary.FromTokens(["a", "stirring", "funny", "film", ","], Tokenizer.Words);

    [Fact]
    public void A_text_is_answered_with_the_models_own_numbers()
    {
        var regressor = new TextRegressor<SmallRegressor>(new SmallRegressor(seed: 1), Words);
        float[] expected = new float[2];
        regressor.Model.Predict([1, 4, 5, 3, 7, 2], expected);

        Assert.Equal(expected, regressor.Predict("A stirring unheard-of FILM"));
        float[] outputs = new float[2];
        regressor.Predict("A stirring unheard-of FILM", outputs);
        Assert.Equal(expected, outputs);

        // Cut as in training.
        Assert.Equal(regressor.Predict("a stirring , funny"), regressor.Predict("a stirring , funny film"));
    }

    [Fact]
    public void Many_texts_get_the_answers_of_one_at_a_time()
    {
        var regressor = new TextRegressor<SmallRegressor>(new SmallRegressor(seed: 1), Words);
        string[] texts = [.. Enumerable.Range(0, 1500).Select(i => string.Join(' ', "a stirring funny film , a film".Split(' ').Take(i % 8)))];

        Assert.Equal(texts.Select(regressor.Predict), regressor.PredictMany(texts));
        Assert.Empty(regressor.PredictMany([]));
        ArgumentException refused = Assert.Throws<ArgumentException>("texts", () => regressor.PredictMany(["a", null!]));
        Assert.StartsWith("Text 1 is null", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_learns_from_texts_with_their_numbers()
    {
        MeasuredText[] samples =
        [
            new("a funny film", new float[] { 2, 0 }),
            new("a stirring film", new float[] { 0, 1 }),
            new("a film", new float[] { 0, 0 }),
            new("funny , stirring", new float[] { 2, 1 }),
        ];
        var model = new SmallRegressor(seed: 1);
        var dataset = SequenceDataset.ForRegression(samples, Words, SmallRegressor.SequenceLength, SmallRegressor.OutputCount);
        _ = Trainer.Fit(
            model,
            dataset,
            new TrainingOptions { Epochs = 300, BatchSize = 4, Optimizer = Optimizers.Adam(0.02) },
            cancellationToken: TestContext.Current.CancellationToken);

        // Half of the distance between two answers.
        var regressor = new TextRegressor<SmallRegressor>(model, Words);
        foreach (MeasuredText sample in samples)
        {
            Assert.Equal(sample.Values.Span[0], regressor.Predict(sample.Text)[0], 1.0);
            Assert.Equal(sample.Values.Span[1], regressor.Predict(sample.Text)[1], 0.5);
        }
    }

    [Fact]
    public void One_file_holds_model_and_vocabulary()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("stars.safetensors");
        var regressor = new TextRegressor<SmallRegressor>(new SmallRegressor(seed: 1), Words);
        using var stream = new MemoryStream();
        regressor.Save(path);
        regressor.Save(stream);
        stream.Position = 0;

        Assert.Equal(regressor.Predict("a film"), TextRegressor<SmallRegressor>.Load(path).Predict("a film"));
        Assert.Equal(regressor.Predict("a film"), TextRegressor<SmallRegressor>.Load(stream).Predict("a film"));

        regressor.Model.Save(path);
        Assert.Contains("no vocabulary", Assert.Throws<ModelFileException>(() => TextRegressor<SmallRegressor>.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var regressor = new TextRegressor<SmallRegressor>(new SmallRegressor(seed: 1), Words);
        Assert.Throws<ArgumentException>("outputs", () => regressor.Predict("a", new float[3]));
        ArgumentException everyStep = Assert.Throws<ArgumentException>(
            "model", () => new TextRegressor<StepRegressor>(new StepRegressor(seed: 1), Words));
        Assert.Contains("outputs at every step", everyStep.Message, StringComparison.Ordinal);
    }
}
