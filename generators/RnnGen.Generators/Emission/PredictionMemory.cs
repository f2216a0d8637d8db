using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The memory that a prediction works in: of the stack where it is not too large, cut into parts.</summary>
internal static class PredictionMemory
{
    /// <summary>The parts of the memory for some steps of every layer.</summary>
    /// <param name="plan">The model.</param>
    /// <param name="steps">How many steps: the name of a constant, or 1.</param>
    /// <param name="count">That number.</param>
    public static IEnumerable<MemoryPart> Parts(ModelPlan plan, string steps, int count)
    {
        string rows = steps == "1" ? "2" : $"({steps} + 1)";
        string times = steps == "1" ? "" : steps + " * ";
        yield return new(
            "states", (plan.Spec.Layers > 1 ? "LayerCount * " : "") + $"{rows} * {plan.StateStrideName}", plan.Spec.Layers * (count + 1) * plan.StateStride);
        if (!plan.First.IsToken)
        {
            yield return new("inputs", $"{times}InputStride", count * plan.First.Stride);
        }

        if (plan.HasDenseCell)
        {
            yield return new("projections", times + plan.GateStrideName, count * plan.GateStride);
        }

        if (plan.Cell.IsGated)
        {
            yield return new("step", "StepStride", plan.StepStride);
        }

        if (plan.HasPooling)
        {
            yield return new("summary", "HiddenStride", plan.HiddenStride);
        }

        yield return plan.Spec.HasOutputEveryStep
            ? new(OutputNames.PaddedOf(plan), $"{times}OutputStride", count * plan.OutputStride)
            : new(OutputNames.PaddedOf(plan), "OutputStride", plan.OutputStride);
    }

    /// <summary>Whether the prediction of a whole sequence works in memory of the thread, which its first calls make and later ones find.</summary>
    public static bool IsOfThread(ModelPlan plan) => plan.Spec.IsBidirectional || IsOfThread(plan.HasPlainPrediction && plan.Spec.Task == ModelTask.Classification
        ? Parts(plan, "1", 1)
        : Parts(plan, "Chunk", plan.PredictionChunk));

    /// <summary>Whether memory is too much for the stack; it comes from the thread, as whoever had it before left it.</summary>
    public static bool IsOfThread(IEnumerable<MemoryPart> parts) => Floats(parts) > ModelPlan.StackMemoryLimit;

    /// <summary>Writes the parts, for a method whose memory is its own.</summary>
    public static void Write(SourceWriter writer, MemoryPart[] parts)
    {
        writer.Line("ref float weights = ref MemoryMarshal.GetReference(parameters);");
        writer.Line();
        writer.Line("// One piece of memory, and its parts.");
        writer.Line($"const int Length = {TotalLength(parts)};");
        writer.Line(IsOfThread(parts)
            ? "Span<float> memory = ThreadScratch.Take(Length);"
            : "Span<float> memory = AlignedMemory.Align(stackalloc float[Length + AlignedMemory.Slack], Length);");
        WriteSlices(writer, parts);
    }

