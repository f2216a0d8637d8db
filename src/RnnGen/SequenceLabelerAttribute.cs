using System;

namespace RnnGen;

/// <summary>Turns a partial class into a network that gives every token of a sequence one of <see cref="Labels"/> labels.</summary>
/// <example>
/// <code>
/// [SequenceLabeler(Vocabulary = 20000, Hidden = 96, SequenceLength = 160, Labels = 17)]
/// public sealed partial class PartOfSpeechTagger;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SequenceLabelerAttribute : SequenceModelAttribute
{
    /// <summary>How many labels there are: 2 to 100,000.</summary>
    public int Labels { get; set; }
}
