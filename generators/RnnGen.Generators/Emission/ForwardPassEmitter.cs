using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The forward pass of a block of sequences.</summary>
internal static class ForwardPassEmitter
{
    public static void Write(SourceWriter writer, ModelPlan plan)
    {
        WriteBlock(writer, plan);
        writer.Line();
        foreach (StepInput input in StepInput.Of(plan))
        {
            WriteSteps(writer, plan, input);
            writer.Line();
        }

        foreach (InputPlan input in InputKernels.Of(plan))
        {
            WriteProjection(writer, plan, input);
            writer.Line();
        }
    }

    private static void WriteBlock(SourceWriter writer, ModelPlan plan)
    {
        writer.Lines("""
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            private static void ForwardBlock<TKernels>(ReadOnlySpan<float> parameters, TrainingWorkspace workspace, int block)
                where TKernels : struct, IKernels
            """);
        writer.Open("");
        writer.Lines("""
            SequenceBlock sequences = workspace.Blocks[block];
            ref float weights = ref MemoryMarshal.GetReference(parameters);
            """);
        WriteFirstLayer(writer, plan);
        if (plan.UpperLayers > 0)
        {
            writer.Line();
            WriteUpperLayers(writer, plan);
        }

        if (plan.HasSummary)
        {
            writer.Line();
            WriteSummary(writer, plan);
        }

        writer.Line();
        WriteOutputs(writer, plan);
        writer.Close();
    }

    private static void WriteFirstLayer(SourceWriter writer, ModelPlan plan)
    {
        if (plan.Spec.Embedding > 0)
        {
            writer.Line(plan.Spec.TiesEmbedding
                ? "LayerRows.EmbedTied(workspace, sequences, parameters.Slice(OutputWeights, HiddenSize * OutputStride), OutputStride, Inputs);"
                : "LayerRows.Embed(workspace, sequences, parameters.Slice(EmbeddingWeights, VocabularySize * InputStride), Inputs);");
            if (plan.HasDropout)
            {
                writer.Line("LayerRows.Drop(workspace, sequences, Inputs, EmbeddingSize, 0, Dropout);");
            }
        }

        CellCode.OpenDirections(writer, plan);
        if (!plan.First.IsToken)
        {
            writer.Line($"ProjectInput<TKernels>({CellCode.First(plan, "weights", "FirstCellSize")}, workspace, sequences);");
        }

        string steps = plan.First.IsToken ? "ForwardSteps" : "ForwardDenseSteps";
        writer.Line($"{steps}<TKernels>({CellCode.First(plan, "weights", "FirstCellSize")}, workspace, sequences{CellCode.Arguments(plan, plan.Directions > 1 ? "direction" : "0")});");
        CellCode.CloseDirections(writer, plan);
    }

    private static void WriteUpperLayers(SourceWriter writer, ModelPlan plan)
    {
        writer.Line("// Every further layer reads the states of the one below.");
        writer.Open("for (int layer = 1; layer < LayerCount; layer++)");
        string inputs = CellCode.States(plan, "(layer - 1)");
        if (plan.JoinsStates)
        {
            inputs = "UpperInputs + layer - 1";
            writer.Line($"LayerRows.Join(workspace, sequences, {inputs}, {CellCode.States(plan, "(layer - 1)")});");
            if (plan.HasDropout)
            {
                writer.Line($"LayerRows.Drop(workspace, sequences, {inputs}, {plan.JoinedSizeName}, layer, Dropout);");
            }
        }

        CellCode.OpenDirections(writer, plan);
        writer.Line($"int cell = {CellCode.Cell(plan)};");
        string numbers = CellCode.Upper(plan, "weights", "UpperCells", "UpperCellSize");
        writer.Line($"ProjectUpper<TKernels>({numbers}, workspace, sequences, {inputs});");
        writer.Line($"ForwardDenseSteps<TKernels>({numbers}, workspace, sequences{CellCode.Arguments(plan, "cell")});");
        CellCode.CloseDirections(writer, plan);
        writer.Close();
    }

