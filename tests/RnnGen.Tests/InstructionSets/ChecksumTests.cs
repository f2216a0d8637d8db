using System.Collections.Generic;
using System.Linq;
using RnnGen.Checksums;
using RnnGen.Tests.Numerics;

namespace RnnGen.Tests.InstructionSets;

/// <summary>
/// One answer everywhere: the published bits, whichever way outputs are asked for, on however many threads a model is trained, and with whichever
/// vectors that multiply and add in one rounding. ARM64 is held to the same ones by tests/RnnGen.Checksums/run-arm64.
/// </summary>
[Trait(Rerun.Category, Rerun.Numbers)]
[Trait(Rerun.Size, Rerun.Small)]
public class ChecksumTests
{
    public static IEnumerable<TheoryDataRow<string>> Models => Published.Subjects.Select(subject => new TheoryDataRow<string>(subject.Name));

    [Theory]
    [MemberData(nameof(Models))]
    public void Outputs_have_the_published_bits_whichever_way_they_are_asked_for(string name)
    {
        Assert.SkipUnless(FusedHardware.IsPresent, FusedHardware.WhySkipped);
        Subject subject = Find(name);
        Assert.Equal(subject.Published.Outputs, subject.Predict());
        Assert.Equal(subject.Published.Outputs, subject.PredictMany());
        Assert.Equal(subject.Published.Outputs, subject.Step());
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Fifty_steps_of_training_have_the_published_bits_on_any_number_of_threads(string name)
    {
        Assert.SkipUnless(FusedHardware.IsPresent, FusedHardware.WhySkipped);
        Subject subject = Find(name);
        Assert.All([1, 2, 3, 7], threads => Assert.Equal(subject.Published.Training, subject.Train(threads)));
    }

    /// <summary>Without fused multiply-add too, though the bits are others there.</summary>
    [Theory]
    [MemberData(nameof(Models))]
    public void All_ways_and_all_numbers_of_threads_come_to_one_result(string name)
    {
        Subject subject = Find(name);
        string outputs = subject.Predict();
        Assert.Equal(outputs, subject.PredictMany());
        Assert.Equal(outputs, subject.Step());
        Assert.Equal(subject.Train(threads: 1), subject.Train(threads: 4));
    }

    private static Subject Find(string name) => Published.Subjects.Single(subject => subject.Name == name);
}
