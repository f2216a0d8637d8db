using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using RnnGen.Demo.Models;

namespace RnnGen.Demo.Runs;

/// <summary>Finds the class that a model file was saved from, and makes it answer lines of text.</summary>
internal static class SavedModel
{
    /// <summary>Loads a model file.</summary>
    /// <param name="path">A file that one of the training commands saved.</param>
    /// <param name="generation">How a character model is to write.</param>
    /// <returns>What answers a line of text with a line, or with lines if the model writes.</returns>
    /// <exception cref="UserErrorException">No class of the demo has the sizes that the file names.</exception>
    public static Func<string, string> Open(string path, GenerationSettings generation)
    {
        ModelFileHeader header = ModelFile.ReadHeader(path);
        return Matches<SentimentClassifier>(header) ? Classify(TextClassifier<SentimentClassifier>.Load(path))
            : Matches<SentenceClassifier>(header) ? Classify(TextClassifier<SentenceClassifier>.Load(path))
            : Matches<SpellingClassifier>(header) ? Classify(TextClassifier<SpellingClassifier>.Load(path))
            : Matches<PartOfSpeechTagger>(header) ? Tag(TextLabeler<PartOfSpeechTagger>.Load(path))
            : Matches<CharacterModel>(header) ? Write(TextGenerator<CharacterModel>.Load(path), generation)
            : throw new UserErrorException($"{path} was not saved by classify, tag or generate: no model class of this demo has its task and sizes.");
    }

    private static bool Matches<TModel>(ModelFileHeader header)
        where TModel : class, IRecurrentModel<TModel>
    {
        ModelDescription model = TModel.Description;
        return header.Task == model.Task
            && header.VocabularySize == model.VocabularySize
            && header.HiddenSize == model.HiddenSize
            && header.SequenceLength == model.SequenceLength
            && header.OutputSize == model.OutputSize;
    }

    /// <summary>Label, probability and text, separated by TABs.</summary>
    private static Func<string, string> Classify<TModel>(TextClassifier<TModel> classifier)
        where TModel : class, ISequenceClassifier<TModel> => line =>
        {
            LabelPrediction prediction = classifier.Predict(line);
            return string.Create(CultureInfo.InvariantCulture, $"{prediction.Label}\t{prediction.Probability:F4}\t{line}");
        };

    /// <summary>Every word with its tag behind a slash.</summary>
    private static Func<string, string> Tag<TModel>(TextLabeler<TModel> labeler)
        where TModel : class, ISequenceLabeler<TModel> => line =>
        {
            IReadOnlyList<string> words = labeler.Vocabulary.Tokenizer.Tokenize(line);
            IReadOnlyList<TokenPrediction> tagged = labeler.Predict(WordShapes.Replace(words, labeler.Vocabulary));
            return string.Join(' ', words.Zip(tagged, (word, prediction) => $"{word}/{prediction.Label}"));
        };

    private static Func<string, string> Write<TModel>(TextGenerator<TModel> generator, GenerationSettings generation)
        where TModel : class, ISequenceGenerator<TModel> => line => generator.Generate(line, generation.Length, generation.ToOptions());
}