    private static void WriteSummary(SourceWriter writer, ModelPlan plan)
    {
        string states = CellCode.LastStates(plan);
        if (plan.Spec.HasOutputEveryStep)
        {
            writer.Line("// What the output layer reads: the states of both directions, side by side.");
            writer.Line($"LayerRows.Join(workspace, sequences, Summaries, {states});");
            return;
        }

        writer.Line(plan.Spec.Pooling switch
        {
            ModelPooling.Mean => "// What the output layer reads: the mean of the states over time.",
            ModelPooling.Max => "// What the output layer reads: the largest of the states over time, unit by unit.",
            _ => "// What the output layer reads: the state of each direction after all of its steps.",
        });
        writer.Line($"LayerRows.Pool{plan.Spec.Pooling}(workspace, sequences, Summaries, {states});");
    }

    private static void WriteOutputs(SourceWriter writer, ModelPlan plan)
    {
        string rows = plan.HasSummary ? "run.Slot" : "(run.Slot + sequences.Rows)";
        string buffer = plan.HasSummary ? "Summaries" : CellCode.LastStates(plan);
        writer.Lines($$"""
            // The outputs of the steps that have some, and their losses.
            ref float states = ref MemoryMarshal.GetReference(workspace.Buffer({{buffer}}));
            Span<float> outputs = workspace.Buffer(Outputs);
            ReadOnlySpan<int> targets = workspace.Targets;
            foreach (SlotRun run in workspace.OutputRuns(sequences))
            {
                OutputRows<TKernels>(
                    run.Count,
                    ref weights,
                    ref Unsafe.Add(ref states, {{rows}} * {{plan.OutputInputStrideName}}),
                    ref outputs[run.Slot * OutputStride]);
                {{LossCode.Of(plan)}}.Forward(
                    outputs.Slice(run.Slot * OutputStride, run.Count * OutputStride),
                    OutputSize,{{LossCode.Values(plan)}}
                    targets.Slice(run.Slot, run.Count),
                    workspace.Losses.Slice({{LossCode.Place(plan)}}){{LossCode.Predicted(plan)}});
            }
            """);
    }

