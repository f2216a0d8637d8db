namespace RnnGen.Demo.Models;

/// <summary>Tells speakers apart by a vowel: 12 numbers a step.</summary>
/// <remarks>All steps of a vowel say who speaks: hence the mean over time. And there are few vowels to learn from: hence the dropout.</remarks>
[SequenceClassifier(Features = 12, Hidden = 64, SequenceLength = 30, Classes = 9, Pooling = Pooling.Mean, RecurrentDropout = 0.5)]
internal sealed partial class SpeakerClassifier;
