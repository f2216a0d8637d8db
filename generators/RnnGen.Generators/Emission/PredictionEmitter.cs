using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The inference of one sequence: what is the same for all tasks, and a module for each task.</summary>
/// <remarks>The first states of a sequence are cleared even where they are allocated clear: the consumer may compile with SkipLocalsInit, and memory of the thread has been used before.</remarks>
internal static class PredictionEmitter
{
    public static string WriteFile(string space, string model, ModelPlan plan)
    {
        SourceWriter writer = GeneratedFile.BeginInternal(
            space,
            $"{model}: inference, one sequence at a time, without an allocation{(PredictionMemory.IsOfThread(plan) ? " once warm" : "")}.",
            "System",
            "System.Runtime.CompilerServices",
            "System.Runtime.InteropServices",
            "System.Runtime.Intrinsics",
            RuntimeNames.NumericsNamespace);
        writer.Line("/// <summary>Inference. Arguments have been checked by the caller.</summary>");
        writer.Line(GeneratedFile.NotOfCoverage);
        writer.Open("internal static class Prediction");
        if (!plan.HasPlainPrediction)
        {
            StackPredictionEmitter.Write(writer, plan);
            writer.Close();
            return writer.ToString();
        }

        switch (plan.Spec.Task)
        {
            case ModelTask.Classification:
                WriteClassifier(writer, plan);
                break;
            case ModelTask.Labeling:
                WriteLabeler(writer, plan);
                break;
            default:
                WriteGenerator(writer, plan);
                break;
        }

        WriteStep(writer, plan);
        writer.Close();
        return writer.ToString();
    }

    private static void WriteClassifier(SourceWriter writer, ModelPlan plan)
    {
        const string Parameters = "ReadOnlySpan<float> parameters, ReadOnlySpan<int> tokens, Span<float> probabilities";
        string stride = plan.StateStrideName;
        Dispatch.Write(writer, "public", "int", "Predict", Parameters, "parameters, tokens, probabilities");
        writer.Line();
        writer.Lines($"""
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            private static int Predict<TKernels>({Parameters})
                where TKernels : struct, IKernels
            """);
        writer.Open("");
        PredictionMemory.Write(writer, [.. PredictionMemory.Parts(plan, "1", 1)]);
        writer.Lines($"""
            ref int token = ref MemoryMarshal.GetReference(tokens);

            // Two states take turns, and s_0 = 0.
            states.Slice(0, {stride}).Clear();
            """);
        writer.Lines(plan.HasStepsKernel ? StepsTogether(stride) : StepByStep(plan));
        writer.Lines("""

            // The classes, from the last state alone.
            TKernels.Output1(ref weights, ref previous, ref logits[0]);
            int best = Softmax.Normalize(logits, OutputSize);
            logits.Slice(0, OutputSize).CopyTo(probabilities);
            return best;
            """);
        writer.Close();
        writer.Line();
    }

    private static string StepsTogether(string stride) => $"""
        TKernels.{ElmanStepsKernel.Name}(ref weights, ref token, tokens.Length, ref states[0], mask: 1);
        ref float previous = ref states[(tokens.Length & 1) * {stride}];
        """;

    private static string StepByStep(ModelPlan plan) => $$"""
        {{StepKernels.StartCall(plan, StepInput.Token, "weights", "token", "states[0]", $"states[{plan.StateStrideName}]", "step[0]")}}
        ref float previous = ref states[{{plan.StateStrideName}}];
        ref float next = ref states[0];
        for (int t = 1; t < tokens.Length; t++)
        {
            TKernels.Forward1({{Step(plan)}}ref weights, ref Unsafe.Add(ref token, t), ref previous, ref next{{ScratchArgument(plan)}});
            ref float swapped = ref previous;
            previous = ref next;
            next = ref swapped;
        }
        """;

    private static void WriteLabeler(SourceWriter writer, ModelPlan plan)
    {
        const string LabelParameters = "ReadOnlySpan<float> parameters, ReadOnlySpan<int> tokens, Span<int> labels";
        const string Parameters = "ReadOnlySpan<float> parameters, ReadOnlySpan<int> tokens, Span<float> probabilities";
        Dispatch.Write(writer, "public", "void", "Label", LabelParameters, "parameters, tokens, labels");
        writer.Line();
        Dispatch.Write(writer, "public", "void", "Predict", Parameters, "parameters, tokens, probabilities");
        writer.Line();
        WriteChunked(writer, plan, "void", "Label", LabelParameters, ChunkBody.Labels);
        WriteChunked(writer, plan, "void", "Predict", Parameters, ChunkBody.Probabilities);
    }

    private static void WriteGenerator(SourceWriter writer, ModelPlan plan)
    {
        const string Parameters = "ReadOnlySpan<float> parameters, ReadOnlySpan<int> tokens, Span<float> probabilities";
        const string LogParameters = "ReadOnlySpan<float> parameters, ReadOnlySpan<int> tokens, ReadOnlySpan<int> targets";
        Dispatch.Write(writer, "public", "void", "Predict", Parameters, "parameters, tokens, probabilities");
        writer.Line();
        Dispatch.Write(writer, "public", "double", "LogProbability", LogParameters, "parameters, tokens, targets");
        writer.Line();
        WriteChunked(writer, plan, "void", "Predict", Parameters, ChunkBody.Probabilities);
        WriteChunked(writer, plan, "double", "LogProbability", LogParameters, ChunkBody.LogProbability);
    }

