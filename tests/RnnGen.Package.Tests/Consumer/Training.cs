using System;
using System.IO;
using RnnGen;

namespace Consumer;

/// <summary>Trains each model briefly, and demands that it learnt something and survives a file.</summary>
internal static class Training
{
    public const string ClassifierFile = "classifier.safetensors";

    private static readonly TrainingOptions Options = new() { Epochs = 15, BatchSize = 2, Optimizer = Optimizers.Adam(0.01), Seed = 3 };

    private static readonly ClassifiedText[] Reviews =
    [
        new("a good film", "good"),
        new("not a good film", "bad"),
        new("a bad film", "bad"),
        new("not a bad film", "good"),
        new("never dull", "good"),
        new("never good", "bad"),
        new("dull", "bad"),
        new("a film that is never bad", "good"),
    ];

    private static readonly LabeledSentence[] Sentences =
    [
        new(["the", "dog", "runs"], ["word", "noun", "verb"]),
        new(["the", "run", "ends"], ["word", "noun", "verb"]),
        new(["dogs", "run"], ["noun", "verb"]),
        new(["the", "end"], ["word", "noun"]),
    ];

    public static void Run(string folder)
    {
        Directory.CreateDirectory(folder);
        Console.WriteLine(TrainClassifier(Path.Combine(folder, ClassifierFile)));
        Console.WriteLine(TrainLabeler(Path.Combine(folder, "labeler.safetensors")));
        Console.WriteLine(TrainGenerator(Path.Combine(folder, "generator.safetensors")));
    }

    private static string TrainClassifier(string path)
    {
        var vocabulary = Vocabulary.Build(Array.ConvertAll(Reviews, review => review.Text), Tokenizer.Words, ReviewSentiment.VocabularySize);
        var model = new ReviewSentiment(seed: 1);
        Train(model, SequenceDataset.ForClassification(Reviews, vocabulary, ReviewSentiment.SequenceLength));
        model.Save(path);
        return SameAfterLoading(Predictions.Of(model), Predictions.Of(ReviewSentiment.Load(path)));
    }

    private static string TrainLabeler(string path)
    {
        var vocabulary = Vocabulary.Build(
            Array.ConvertAll(Sentences, sentence => string.Join(' ', sentence.Tokens)), Tokenizer.Words, WordKinds.VocabularySize);
        var model = new WordKinds(seed: 1);
        Train(model, SequenceDataset.ForLabeling(Sentences, vocabulary, WordKinds.SequenceLength));
        model.Save(path);
        return SameAfterLoading(Predictions.Of(model), Predictions.Of(WordKinds.Load(path)));
    }

    private static string TrainGenerator(string path)
    {
        string[] lines = ["the cat sat on the mat", "the rat sat on the hat", "the bat sat on the cat"];
        var vocabulary = Vocabulary.Build(lines, Tokenizer.Characters, Rhymes.VocabularySize);
        var model = new Rhymes(seed: 1);
        Train(model, SequenceDataset.ForGeneration(lines, vocabulary, Rhymes.SequenceLength));
        model.Save(path);
        return SameAfterLoading(Predictions.Of(model), Predictions.Of(Rhymes.Load(path)));
    }

    private static void Train<TModel>(TModel model, SequenceDataset dataset)
        where TModel : class, IRecurrentModel<TModel>
    {
        TrainingResult result = Trainer.Fit(model, dataset, Options);
        double first = result.Epochs[0].TrainingLoss;
        double last = result.Epochs[^1].TrainingLoss;
        if (!(last < 0.9 * first))
        {
            throw new InvalidOperationException($"{TModel.Description.Name} did not learn: its loss was {first} and is {last}.");
        }
    }

    private static string SameAfterLoading(string saved, string loaded) => saved == loaded
        ? saved
        : throw new InvalidOperationException($"Saved:{Environment.NewLine}{saved}{Environment.NewLine}Loaded:{Environment.NewLine}{loaded}");
}
