using System.Linq;
using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The memory that a prediction works in: of the stack where it is not too large, cut into parts.</summary>
internal static class PredictionMemory
{
    /// <summary>Whether a step has so much memory that to clear it takes longer than to have it lent, and so little that it may be on the stack.</summary>
    public static bool IsLent(MemoryPart[] parts) => Floats(parts) is >= ModelPlan.LeastLentMemory and <= ModelPlan.StackMemoryLimit;

    /// <summary>Writes the parts, for a method whose memory is its own.</summary>
    public static void Write(SourceWriter writer, MemoryPart[] parts)
    {
        writer.Line("ref float weights = ref MemoryMarshal.GetReference(parameters);");
        writer.Line($"const int Length = {TotalLength(parts)};");
        writer.Line(Floats(parts) <= ModelPlan.StackMemoryLimit
            ? "Span<float> memory = AlignedMemory.Align(stackalloc float[Length + AlignedMemory.Slack], Length);"
            : "Span<float> memory = ThreadScratch.Take(Length);");
        WriteSlices(writer, parts);
    }

    /// <summary>Opens a step whose memory the runtime takes from the stack, where it need not be cleared.</summary>
    public static void OpenLentStep(SourceWriter writer, ModelPlan plan, string type, string parameters, string arguments, MemoryPart[] memory)
    {
        string contract = plan.Spec.Features > 0 ? RuntimeNames.FeatureStep : RuntimeNames.TokenStep;
        writer.Lines($"""
            private static {type} Step<TKernels>({parameters})
                where TKernels : struct, IKernels =>
                global::{RuntimeNames.StepMemory}.Run<LentStep<TKernels>>(LentStep<TKernels>.Length, {arguments});

            /// <summary>A step in memory that has not been cleared.</summary>
            private readonly struct LentStep<TKernels> : global::{contract}
                where TKernels : struct, IKernels
            """);
        writer.Open("");
        writer.Line($"public const int Length = {TotalLength(memory)};");
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"public static int Step({parameters}, Span<float> memory)");
        writer.Line("ref float weights = ref MemoryMarshal.GetReference(parameters);");
        WriteSlices(writer, memory);
        if (plan.Spec.Hidden != plan.HiddenStride)
        {
            writer.Lines("""

                // What is in the padding must not be subnormal by chance: there are processors on which that takes a hundred times as long.
                states.Clear();
                """);
        }
    }

    private static string TotalLength(MemoryPart[] parts) => string.Join(" + ", parts.Select(part => $"({part.Length})"));

    private static int Floats(MemoryPart[] parts) => parts.Sum(part => part.Floats);

    private static void WriteSlices(SourceWriter writer, MemoryPart[] parts)
    {
        string start = "";
        foreach (MemoryPart part in parts)
        {
            writer.Line($"Span<float> {part.Name} = memory.Slice({(start.Length == 0 ? "0" : start)}, {part.Length});");
            start = start.Length == 0 ? $"({part.Length})" : $"{start} + ({part.Length})";
        }
    }
}
