using System.Linq;
using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The passes over a block of sequences, on top of the kernels.</summary>
internal static class TrainingEmitter
{
    private static readonly (string Type, string Name, string Stride)[] NoOperands = [];

    public static string WriteFile(string space, string model, ModelPlan plan)
    {
        SourceWriter writer = GeneratedFile.BeginInternal(
            space,
            $"{model}: the forward pass and backpropagation through time of a mini-batch.",
            "System",
            "System.Runtime.CompilerServices",
            "System.Runtime.InteropServices",
            "System.Runtime.Intrinsics",
            RuntimeNames.NumericsNamespace,
            RuntimeNames.TrainingNamespace);
        bool isSwept = plan.ForwardSweep is not null;
        bool isGated = plan.Cell.IsGated;
        string state = plan.StateStrideName;
        KernelsEmitter.WriteContract(writer, plan);
        writer.Line();
        writer.Lines("/// <summary>The forward and backward pass over a block of sequences, which run side by side, the longest first.</summary>");
        writer.Open("internal static class Training");
        WriteEntries(writer, plan);
        writer.Line();
        writer.Lines(Forward(plan));
        writer.Line();
        writer.Lines(Backward(plan));
        writer.Line();
        writer.Lines(WeightGradients(plan));
        writer.Line();
        WriteRows(
            writer,
            "Forward",
            "One step of any number of sequences.",
            isSwept,
            [
                ("float", "parameters", ""),
                ("int", "tokens", "1"),
                ("float", "previous", state),
                ("float", "next", state),
                .. isGated ? [("float", "step", "StepStride")] : NoOperands,
            ]);
        WriteRows(
            writer,
            "Backward",
            isGated ? "One step of any number of sequences backward, but for the gates." : "One step of any number of sequences backward.",
            false,
            [
                ("float", "transposed", ""),
                ("float", "later", plan.StepStrideName),
                ("float", "gradient", "HiddenStride"),
                .. isGated ? NoOperands : [("float", "states", "HiddenStride")],
            ]);
        WriteRows(
            writer,
            "Output",
            "The logits of any number of states.",
            false,
            [("float", "parameters", ""), ("float", "states", state), ("float", "logits", "OutputStride")]);
        WriteRows(
            writer,
            "OutputBackward",
            "The output layer backward, for any number of states.",
            false,
            [("float", "transposed", ""), ("float", "logitGradients", "OutputStride"), ("float", "stateGradients", "HiddenStride")]);
        writer.Close();
        return writer.ToString();
    }

    private static void WriteEntries(SourceWriter writer, ModelPlan plan)
    {
        Dispatch.Write(writer, "public", "void", "ForwardBlock", "ReadOnlySpan<float> parameters, TrainingWorkspace workspace, int block", "parameters, workspace, block");
        writer.Line();
        Dispatch.Write(writer, "public", "void", "BackwardBlock", "TrainingWorkspace workspace, int block", "workspace, block");
        writer.Line();
        string gates = plan.GateStrideName;
        writer.Lines($$"""
            /// <summary>Adds one part of the gradient; every element of it belongs to one part, and is summed in the order of the steps.</summary>
            public static void AccumulateGradients(TrainingWorkspace workspace, int part, Span<float> gradients)
            {
                if (part < RowParts)
                {
                    AccumulateRows(workspace, part * 8, gradients);
                }
                else if (part < RowParts + InputParts)
                {
                    int column = (part - RowParts) * InputPartColumns;
                    int end = Math.Min(column + InputPartColumns, {{gates}});
                    Span<float> table = gradients.Slice(InputWeights, VocabularySize * {{gates}});
                    Span<float> bias = gradients.Slice(HiddenBias, {{gates}});
            {{InputGradients(plan)}}
                }
                else
                {
            {{CandidateBias(plan)}}        GradientSums.AddOutputs(workspace, Outputs, OutputStride, gradients.Slice(OutputBias, OutputStride));
                }
            }

            /// <summary>Writes W' and V'.</summary>
            public static void Transpose(ReadOnlySpan<float> parameters, Span<float> transposed)
            {
                Matrix.Transpose(
                    parameters.Slice(RecurrentWeights), {{gates}}, HiddenSize, {{(plan.Cell.IsGated ? "GateStride" : "HiddenSize")}}, transposed.Slice(RecurrentTransposed), HiddenStride);
                Matrix.Transpose(
                    parameters.Slice(OutputWeights), OutputStride, HiddenSize, OutputSize, transposed.Slice(OutputTransposed), HiddenStride);
            }
            """);
        writer.Line();
        Dispatch.Write(writer, "private", "void", "AccumulateRows", "TrainingWorkspace workspace, int row, Span<float> gradients", "workspace, row, gradients");
    }