    private static void WriteSteps(SourceWriter writer, ModelPlan plan, StepInput input)
    {
        string state = plan.StateStrideName;
        string source = input.IsToken ? "workspace.Tokens" : "workspace.Buffer(Projections)";
        writer.Lines($$"""
            /// <summary>{{(plan.Directions > 1 ? "All steps of one direction of a layer." : "All steps of a layer.")}}</summary>
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            private static void {{input.Kernel}}Steps<TKernels>(ref float cell, TrainingWorkspace workspace, SequenceBlock sequences{{CellCode.Parameters(plan)}})
                where TKernels : struct, IKernels
            """);
        writer.Open("");
        writer.Lines($"""
            int rows = sequences.Rows;
            ReadOnlySpan<int> activeRows = workspace.ActiveRows.Slice(sequences.Slot, sequences.Steps + 1);
            ref {input.Type} {input.Name} = ref MemoryMarshal.GetReference({source});
            """);
        bool isBothWays = plan.Directions > 1;
        string before = isBothWays ? "slot + before" : "slot";
        string after = isBothWays ? "slot + after" : "slot + rows";
        if (isBothWays)
        {
            writer.Line($"Span<float> stateRows = workspace.Buffer({CellCode.Buffer(plan, "States")});");
            writer.Line("ref float states = ref MemoryMarshal.GetReference(stateRows);");
        }
        else
        {
            writer.Line($"ref float states = ref MemoryMarshal.GetReference(workspace.Buffer({CellCode.Buffer(plan, "States")}));");
        }

        if (plan.Cell.IsGated)
        {
            writer.Line($"ref float steps = ref MemoryMarshal.GetReference(workspace.Buffer({CellCode.Buffer(plan, "Steps")}));");
        }

        writer.Line();
        if (isBothWays)
        {
            writer.Lines("""
                // A row of states further on is the state after a step; in reverse, the one before it.
                int before = isReverse ? rows : 0;
                int after = rows - before;
                """);
            writer.Open("for (int i = 0; i < sequences.Steps; i++)");
            writer.Lines($"""
                int t = isReverse ? sequences.Steps - 1 - i : i;
                int slot = sequences.Slot + (t * rows);

                // Sequences that begin here: all at the first step; in reverse, each at its last.
                int begun = isReverse ? activeRows[t + 1] : t > 0 ? activeRows[t] : 0;
                stateRows.Slice((slot + before + begun) * {state}, (activeRows[t] - begun) * {state}).Clear();
                """);
        }
        else
        {
            writer.Lines($"""
                // s_0, then step by step for the rows that still have one.
                bool startsAtZero = workspace.BeginStates(sequences, {CellCode.Buffer(plan, "States")});
                """);
            writer.Open("for (int t = 0; t < sequences.Steps; t++)");
            writer.Line("int slot = sequences.Slot + (t * rows);");
        }

        string dropped = "";
        if (plan.HasRecurrentDropout)
        {
            writer.Line($"LayerRows.DropStates(workspace, sequences, t, {CellCode.Buffer(plan, "States")}, {(isBothWays ? "before" : "0")}, {CellCode.Buffer(plan, "DroppedStates")}, {CellCode.Site(plan)}, RecurrentDropout);");
            dropped = $"ref workspace.Buffer({CellCode.Buffer(plan, "DroppedStates")})[slot * {state}],\n    ";
        }

        string number = plan.AlternatesEnds ? "t,\n    " : "";
        string step = plan.Cell.IsGated ? ",\n    ref Unsafe.Add(ref steps, slot * StepStride)" : "";
        writer.Open(isBothWays ? "if (i == 0)" : "if (t == 0 && startsAtZero)");
        writer.Line("// Nothing to multiply by W yet.");
        writer.Open("for (int row = 0; row < activeRows[t]; row++)");
        writer.Lines(StepKernels.StartCall(
            plan,
            input,
            "cell",
            $"Unsafe.Add(ref {input.Name}, {(input.IsToken ? "slot + row" : input.Place("(slot + row)"))})",
            $"Unsafe.Add(ref states, ({before} + row) * {state})",
            $"Unsafe.Add(ref states, ({after} + row) * {state})",
            "Unsafe.Add(ref steps, (slot + row) * StepStride)"));
        writer.Close();
        writer.Line();
        writer.Line("continue;");
        writer.Close();
        writer.Line();
        writer.Lines($$"""
            {{input.Kernel}}Rows<TKernels>(
                {{number}}activeRows[t],
                ref cell,
                ref Unsafe.Add(ref {{input.Name}}, {{input.Place("slot")}}),
                {{dropped}}ref Unsafe.Add(ref states, {{IndexExpression.Bracketed(before)}} * {{state}}),
                ref Unsafe.Add(ref states, {{IndexExpression.Bracketed(after)}} * {{state}}){{step}});
            """);
        writer.Close();
        writer.Close();
    }

    private static void WriteProjection(SourceWriter writer, ModelPlan plan, InputPlan input)
    {
        bool isUpper = input == plan.Upper;
        string slot = isUpper && !plan.JoinsStates ? "(run.Slot + sequences.Rows)" : "run.Slot";
        writer.Lines($$"""
            /// <summary>U x_t + b for all steps of a cell {{(isUpper ? "above the first layer" : "of the first layer")}}.</summary>
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            private static void Project{{input.Name}}<TKernels>(ref float cell, TrainingWorkspace workspace, SequenceBlock sequences{{(isUpper ? ", int buffer" : "")}})
                where TKernels : struct, IKernels
            {
                ref float inputs = ref MemoryMarshal.GetReference({{(isUpper ? "workspace.Buffer(buffer)" : CellCode.FirstInputs(plan))}});
                ref float projections = ref MemoryMarshal.GetReference(workspace.Buffer(Projections));
                foreach (SlotRun run in workspace.Runs(sequences))
                {
                    {{input.Name}}Rows<TKernels>(
                        run.Count,
                        ref cell,
                        ref Unsafe.Add(ref inputs, {{slot}} * {{input.StrideName}}),
                        ref Unsafe.Add(ref projections, run.Slot * {{plan.GateStrideName}}));
                }
            }
            """);
    }
}
