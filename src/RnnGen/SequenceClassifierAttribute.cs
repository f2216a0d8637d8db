using System;

namespace RnnGen;

/// <summary>Turns a partial class into a network that gives a whole sequence one of <see cref="Classes"/> classes.</summary>
/// <example>
/// <code>
/// [SequenceClassifier(Vocabulary = 8000, Hidden = 64, SequenceLength = 64, Classes = 2)]
/// public sealed partial class ReviewSentiment;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SequenceClassifierAttribute : SequenceModelAttribute
{
    /// <summary>How many classes there are: 2 to 100,000.</summary>
    public int Classes { get; set; }

    /// <summary>What of the sequence's states the classes are read from; <see cref="RnnGen.Pooling.Last"/> unless said otherwise.</summary>
    public Pooling Pooling { get; set; }
}
