namespace RnnGen.Demo.Models;

/// <summary>Tags the sentences that ship with the demo.</summary>
[SequenceLabeler(Vocabulary = 320, Hidden = 48, SequenceLength = 40, Labels = 17)]
internal sealed partial class ShowcaseTagger;
