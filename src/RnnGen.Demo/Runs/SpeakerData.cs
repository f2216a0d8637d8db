using System.Collections.Generic;
using System.Globalization;

namespace RnnGen.Demo.Runs;

/// <summary>What a classifier of speakers is trained and measured on.</summary>
/// <param name="Training">What it is trained on: two thirds of each speaker's sequences.</param>
/// <param name="HeldOut">What it is measured on: the others.</param>
internal sealed record SpeakerData(IReadOnlyList<ClassifiedFeatures> Training, IReadOnlyList<ClassifiedFeatures> HeldOut)
{
    /// <summary>In how many parts the sequences of a speaker are divided, one of which is held out.</summary>
    public const int Parts = 3;

    /// <summary>Names the speakers of sequences that are in their order, and holds every third sequence of each out.</summary>
    /// <param name="sequences">The sequences of the first speaker, then those of the second, and so on.</param>
    /// <param name="perSpeaker">How many sequences each speaker has: at least <see cref="Parts"/>.</param>
    /// <param name="heldOut">Which part is held out: 1 for the first sequence of each three, and so on.</param>
    /// <exception cref="UserErrorException">The sequences are not those of at least two speakers with so many each.</exception>
    public static SpeakerData Divide(IReadOnlyList<float[]> sequences, int perSpeaker, int heldOut)
    {
        if (sequences.Count % perSpeaker != 0 || sequences.Count / perSpeaker < 2)
        {
            throw new UserErrorException(
                $"The training file has {sequences.Count} sequences, which are not those of two or more speakers with {perSpeaker} each; --sequences says how many each has.");
        }

        var training = new List<ClassifiedFeatures>();
        var others = new List<ClassifiedFeatures>();
        for (int i = 0; i < sequences.Count; i++)
        {
            string speaker = string.Create(CultureInfo.InvariantCulture, $"speaker {(i / perSpeaker) + 1}");
            (i % perSpeaker % Parts == heldOut - 1 ? others : training).Add(new ClassifiedFeatures(sequences[i], speaker));
        }

        return new SpeakerData(training, others);
    }
}