    private static string InputGradients(ModelPlan plan) => (plan.Cell.IsGated, plan.Cell.HasCandidateBias) switch
    {
        (false, _) => "        GradientSums.AddRows(workspace, Gradients, HiddenStride, 0, HiddenStride, column, end, table, bias);",
        (true, false) => "        GradientSums.AddRows(workspace, Steps, StepStride, 0, GateStride, column, end, table, bias);",
        _ => """

                    // A step has the recurrent part of the candidate before the candidate itself, and U only the latter.
                    int candidate = Math.Min(Math.Max(column, 2 * HiddenStride), end);
                    GradientSums.AddRows(workspace, Steps, StepStride, 0, GateStride, column, candidate, table, bias);
                    GradientSums.AddRows(workspace, Steps, StepStride, HiddenStride, GateStride, candidate, end, table, bias);
            """,
    };

    private static string CandidateBias(ModelPlan plan) => plan.Cell.HasCandidateBias
        ? "        GradientSums.AddBias(workspace, Steps, StepStride, 2 * HiddenStride, gradients.Slice(CandidateBias, HiddenStride));\n"
        : "";

    private static string Forward(ModelPlan plan)
    {
        string state = plan.StateStrideName;
        string number = plan.ForwardSweep is null ? "" : "t,\n            ";
        string steps = plan.Cell.IsGated ? "\n    ref float steps = ref MemoryMarshal.GetReference(workspace.Buffer(Steps));" : "";
        string step = plan.Cell.IsGated ? ",\n            ref Unsafe.Add(ref steps, slot * StepStride)" : "";
        return $$"""
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            private static void ForwardBlock<TKernels>(ReadOnlySpan<float> parameters, TrainingWorkspace workspace, int block)
                where TKernels : struct, IKernels
            {
                SequenceBlock sequences = workspace.Blocks[block];
                int rows = sequences.Rows;
                ReadOnlySpan<int> activeRows = workspace.ActiveRows.Slice(sequences.Slot, sequences.Steps + 1);
                ref float weights = ref MemoryMarshal.GetReference(parameters);
                ref int tokens = ref MemoryMarshal.GetReference(workspace.Tokens);
                ref float states = ref MemoryMarshal.GetReference(workspace.Buffer(States));{{steps}}
                Span<float> outputs = workspace.Buffer(Outputs);
                ref float logits = ref MemoryMarshal.GetReference(outputs);

                // s_0, then step by step for the rows that still have one.
                workspace.BeginStates(sequences, States);
                for (int t = 0; t < sequences.Steps; t++)
                {
                    int slot = sequences.Slot + (t * rows);
                    ForwardRows<TKernels>(
                        {{number}}activeRows[t],
                        ref weights,
                        ref Unsafe.Add(ref tokens, slot),
                        ref Unsafe.Add(ref states, slot * {{state}}),
                        ref Unsafe.Add(ref states, (slot + rows) * {{state}}){{step}});
                }

                ReadOnlySpan<int> targets = workspace.Targets;
                foreach (SlotRun run in workspace.OutputRuns(sequences))
                {
                    OutputRows<TKernels>(
                        run.Count,
                        ref weights,
                        ref Unsafe.Add(ref states, (run.Slot + rows) * {{state}}),
                        ref Unsafe.Add(ref logits, run.Slot * OutputStride));
                    CrossEntropy.Forward(
                        outputs.Slice(run.Slot * OutputStride, run.Count * OutputStride),
                        OutputSize,
                        targets.Slice(run.Slot, run.Count),
                        workspace.Losses.Slice(run.Slot),
                        workspace.Predicted.Slice(run.Slot));
                }
            }
            """;
    }

