using System.Linq;
using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>Backpropagation through time for a block of sequences.</summary>
internal static class BackwardPassEmitter
{
    public static void Write(SourceWriter writer, ModelPlan plan)
    {
        WriteBlock(writer, plan);
        writer.Line();
        WriteSteps(writer, plan);
        foreach (InputPlan input in InputKernels.Of(plan).Where(plan.HasInputGradient))
        {
            writer.Line();
            WriteProjection(writer, plan, input);
        }
    }

    private static void WriteBlock(SourceWriter writer, ModelPlan plan)
    {
        writer.Lines("""
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            private static void BackwardBlock<TKernels>(TrainingWorkspace workspace, int block)
                where TKernels : struct, IKernels
            """);
        writer.Open("");
        writer.Lines("""
            SequenceBlock sequences = workspace.Blocks[block];
            ref float transposed = ref MemoryMarshal.GetReference(workspace.Transposed);
            """);
        if (plan.IsPlain)
        {
            if (plan.Spec.Cell == ModelCell.Gru && plan.HasGradientEveryStep)
            {
                writer.Lines("""

                    // The first step adds to the gradient of s_0 like any other, though nothing reads it: cleared, it stays finite.
                    workspace.Buffer(Gradients).Slice(sequences.Slot * HiddenStride, sequences.Rows * HiddenStride).Clear();
                    """);
            }
        }
        else
        {
            WriteClearing(writer, plan);
        }

        writer.Line();
        WriteOutputs(writer, plan);
        if (plan.HasSummary)
        {
            writer.Line();
            WriteSummary(writer, plan);
        }

        if (plan.UpperLayers > 0)
        {
            writer.Line();
            WriteUpperLayers(writer, plan);
        }

        writer.Line();
        WriteFirstLayer(writer, plan);
        writer.Close();
    }

    private static void WriteClearing(SourceWriter writer, ModelPlan plan)
    {
        writer.Lines("""

            // Gradients come from several places, and add up from zero.
            """);
        string number = "Gradients";
        if (plan.Cells > 1)
        {
            string cells = (plan.Directions, plan.UpperLayers) switch
            {
                (1, _) => "LayerCount",
                (_, 0) => "DirectionCount",
                _ => "LayerCount * DirectionCount",
            };
            writer.Open($"for (int cell = 0; cell < {cells}; cell++)");
            number = "(cell * CellBuffers) + Gradients";
        }

        writer.Line($"LayerRows.Clear(workspace, sequences, {number});");
        if (plan.Cells > 1)
        {
            writer.Close();
        }

        if (plan.Spec.Embedding > 0)
        {
            writer.Line("LayerRows.Clear(workspace, sequences, InputGradients);");
        }
    }

    private static void WriteOutputs(SourceWriter writer, ModelPlan plan)
    {
        (string buffer, string rows) = plan.HasSummary ? ("JoinedGradients", "run.Slot")
            : (CellCode.LastGradients(plan), plan.Cell.IsGated ? "(run.Slot + sequences.Rows)" : "run.Slot");
        writer.Lines($$"""
            // From {{(plan.Spec.Task == ModelTask.Regression ? "outputs to their gradients" : "probabilities to the gradients of the logits")}}, and through V to {{(plan.HasSummary ? "what the output layer reads" : "the states")}}.
            ref float gradients = ref MemoryMarshal.GetReference(workspace.Buffer({{buffer}}));
            Span<float> outputs = workspace.Buffer(Outputs);
            ReadOnlySpan<int> targets = workspace.Targets;
            foreach (SlotRun run in workspace.OutputRuns(sequences))
            {
                {{LossCode.Of(plan)}}.Backward(
                    outputs.Slice(run.Slot * OutputStride, run.Count * OutputStride),
                    OutputSize,{{LossCode.Values(plan)}}
                    targets.Slice(run.Slot, run.Count),
                    workspace.LossWeights.Slice({{LossCode.Place(plan)}}));
                OutputBackwardRows<TKernels>(
                    run.Count,
                    ref transposed,
                    ref outputs[run.Slot * OutputStride],
                    ref Unsafe.Add(ref gradients, {{rows}} * {{plan.JoinedStrideName}}));
            }
            """);
    }

