using System;

namespace RnnGen;

/// <summary>Turns a partial class into a language model: after every token, the distribution of the next one over the vocabulary.</summary>
/// <example>
/// <code>
/// [SequenceGenerator(Vocabulary = 100, Hidden = 128, SequenceLength = 64)]
/// public sealed partial class CharacterModel;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SequenceGeneratorAttribute : SequenceModelAttribute
{
    /// <summary>
    /// Whether the output layer's weights are the embedding: a token has one row of numbers, by which it is read and predicted (Press and Wolf 2017, "Using
    /// the output embedding to improve language models"). <see cref="SequenceModelAttribute.Embedding"/> must then be as large as
    /// <see cref="SequenceModelAttribute.Hidden"/>.
    /// </summary>
    public bool TieEmbedding { get; set; }
}