    private static string Backward(ModelPlan plan)
    {
        bool isGated = plan.Cell.IsGated;
        string steps = isGated ? "\n    ref float steps = ref MemoryMarshal.GetReference(workspace.Buffer(Steps));" : "";
        string cellGradients = plan.Cell.States > 1 ? "\n    Span<float> cellGradients = workspace.Buffer(CellGradients);" : "";
        string initialGradient = plan.Spec.Cell == ModelCell.Gru && plan.Spec.Task != ModelTask.Classification
            ? """


                    // The first step adds to the gradient of s_0 like any other, though nothing reads it: cleared, it stays finite.
                    workspace.Buffer(Gradients).Slice(sequences.Slot * HiddenStride, rows * HiddenStride).Clear();
                """
            : "";
        string row = isGated ? "(run.Slot + rows)" : "run.Slot";
        return $$"""
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            private static void BackwardBlock<TKernels>(TrainingWorkspace workspace, int block)
                where TKernels : struct, IKernels
            {
                SequenceBlock sequences = workspace.Blocks[block];
                int rows = sequences.Rows;
                ReadOnlySpan<int> activeRows = workspace.ActiveRows.Slice(sequences.Slot, sequences.Steps + 1);
                ref float transposed = ref MemoryMarshal.GetReference(workspace.Transposed);
                ref float states = ref MemoryMarshal.GetReference(workspace.Buffer(States));{{steps}}
                ref float gradients = ref MemoryMarshal.GetReference(workspace.Buffer(Gradients));{{cellGradients}}
                Span<float> outputs = workspace.Buffer(Outputs);{{initialGradient}}

                // From probabilities to the gradients of the logits, and through V to the states.
                ReadOnlySpan<int> targets = workspace.Targets;
                foreach (SlotRun run in workspace.OutputRuns(sequences))
                {
                    CrossEntropy.Backward(
                        outputs.Slice(run.Slot * OutputStride, run.Count * OutputStride),
                        OutputSize,
                        targets.Slice(run.Slot, run.Count),
                        workspace.LossWeights.Slice(run.Slot));
                    OutputBackwardRows<TKernels>(
                        run.Count,
                        ref transposed,
                        ref outputs[run.Slot * OutputStride],
                        ref Unsafe.Add(ref gradients, {{row}} * HiddenStride));
                }

            {{(isGated ? GatedStepsBackward(plan) : StepsBackward)}}
            }
            """;
    }

    private const string StepsBackward = """
            // Back through time: rows that have a later step take its gradient through W, the others start here.
            for (int t = sequences.Steps - 1; t >= 0; t--)
            {
                int slot = sequences.Slot + (t * rows);
                int continuing = activeRows[t + 1];
                BackwardRows<TKernels>(
                    continuing,
                    ref transposed,
                    ref Unsafe.Add(ref gradients, (slot + rows) * HiddenStride),
                    ref Unsafe.Add(ref gradients, slot * HiddenStride),
                    ref Unsafe.Add(ref states, (slot + rows) * HiddenStride));
                for (int row = continuing; row < activeRows[t]; row++)
                {
                    TKernels.BackwardLast(
                        ref Unsafe.Add(ref gradients, (slot + row) * HiddenStride),
                        ref Unsafe.Add(ref states, (slot + rows + row) * HiddenStride));
                }
            }
        """;