    private static void WriteSummary(SourceWriter writer, ModelPlan plan)
    {
        string gradients = CellCode.LastGradients(plan);
        if (plan.Spec.HasOutputEveryStep)
        {
            writer.Line("// To the states of each direction.");
            writer.Line($"LayerRows.Split(workspace, sequences, JoinedGradients, {IsAhead(plan)}, {gradients});");
            return;
        }

        writer.Line(plan.Spec.Pooling switch
        {
            ModelPooling.Mean => "// To all states alike.",
            ModelPooling.Max => "// To the first of the largest states, unit by unit.",
            _ => "// To the state of each direction after all of its steps.",
        });
        string operands = plan.Spec.Pooling == ModelPooling.Max ? $"[{gradients}], Summaries, [{CellCode.LastStates(plan)}]" : gradients;
        writer.Line($"LayerRows.Spread{plan.Spec.Pooling}(workspace, sequences, JoinedGradients, {IsAhead(plan)}, {operands});");
    }

    private static void WriteUpperLayers(SourceWriter writer, ModelPlan plan)
    {
        writer.Line("// Layer by layer downwards: back through time, then to what the layer read.");
        writer.Open("for (int layer = LayerCount - 1; layer > 0; layer--)");
        string below = CellCode.Gradients(plan, "(layer - 1)");
        string gradients = plan.JoinsStates ? "JoinedGradients" : below;
        if (plan.JoinsStates)
        {
            writer.Line("LayerRows.Clear(workspace, sequences, JoinedGradients);");
        }

        CellCode.OpenDirections(writer, plan);
        writer.Line($"int cell = {CellCode.Cell(plan)};");
        string numbers = CellCode.Upper(plan, "transposed", "UpperTransposed", "UpperTransposedSize");
        writer.Line($"BackwardSteps<TKernels>({numbers}, workspace, sequences{CellCode.Arguments(plan, "cell")});");
        writer.Line($"ProjectUpperBackward<TKernels>({numbers}, workspace, sequences, cell * CellBuffers, {gradients});");
        CellCode.CloseDirections(writer, plan);
        if (plan.HasDropout)
        {
            writer.Line($"LayerRows.Drop(workspace, sequences, JoinedGradients, {plan.JoinedSizeName}, layer, Dropout);");
        }

        if (plan.JoinsStates)
        {
            writer.Line($"LayerRows.Split(workspace, sequences, JoinedGradients, {IsAhead(plan)}, {below});");
        }

        writer.Close();
    }

    private static void WriteFirstLayer(SourceWriter writer, ModelPlan plan)
    {
        string first = plan.UpperLayers > 0 ? "The first layer: back" : "Back";
        writer.Line($"// {first} through time{(plan.Spec.Embedding > 0 ? ", then to the embedding" : "")}.");
        CellCode.OpenDirections(writer, plan);
        string numbers = CellCode.First(plan, "transposed", "FirstTransposedSize");
        string direction = plan.Directions > 1 ? "direction" : "0";
        writer.Line($"BackwardSteps<TKernels>({numbers}, workspace, sequences{CellCode.Arguments(plan, direction)});");
        if (plan.Spec.Embedding > 0)
        {
            string buffers = plan.Cells == 1 ? "" : plan.Directions > 1 ? ", direction * CellBuffers" : ", 0";
            writer.Line($"ProjectInputBackward<TKernels>({numbers}, workspace, sequences{buffers});");
        }

        CellCode.CloseDirections(writer, plan);
        if (plan.Spec.Embedding > 0 && plan.HasDropout)
        {
            writer.Line("LayerRows.Drop(workspace, sequences, InputGradients, EmbeddingSize, 0, Dropout);");
        }
    }

    /// <summary>The argument that says whether the gradient of a state is a row of states further on, like the state itself.</summary>
    private static string IsAhead(ModelPlan plan) => "isAhead: " + (plan.Cell.IsGated ? "true" : "false");

