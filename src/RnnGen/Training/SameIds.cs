using System;
using System.Collections.Generic;

namespace RnnGen.Training;

/// <summary>Whether two data sets mean the same by the same numbers: what is measured with other labels or words than were learnt tells nothing.</summary>
/// <remarks>One may know more than the other, behind all that they share.</remarks>
internal static class SameIds
{
    /// <summary>Throws if a label or a token has one id in the data set that is learnt from and another in the one that is measured.</summary>
    /// <exception cref="ArgumentException">It has.</exception>
    public static void Require(SequenceDataset dataset, SequenceDataset validation, string parameter)
    {
        if (dataset.Labels is { } labels && validation.Labels is { } measured && FirstDifference(labels.Names, measured.Names) is { } label)
        {
            throw new ArgumentException(
                $"Label {label} of the validation set is \"{measured.NameOf(label)}\", and \"{labels.NameOf(label)}\" in the training set. Make the validation set with the labels of the training set.",
                parameter);
        }

        if (dataset.Vocabulary is not { } vocabulary || validation.Vocabulary is not { } other || ReferenceEquals(vocabulary, other))
        {
            return;
        }

        if (vocabulary.Tokenizer.Name != other.Tokenizer.Name)
        {
            throw new ArgumentException(
                $"The texts of the validation set are cut by the tokenizer \"{other.Tokenizer}\", those of the training set by \"{vocabulary.Tokenizer}\". Encode both with one vocabulary.",
                parameter);
        }

        if (FirstDifference(vocabulary.Tokens, other.Tokens) is { } token)
        {
            int id = token + Vocabulary.SpecialTokenCount;
            throw new ArgumentException(
                $"Token {id} of the validation set is \"{other.TokenOf(id)}\", and \"{vocabulary.TokenOf(id)}\" in the training set. Encode both with one vocabulary.",
                parameter);
        }
    }

    private static int? FirstDifference(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        for (int i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            if (a[i] != b[i])
            {
                return i;
            }
        }

        return null;
    }
}