    private static string GatedStepsBackward(ModelPlan plan)
    {
        bool hasCellState = plan.Cell.States > 1;
        string state = plan.StateStrideName;
        string lastStep = hasCellState
            ? """


                        // A last step: nothing reaches its cell state from later.
                        cellGradients.Slice((slot + rows + continuing) * HiddenStride, (activeRows[t] - continuing) * HiddenStride).Clear();
                """
            : "";
        string carried = hasCellState
            ? """
                ref cellGradients[(slot + row) * HiddenStride],
                                ref cellGradients[(slot + rows + row) * HiddenStride]
                """
            : "ref Unsafe.Add(ref gradients, (slot + row) * HiddenStride)";
        string next = hasCellState ? $"\n                ref Unsafe.Add(ref states, (slot + rows + row) * {state})," : "";
        return $$"""
                // Back through time: rows that have a later step take its gradient through W, then all go through their gates.
                for (int t = sequences.Steps - 1; t >= 0; t--)
                {
                    int slot = sequences.Slot + (t * rows);
                    int continuing = activeRows[t + 1];
                    BackwardRows<TKernels>(
                        continuing,
                        ref transposed,
                        ref Unsafe.Add(ref steps, (slot + rows) * StepStride),
                        ref Unsafe.Add(ref gradients, (slot + rows) * HiddenStride));{{lastStep}}
                    for (int row = 0; row < activeRows[t]; row++)
                    {
                        TKernels.UnitsBackward(
                            ref Unsafe.Add(ref steps, (slot + row) * StepStride),
                            ref Unsafe.Add(ref states, (slot + row) * {{state}}),{{next}}
                            ref Unsafe.Add(ref gradients, (slot + rows + row) * HiddenStride),
                            {{carried}});
                    }
                }
            """;
    }

    private static string WeightGradients(ModelPlan plan)
    {
        string state = plan.StateStrideName;
        string steps = plan.Cell.IsGated ? "Steps" : "Gradients";
        string step = plan.StepStrideName;
        string gates = plan.GateStrideName;
        return $$"""
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            private static void AccumulateRows<TKernels>(TrainingWorkspace workspace, int row, Span<float> gradients)
                where TKernels : struct, IKernels
            {
                ref float states = ref Unsafe.Add(ref MemoryMarshal.GetReference(workspace.Buffer(States)), row);
                ref float stepGradients = ref MemoryMarshal.GetReference(workspace.Buffer({{steps}}));
                ref float logitGradients = ref MemoryMarshal.GetReference(workspace.Buffer(Outputs));
                ref float recurrent = ref gradients[RecurrentWeights + (row * {{gates}})];
                ref float output = ref gradients[OutputWeights + (row * OutputStride)];
                foreach (SequenceBlock sequences in workspace.Blocks)
                {
                    foreach (SlotRun run in workspace.Runs(sequences))
                    {
                        TKernels.RecurrentGradient(
                            ref Unsafe.Add(ref states, run.Slot * {{state}}),
                            ref Unsafe.Add(ref stepGradients, run.Slot * {{step}}),
                            run.Count,
                            ref recurrent);
                    }

                    foreach (SlotRun run in workspace.OutputRuns(sequences))
                    {
                        TKernels.OutputGradient(
                            ref Unsafe.Add(ref states, (run.Slot + sequences.Rows) * {{state}}),
                            ref Unsafe.Add(ref logitGradients, run.Slot * OutputStride),
                            run.Count,
                            ref output);
                    }
                }
            }
            """;
    }

    /// <summary>Writes the method that makes any number of rows of the numbers that there are kernels for.</summary>
    private static void WriteRows(
        SourceWriter writer, string kernel, string summary, bool isSwept, (string Type, string Name, string Stride)[] operands)
    {
        string arguments = string.Join(",\n    ", operands.Select(o => o.Stride switch
        {
            "" => $"ref {o.Name}",
            "1" => $"ref Unsafe.Add(ref {o.Name}, row)",
            _ => $"ref Unsafe.Add(ref {o.Name}, row * {o.Stride})",
        }));
        string parameters = string.Join(", ", operands.Select(o => $"ref {o.Type} {o.Name}"));
        writer.Lines($"""
            /// <summary>{summary}</summary>
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            public static void {kernel}Rows<TKernels>({(isSwept ? "int stepNumber, " : "")}int rows, {parameters})
                where TKernels : struct, IKernels
            """);
        writer.Open("");
        writer.Line("int row = 0;");
        foreach (int count in StepKernels.RowCounts)
        {
            writer.Open(count == 1 ? "for (; row < rows; row++)" : $"for (; row + {count} <= rows; row += {count})");
            string step = isSwept && count == 1 ? "stepNumber + row,\n    " : "";
            writer.Lines($"TKernels.{kernel}{count}(\n    {step}{arguments});");
            writer.Close();
        }

        writer.Close();
    }
}