    private static void WriteSteps(SourceWriter writer, ModelPlan plan)
    {
        bool isGated = plan.Cell.IsGated;
        bool isBothWays = plan.Directions > 1;
        string rest = isGated ? "then all go through their gates" : plan.HasRecurrentDropout ? "then all go through the nonlinearity" : "the others start here";
        writer.Lines($$"""
            /// <summary>Back through time{{(isBothWays ? " in one direction of a layer" : "")}}: rows that have a later step take its gradient through W, {{rest}}.</summary>
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            private static void BackwardSteps<TKernels>(ref float transposed, TrainingWorkspace workspace, SequenceBlock sequences{{CellCode.Parameters(plan)}})
                where TKernels : struct, IKernels
            """);
        writer.Open("");
        writer.Lines($"""
            int rows = sequences.Rows;
            ReadOnlySpan<int> activeRows = workspace.ActiveRows.Slice(sequences.Slot, sequences.Steps + 1);
            ref float states = ref MemoryMarshal.GetReference(workspace.Buffer({CellCode.Buffer(plan, "States")}));
            ref float gradients = ref MemoryMarshal.GetReference(workspace.Buffer({CellCode.Buffer(plan, "Gradients")}));
            """);
        if (isGated)
        {
            writer.Line($"ref float steps = ref MemoryMarshal.GetReference(workspace.Buffer({CellCode.Buffer(plan, "Steps")}));");
        }

        if (plan.Cell.States > 1)
        {
            writer.Line($"Span<float> cellGradients = workspace.Buffer({CellCode.Buffer(plan, "CellGradients")});");
        }

        if (isBothWays)
        {
            writer.Open("for (int i = sequences.Steps - 1; i >= 0; i--)");
            writer.Lines($"""
                int t = isReverse ? sequences.Steps - 1 - i : i;
                int slot = sequences.Slot + (t * rows);

                // In reverse the later step is the one before in time, and all that have this step have that one.
                int continuing = isReverse ? t > 0 ? activeRows[t] : 0 : activeRows[t + 1];
                int later = isReverse ? t > 0 ? slot - rows : slot : slot + rows;
                {(isGated ? "int before = isReverse ? slot + rows : slot;\n" : "")}int after = isReverse ? slot : slot + rows;
                """);
        }
        else
        {
            writer.Open("for (int t = sequences.Steps - 1; t >= 0; t--)");
            writer.Lines("""
                int slot = sequences.Slot + (t * rows);

                // The sequences that have a later step: the longest come first.
                int continuing = activeRows[t + 1];
                """);
        }

        if (isGated)
        {
            WriteGatedStep(writer, plan, isBothWays);
        }
        else
        {
            WriteElmanStep(writer, plan, isBothWays);
        }

        writer.Close();
        writer.Close();
    }

    /// <summary>Where rows begin: those of the states before the step at hand, of the step after it, and of the states after it. A layer that reads both ways has variables for them.</summary>
    private static (string Before, string Later, string After) Slots(bool isBothWays) =>
        isBothWays ? ("before", "later", "after") : ("slot", "slot + rows", "slot + rows");

    /// <summary>
    /// Writes the recurrent product backward into rows of its own, from which dropout adds what it left to the gradients of the states. A step that resets its
    /// state has left its share in such rows already.
    /// </summary>
    private static void WriteDroppedProduct(SourceWriter writer, ModelPlan plan, string steps, string later, string gradients)
    {
        string stride = plan.StepStrideName;
        string slot = plan.Cell.ResetsState ? later : "slot";
        writer.Lines($"""
            BackwardRows<TKernels>(
                continuing,
                ref transposed,
                ref Unsafe.Add(ref {steps}, {IndexExpression.Bracketed(later)} * {stride}),
                ref workspace.Buffer(DroppedGradients)[{IndexExpression.Bracketed(slot)} * HiddenStride]);
            LayerRows.AddDropped(workspace, sequences, continuing, DroppedGradients, {slot}, {CellCode.Buffer(plan, "Gradients")}, {gradients}, {CellCode.Site(plan)}, RecurrentDropout);
            """);
    }

    private static void WriteElmanStep(SourceWriter writer, ModelPlan plan, bool isBothWays)
    {
        (_, string later, string after) = Slots(isBothWays);
        if (plan.HasRecurrentDropout)
        {
            WriteDroppedProduct(writer, plan, "gradients", later, "slot");
            writer.Open("for (int row = 0; row < activeRows[t]; row++)");
            writer.Lines($"""
                TKernels.BackwardLast(
                    ref Unsafe.Add(ref gradients, (slot + row) * HiddenStride),
                    ref Unsafe.Add(ref states, ({after} + row) * HiddenStride));
                """);
            writer.Close();
            return;
        }

        writer.Lines($$"""
            BackwardRows<TKernels>(
                continuing,
                ref transposed,
                ref Unsafe.Add(ref gradients, {{IndexExpression.Bracketed(later)}} * HiddenStride),
                ref Unsafe.Add(ref gradients, slot * HiddenStride),
                ref Unsafe.Add(ref states, {{IndexExpression.Bracketed(after)}} * HiddenStride));
            for (int row = continuing; row < activeRows[t]; row++)
            {
                TKernels.BackwardLast(
                    ref Unsafe.Add(ref gradients, (slot + row) * HiddenStride),
                    ref Unsafe.Add(ref states, ({{after}} + row) * HiddenStride));
            }
            """);
    }

