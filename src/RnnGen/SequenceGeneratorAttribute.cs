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
public sealed class SequenceGeneratorAttribute : SequenceModelAttribute;
