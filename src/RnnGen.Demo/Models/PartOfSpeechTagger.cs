namespace RnnGen.Demo.Models;

/// <summary>Tags words with the 17 universal parts of speech.</summary>
[SequenceLabeler(Vocabulary = 20000, Hidden = 128, SequenceLength = 160, Labels = 17)]
internal sealed partial class PartOfSpeechTagger;