    private static void WriteGatedStep(SourceWriter writer, ModelPlan plan, bool isBothWays)
    {
        string state = plan.StateStrideName;
        (string before, string later, string after) = Slots(isBothWays);
        if (plan.HasRecurrentDropout)
        {
            WriteDroppedProduct(writer, plan, "steps", later, after);
        }
        else
        {
            writer.Lines($"""
                BackwardRows<TKernels>(
                    continuing,
                    ref transposed,
                    ref Unsafe.Add(ref steps, {IndexExpression.Bracketed(later)} * StepStride),
                    ref Unsafe.Add(ref gradients, {IndexExpression.Bracketed(after)} * HiddenStride));
                """);
        }

        if (plan.Cell.States > 1)
        {
            writer.Line();
            writer.Line("// A last step: nothing reaches its cell state from later.");
            writer.Line($"cellGradients.Slice(({after} + continuing) * HiddenStride, (activeRows[t] - continuing) * HiddenStride).Clear();");
        }

        string next = plan.Cell.States > 1 ? $"\n    ref Unsafe.Add(ref states, ({after} + row) * {state})," : "";
        string carried = plan.Cell.States > 1
            ? $"ref cellGradients[({before} + row) * HiddenStride],\n    ref cellGradients[({after} + row) * HiddenStride]"
            : $"ref Unsafe.Add(ref gradients, ({before} + row) * HiddenStride)";
        writer.Open("for (int row = 0; row < activeRows[t]; row++)");
        writer.Lines($"""
            TKernels.UnitsBackward(
                ref Unsafe.Add(ref steps, (slot + row) * StepStride),
                ref Unsafe.Add(ref states, ({before} + row) * {state}),{next}
                ref Unsafe.Add(ref gradients, ({after} + row) * HiddenStride),
                {carried});
            """);
        writer.Close();
        if (plan.Cell.ResetsState)
        {
            WriteReset(writer, plan, before);
        }
    }

    private static void WriteReset(SourceWriter writer, ModelPlan plan, string before)
    {
        string state = plan.HasRecurrentDropout
            ? $"ref workspace.Buffer({CellCode.Buffer(plan, "DroppedStates")})[slot * HiddenStride]"
            : $"ref Unsafe.Add(ref states, {before} * HiddenStride)";
        string gradient = plan.HasRecurrentDropout
            ? "ref workspace.Buffer(DroppedGradients)[slot * HiddenStride]"
            : $"ref Unsafe.Add(ref gradients, {before} * HiddenStride)";
        writer.Lines($"""

            // Through the second product, which needs the gradient of n, to that of r.
            ResetBackwardRows<TKernels>(
                activeRows[t],
                ref transposed,
                ref Unsafe.Add(ref steps, slot * StepStride),
                {state},
                {gradient});
            """);
    }

    private static void WriteProjection(SourceWriter writer, ModelPlan plan, InputPlan input)
    {
        bool isUpper = input == plan.Upper;
        string stride = InputKernels.GradientStrideName(plan, input);
        bool isAhead = isUpper && !plan.JoinsStates && plan.Cell.IsGated;
        string slot = isAhead ? "(run.Slot + sequences.Rows)" : "run.Slot";
        string steps = plan.Cell.IsGated ? "Steps" : "Gradients";
        writer.Lines($$"""
            /// <summary>Adds to the gradients of what a cell {{(isUpper ? "above the first layer" : "of the first layer")}} reads: U' a_t for all steps.</summary>
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            private static void Project{{input.Name}}Backward<TKernels>(ref float transposed, TrainingWorkspace workspace, SequenceBlock sequences{{(plan.Cells > 1 ? ", int buffers" : "")}}{{(isUpper ? ", int gradientBuffer" : "")}})
                where TKernels : struct, IKernels
            {
                ref float steps = ref MemoryMarshal.GetReference(workspace.Buffer({{CellCode.Buffer(plan, steps)}}));
                ref float gradients = ref MemoryMarshal.GetReference(workspace.Buffer({{(isUpper ? "gradientBuffer" : "InputGradients")}}));
                foreach (SlotRun run in workspace.Runs(sequences))
                {
                    {{input.Name}}BackwardRows<TKernels>(
                        run.Count,
                        ref transposed,
                        ref Unsafe.Add(ref steps, run.Slot * {{plan.StepStrideName}}),
                        ref Unsafe.Add(ref gradients, {{slot}} * {{stride}}));
                }
            }
            """);
    }
}