    /// <summary>Runs a few steps, then the output layer over their states together, which reads V once for all of them.</summary>
    private static void WriteChunked(SourceWriter writer, ModelPlan plan, string type, string name, string parameters, ChunkBody body)
    {
        string stride = plan.StateStrideName;
        writer.Lines($"""
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            private static {type} {name}<TKernels>({parameters})
                where TKernels : struct, IKernels
            """);
        writer.Open("");
        writer.Line($"const int Chunk = {plan.PredictionChunk};");
        PredictionMemory.Write(writer, [.. PredictionMemory.Parts(plan, "Chunk", plan.PredictionChunk)]);
        writer.Lines($"""
            ref int token = ref MemoryMarshal.GetReference(tokens);

            // Row 0 is the state before the chunk, and s_0 = 0.
            states.Slice(0, {stride}).Clear();
            ref float state = ref states[0];
            """);
        if (body.Before.Length > 0)
        {
            writer.Lines(body.Before);
        }

        writer.Open("for (int start = 0; start < tokens.Length; start += Chunk)");
        writer.Lines("""
            // The states of a chunk, then the output layer over all of them, which reads V once.
            int count = Math.Min(Chunk, tokens.Length - start);
            """);
        if (plan.HasStepsKernel)
        {
            writer.Line($"TKernels.{ElmanStepsKernel.Name}(ref weights, ref Unsafe.Add(ref token, start), count, ref state, mask: -1);");
        }
        else
        {
            WriteChunkSteps(writer, plan);
        }

        writer.Line($"Training.OutputRows<TKernels>(count, ref weights, ref Unsafe.Add(ref state, {stride}), ref logits[0]);");
        if (body.OfChunk.Length > 0)
        {
            writer.Line(body.OfChunk);
        }

        writer.Open("for (int t = 0; t < count; t++)");
        writer.Lines(body.Row);
        writer.Close();
        writer.Line();
        writer.Line($"states.Slice(count * {stride}, {stride}).CopyTo(states);");
        writer.Close();
        if (body.After.Length > 0)
        {
            writer.Line();
            writer.Line(body.After);
        }

        writer.Close();
        writer.Line();
    }

    private static void WriteChunkSteps(SourceWriter writer, ModelPlan plan)
    {
        string stride = plan.StateStrideName;
        writer.Open("if (start == 0)");
        writer.Lines(StepKernels.StartCall(plan, StepInput.Token, "weights", "token", "state", $"Unsafe.Add(ref state, {stride})", "step[0]"));
        writer.Close();
        writer.Line();
        writer.Open("for (int t = start == 0 ? 1 : 0; t < count; t++)");
        writer.Lines($"""
            TKernels.Forward1(
                {Step(plan)}ref weights,
                ref Unsafe.Add(ref token, start + t),
                ref Unsafe.Add(ref state, t * {stride}),
                ref Unsafe.Add(ref state, (t + 1) * {stride}){ScratchArgument(plan)});
            """);
        writer.Close();
        writer.Line();
    }

    private static void WriteStep(SourceWriter writer, ModelPlan plan)
    {
        const string Parameters = "ReadOnlySpan<float> parameters, int token, Span<float> state, Span<float> probabilities";
        const string Arguments = "parameters, token, state, probabilities";
        string stride = plan.StateStrideName;
        Dispatch.Write(writer, "public", "int", "Step", Parameters, Arguments);
        writer.Line();
        MemoryPart[] memory = [.. PredictionMemory.Parts(plan, "1", 1)];
        PredictionMemory.OpenStep(writer, plan, "int", Parameters, Arguments, memory);
        writer.Lines($"""

            // Row 0 is what the caller kept, row 1 what it is to keep.
            {TakeState(plan)}
            TKernels.Forward1({Step(plan)}ref weights, ref token, ref states[0], ref states[{stride}]{ScratchArgument(plan)});
            {GiveState(plan)}

            // The answer, from the state that the caller keeps.
            TKernels.Output1(ref weights, ref states[{stride}], ref logits[0]);
            int best = Softmax.Normalize(logits, OutputSize);
            logits.Slice(0, OutputSize).CopyTo(probabilities);
            return best;
            """);
        PredictionMemory.CloseStep(writer, plan, "int", memory);
    }

    private static string ScratchArgument(ModelPlan plan) => plan.Cell.IsGated ? ", ref step[0]" : "";

    // The caller's state has no padding between the two parts of an LSTM's.
    private static string TakeState(ModelPlan plan) => plan.Cell.States == 1
        ? "state.CopyTo(states);"
        : """
            state.Slice(0, HiddenSize).CopyTo(states);
            state.Slice(HiddenSize).CopyTo(states.Slice(HiddenStride));
            """;

    private static string GiveState(ModelPlan plan) => plan.Cell.States == 1
        ? "states.Slice(HiddenStride, HiddenSize).CopyTo(state);"
        : """
            states.Slice(StateStride, HiddenSize).CopyTo(state);
            states.Slice(StateStride + HiddenStride, HiddenSize).CopyTo(state.Slice(HiddenSize));
            """;

    private static string Step(ModelPlan plan) => plan.AlternatesEnds ? AlternatingTiles.NextStep + ", " : "";
}