    /// <summary>Opens the step of a stream, and writes its memory: its own, or the runtime's where it would be more to clear than to borrow.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="plan">The model.</param>
    /// <param name="type">What the step returns.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="arguments">The same as arguments.</param>
    /// <param name="parts">The memory.</param>
    public static void OpenStep(SourceWriter writer, ModelPlan plan, string type, string parameters, string arguments, MemoryPart[] parts)
    {
        if (!IsLent(parts))
        {
            writer.Lines($"""
                [MethodImpl(MethodImplOptions.AggressiveOptimization)]
                private static {type} Step<TKernels>({parameters})
                    where TKernels : struct, IKernels
                """);
            writer.Open("");
            if (IsLocal(plan, parts))
            {
                WriteLocal(writer, parts);
            }
            else
            {
                Write(writer, parts);
                if (IsOfThread(parts))
                {
                    ClearPadding(writer, plan, parts);
                }
            }

            return;
        }

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
        writer.Line($"public const int Length = {TotalLength(parts)};");
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"public static int Step({parameters}, Span<float> memory)");
        writer.Line("ref float weights = ref MemoryMarshal.GetReference(parameters);");
        writer.Line();
        writer.Line("// The parts of the memory.");
        WriteSlices(writer, parts);
        ClearPadding(writer, plan, parts);
    }

    /// <summary>Writes what keeps the padding of a step's states sound in memory that has been used before: of an Elman cell, and beyond the units of a gate, nothing reads it.</summary>
    private static void ClearPadding(SourceWriter writer, ModelPlan plan, MemoryPart[] parts)
    {
        if (plan.Cell.IsGated && plan.Spec.Hidden != plan.GateUnits && NeedsZeros(parts))
        {
            writer.Lines("""

                // What is in the padding goes through the gates, too: it must not be subnormal by chance, which slows some processors down a hundred times.
                states.Clear();
                """);
        }
    }

    /// <summary>Closes it.</summary>
    public static void CloseStep(SourceWriter writer, ModelPlan plan, string type, MemoryPart[] parts)
    {
        if (IsLocal(plan, parts))
        {
            writer.Close();
            if (parts.Length > 0)
            {
                writer.Lines($$"""

                    /// <summary>What a step works in.</summary>
                    [InlineArray({{IndexExpression.Sum([.. parts.Select(part => part.Length), "AlignedMemory.Slack"])}})]
                    private struct StepRows
                    {
                        private float _first;
                    }
                    """);
            }

            return;
        }

        if (IsLent(parts))
        {
            if (type == "void")
            {
                writer.Line("return 0;");
            }

            writer.Close();
        }

        writer.Close();
    }

    /// <summary>Whether a step has so much memory that to clear it takes longer than to have it lent, and so little that it may be on the stack.</summary>
    private static bool IsLent(MemoryPart[] parts) => Floats(parts) >= ModelPlan.LeastLentMemory && !IsOfThread(parts);

    /// <summary>
    /// Whether a step's memory is a variable: where a single kernel makes the step, a few rows. Memory that is allocated on the stack comes with a check of its end,
    /// 3 ns of 40.
    /// </summary>
    private static bool IsLocal(ModelPlan plan, MemoryPart[] parts) =>
        plan.StreamsInOneKernel && Floats(parts) < ModelPlan.LeastLentMemory;

    private static void WriteLocal(SourceWriter writer, MemoryPart[] parts)
    {
        writer.Line("ref float weights = ref MemoryMarshal.GetReference(parameters);");
        if (parts.Length == 0)
        {
            return;
        }

        string rows = NeedsZeros(parts) ? "StepRows rows = default;" : "Unsafe.SkipInit(out StepRows rows);";
        writer.Lines($"""

            // One piece of memory, and its parts.
            {rows}
            const int Length = {TotalLength(parts)};
            Span<float> memory = AlignedMemory.Align(MemoryMarshal.CreateSpan(ref Unsafe.As<StepRows, float>(ref rows), Length + AlignedMemory.Slack), Length);
            """);
        WriteSlices(writer, parts);
    }

    /// <summary>Whether states with padding are among the parts; all else is written before it is read.</summary>
    private static bool NeedsZeros(MemoryPart[] parts) => parts.Any(part => part.Name == "states");

    private static string TotalLength(IEnumerable<MemoryPart> parts) => IndexExpression.Sum([.. parts.Select(part => part.Length)]);

    private static int Floats(IEnumerable<MemoryPart> parts) => parts.Sum(part => part.Floats);

    private static void WriteSlices(SourceWriter writer, MemoryPart[] parts)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            writer.Line($"Span<float> {parts[i].Name} = memory.Slice({TotalLength(parts.Take(i))}, {parts[i].Length});");
        }
    }
}
