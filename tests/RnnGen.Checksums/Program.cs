using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using RnnGen.Checksums;

int bits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
Console.WriteLine($"{RuntimeInformation.ProcessArchitecture}, vectors of {bits} bits, {Environment.ProcessorCount} processors");
if (!Fma.IsSupported && !AdvSimd.IsSupported)
{
    Console.Error.WriteLine("This machine has no fused multiply-add: its results are within the tolerances, and not to these bits. Nothing was compared.");
    return 2;
}

bool allAgree = true;
foreach (Subject subject in Published.Subjects)
{
    Compare("predict", subject.Published.Outputs, subject.Predict());
    Compare("predict many", subject.Published.Outputs, subject.PredictMany());
    Compare("step", subject.Published.Outputs, subject.Step());
    Compare("train", subject.Published.Training, subject.Train(threads: 0));

    void Compare(string what, string published, string actual)
    {
        bool agrees = published == actual;
        allAgree &= agrees;
        Console.WriteLine($"{subject.Name,-22}{what,-13}{actual}{(agrees ? "" : $"  published: {published}")}");
    }
}

Console.WriteLine(allAgree ? "All checksums are the published ones." : "Some checksums differ.");
return allAgree ? 0 : 1;
