using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The gradient of the weights, in parts that threads share out, and the transposed copy that the backward pass reads.</summary>
internal static class WeightGradientEmitter
{
    private const string PartSummary = "/// <summary>Adds one part of the gradient; every element of it belongs to one part, and is summed in the order of the steps.</summary>";

    public static void Write(SourceWriter writer, ModelPlan plan)
    {
        WriteParts(writer, plan);
        writer.Line();
        WriteCellParts(writer, plan, plan.First);
        writer.Line();
        if (plan.UpperLayers > 0)
        {
            WriteCellParts(writer, plan, plan.Upper);
            writer.Line();
        }

        WriteRecurrentRows(writer, plan);
        writer.Line();
        foreach (InputPlan input in InputKernels.Of(plan))
        {
            WriteInputRows(writer, plan, input);
            writer.Line();
        }

        WriteOutputRows(writer, plan);
    }

    /// <summary>Writes the method that transposes what the backward pass reads.</summary>
    public static void WriteTranspose(SourceWriter writer, ModelPlan plan)
    {
        writer.Line($"/// <summary>Writes W'{(plan.TransposesInputs ? ", U'" : "")} and V'.</summary>");
        writer.Open("public static void Transpose(ReadOnlySpan<float> parameters, Span<float> transposed)");
        CellCode.OpenDirections(writer, plan);
        WriteTransposeCell(
            writer,
            plan,
            plan.First,
            plan.Directions > 1 ? "(direction * FirstCellSize) + " : "",
            plan.Directions > 1 ? "(direction * FirstTransposedSize) + " : "");
        CellCode.CloseDirections(writer, plan);
        if (plan.UpperLayers > 0)
        {
            writer.Line();
            writer.Open(plan.Directions > 1
                ? "for (int cell = 0; cell < (LayerCount - 1) * DirectionCount; cell++)"
                : "for (int cell = 0; cell < LayerCount - 1; cell++)");
            WriteTransposeCell(writer, plan, plan.Upper, "UpperCells + (cell * UpperCellSize) + ", "UpperTransposed + (cell * UpperTransposedSize) + ");
            writer.Close();
            writer.Line();
        }

        writer.Lines($"""
            Matrix.Transpose(
                parameters.Slice(OutputWeights), OutputStride, {plan.JoinedSizeName}, OutputSize, transposed.Slice(OutputTransposed), {plan.JoinedStrideName});
            """);
        writer.Close();
    }

    private static void WriteTransposeCell(SourceWriter writer, ModelPlan plan, InputPlan input, string start, string transposedStart)
    {
        string columns = plan.Cell.IsGated ? "GateStride" : "HiddenSize";
        writer.Lines($"""
            Matrix.Transpose{Rows(WeightPanels.OfRecurrent(plan))}, HiddenSize, {columns}, transposed.Slice({transposedStart}RecurrentTransposed), HiddenStride);
            """);
        if (plan.HasInputGradient(input))
        {
            writer.Lines($"""
                Matrix.Transpose{Rows(WeightPanels.OfInput(plan, input), "Input")}, {input.WidthName}, {columns}, transposed.Slice({transposedStart}InputTransposed), {InputKernels.GradientStrideName(plan, input)});
                """);
        }

        string Rows(WeightPanels? panels, string weights = "Recurrent") => panels is null
            ? $"(\n    parameters.Slice({start}{weights}Weights), {plan.WeightStrideName}"
            : $"Panels(\n    parameters.Slice({start}{weights}Weights), {CachePlan.PanelWidthName}, {panels.Panel}";
    }

    private static void WriteParts(SourceWriter writer, ModelPlan plan)
    {
        writer.Lines($"""
            {PartSummary}
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            private static void AccumulateGradients<TKernels>(TrainingWorkspace workspace, int part, Span<float> gradients)
                where TKernels : struct, IKernels
            """);
        writer.Open("");
        string firstParts = plan.Directions > 1 ? "DirectionCount * FirstParts" : "FirstParts";
        writer.Open($"if (part < {firstParts})");
        if (plan.Cells == 1)
        {
            writer.Line("AccumulateFirst<TKernels>(workspace, part, gradients);");
        }
        else if (plan.Directions == 1)
        {
            writer.Line("AccumulateFirst<TKernels>(workspace, part, gradients, 0);");
        }
        else
        {
            writer.Lines("""
                int direction = part / FirstParts;
                AccumulateFirst<TKernels>(
                    workspace, part % FirstParts, gradients.Slice(direction * FirstCellSize, FirstCellSize), direction * CellBuffers, isReverse: direction == 1);
                """);
        }

        writer.Line("return;");
        writer.Close();
        writer.Line();
        writer.Line($"part -= {firstParts};");
        if (plan.UpperLayers > 0)
        {
            string upperParts = plan.Directions > 1 ? "(LayerCount - 1) * DirectionCount * UpperParts" : "(LayerCount - 1) * UpperParts";
            writer.Open($"if (part < {upperParts})");
            writer.Line("int cell = part / UpperParts;");
            writer.Line("Span<float> cellGradients = gradients.Slice(UpperCells + (cell * UpperCellSize), UpperCellSize);");
            if (plan.Directions > 1)
            {
                writer.Lines("""
                    int layer = 1 + (cell / DirectionCount);
                    int direction = cell % DirectionCount;
                    """);
            }
            else
            {
                writer.Line("int layer = 1 + cell;");
            }

            string inputs = plan.JoinsStates ? "UpperInputs + layer - 1" : CellCode.States(plan, "(layer - 1)");
            string buffers = plan.Directions > 1 ? "(cell + DirectionCount) * CellBuffers, isReverse: direction == 1" : "layer * CellBuffers";
            writer.Line($"AccumulateUpper<TKernels>(workspace, part % UpperParts, cellGradients, {buffers}, {inputs});");
            writer.Line("return;");
            writer.Close();
            writer.Line();
            writer.Line($"part -= {upperParts};");
        }

        writer.Open("if (part < OutputParts)");
        writer.Line("AccumulateOutputRows<TKernels>(workspace, part * OutputPartRows, gradients);");
        writer.Line("return;");
        writer.Close();
        writer.Line();
        if (plan.HasOwnEmbedding)
        {
            writer.Line("GradientSums.AddTokenRows(workspace, InputGradients, InputStride, gradients.Slice(EmbeddingWeights, VocabularySize * InputStride));");
        }

        writer.Line("GradientSums.AddOutputs(workspace, Outputs, OutputStride, gradients.Slice(OutputBias, OutputStride));");
        writer.Close();
    }

    private static void WriteCellParts(SourceWriter writer, ModelPlan plan, InputPlan input)
    {
        bool isUpper = input == plan.Upper;
        string name = isUpper ? "Upper" : "First";
        string arguments = (plan.Cells > 1 ? ", buffers" : "") + (plan.Directions > 1 ? ", isReverse" : "");
        writer.Lines($"""
            /// <summary>A part of the gradient of {(plan.Cells == 1 ? "the cell" : isUpper ? "a cell above the first layer" : "a cell of the first layer")}, whose numbers <paramref name="gradients"/> begins with.</summary>
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            private static void Accumulate{name}<TKernels>(TrainingWorkspace workspace, int part, Span<float> gradients{CellCode.Parameters(plan)}{(isUpper ? ", int inputs" : "")})
                where TKernels : struct, IKernels
            """);
        writer.Open("");
        writer.Open("if (part < RecurrentParts)");
        writer.Line($"AccumulateRecurrentRows<TKernels>(workspace, part * PartRows, gradients{arguments});");
        writer.Line("return;");
        writer.Close();
        writer.Line();
        if (input.IsToken)
        {
            WriteTokenColumns(writer, plan);
        }
        else
        {
            writer.Line("part -= RecurrentParts;");
            writer.Open($"if (part < {input.Name}RowParts)");
            string inputs = isUpper ? ", inputs" : "";
            writer.Line($"Accumulate{input.Name}Rows<TKernels>(workspace, part * PartRows, gradients{(plan.Cells > 1 ? ", buffers" : "")}{inputs});");
            writer.Line("return;");
            writer.Close();
            writer.Line();
            WriteBias(writer, plan);
        }

        if (plan.Cell.HasCandidateBias)
        {
            if (input.IsToken)
            {
                writer.Open("if (part == FirstParts - 1)");
            }

            writer.Line($"GradientSums.AddBias(workspace, {CellCode.Buffer(plan, "Steps")}, StepStride, 2 * HiddenStride, gradients.Slice(CandidateBias, HiddenStride));");
            if (input.IsToken)
            {
                writer.Close();
            }
        }

        writer.Close();
    }

    private static void WriteTokenColumns(SourceWriter writer, ModelPlan plan)
    {
        string gates = plan.GateStrideName;
        string steps = CellCode.Buffer(plan, plan.Cell.IsGated ? "Steps" : "Gradients");
        writer.Lines($"""
            int column = (part - RecurrentParts) * InputPartColumns;
            int end = Math.Min(column + InputPartColumns, {gates});
            Span<float> table = gradients.Slice(InputWeights, VocabularySize * {gates});
            Span<float> bias = gradients.Slice(HiddenBias, {gates});
            """);
        if (plan.Cell.InputGates.Count == 1)
        {
            writer.Line($"GradientSums.AddRows(workspace, {steps}, {plan.StepStrideName}, 0, {gates}, column, end, table, bias);");
            return;
        }

        writer.Lines($"""

            // A step has {(plan.Cell.ResetsState ? "r s_(t-1)" : "the recurrent part of the candidate")} before the candidate itself, and U only the latter.
            int candidate = Math.Min(Math.Max(column, 2 * HiddenStride), end);
            GradientSums.AddRows(workspace, {steps}, StepStride, 0, GateStride, column, candidate, table, bias);
            GradientSums.AddRows(workspace, {steps}, StepStride, HiddenStride, GateStride, candidate, end, table, bias);
            """);
    }

    private static void WriteBias(SourceWriter writer, ModelPlan plan)
    {
        string steps = CellCode.Buffer(plan, plan.Cell.IsGated ? "Steps" : "Gradients");
        foreach (GateRange gates in plan.Cell.InputGates)
        {
            (string column, string place, string length) = plan.Cell.InputGates.Count == 1
                ? ("0", "HiddenBias", plan.GateStrideName)
                : (HiddenStrides(gates.FirstOfStep), IndexExpression.Sum("HiddenBias", HiddenStrides(gates.First)), HiddenStrides(gates.Count));
            writer.Line($"GradientSums.AddBias(workspace, {steps}, {plan.StepStrideName}, {column}, gradients.Slice({place}, {length}));");
        }
    }

    private static string HiddenStrides(int gates) => IndexExpression.Times(gates, "HiddenStride");

    private static void WriteRecurrentRows(SourceWriter writer, ModelPlan plan)
    {
        string state = plan.StateStrideName;
        string steps = CellCode.Buffer(plan, plan.Cell.IsGated ? "Steps" : "Gradients");
        bool isShifted = plan.Directions > 1 && !plan.HasRecurrentDropout;
        string slot = isShifted ? "(run.Slot + before)" : "run.Slot";
        string before = isShifted ? "\n        int before = isReverse ? sequences.Rows : 0;" : "";
        string runs = plan.Directions > 1 ? "isReverse ? workspace.Runs(sequences) : workspace.RecurrentRuns(sequences)" : "workspace.RecurrentRuns(sequences)";
        string candidate = !plan.Cell.ResetsState ? "" : """


                        // W_n, which multiplied the state that the step keeps after the reset.
                        TKernels.ResetGradient(
                            ref Unsafe.Add(ref stepGradients, (run.Slot * StepStride) + (2 * HiddenStride) + row),
                            ref Unsafe.Add(ref stepGradients, run.Slot * StepStride),
                            run.Count,
                            rows,
                            ref recurrent);
            """;
        writer.Lines($$"""
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            private static void AccumulateRecurrentRows<TKernels>(TrainingWorkspace workspace, int row, Span<float> gradients{{CellCode.Parameters(plan)}})
                where TKernels : struct, IKernels
            {
                ref float states = ref Unsafe.Add(ref MemoryMarshal.GetReference(workspace.Buffer({{CellCode.Buffer(plan, plan.HasRecurrentDropout ? "DroppedStates" : "States")}})), row);
                ref float stepGradients = ref MemoryMarshal.GetReference(workspace.Buffer({{steps}}));
                ref float recurrent = ref gradients[RecurrentWeights + (row * {{plan.WeightStrideName}})];
                int rows = Math.Min(PartRows, RecurrentRowCount - row);
                foreach (SequenceBlock sequences in workspace.Blocks)
                {{{before}}
                    foreach (SlotRun run in {{runs}})
                    {
                        TKernels.RecurrentGradient(
                            ref Unsafe.Add(ref states, {{slot}} * {{state}}),
                            ref Unsafe.Add(ref stepGradients, run.Slot * {{plan.StepStrideName}}),
                            run.Count,
                            rows,
                            ref recurrent);{{candidate}}
                    }
                }
            }
            """);
    }

    private static void WriteInputRows(SourceWriter writer, ModelPlan plan, InputPlan input)
    {
        bool isUpper = input == plan.Upper;
        string steps = CellCode.Buffer(plan, plan.Cell.IsGated ? "Steps" : "Gradients");
        string slot = isUpper && !plan.JoinsStates ? "(run.Slot + sequences.Rows)" : "run.Slot";
        string buffers = plan.Cells > 1 ? ", int buffers" : "";
        writer.Lines($$"""
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            private static void Accumulate{{input.Name}}Rows<TKernels>(TrainingWorkspace workspace, int row, Span<float> gradients{{buffers}}{{(isUpper ? ", int inputs" : "")}})
                where TKernels : struct, IKernels
            {
                ref float activations = ref Unsafe.Add(ref MemoryMarshal.GetReference({{(isUpper ? "workspace.Buffer(inputs)" : CellCode.FirstInputs(plan))}}), row);
                ref float stepGradients = ref MemoryMarshal.GetReference(workspace.Buffer({{steps}}));
                ref float weights = ref gradients[InputWeights + (row * {{plan.WeightStrideName}})];
                int rows = Math.Min(PartRows, {{input.Name}}RowCount - row);
                foreach (SequenceBlock sequences in workspace.Blocks)
                {
                    foreach (SlotRun run in workspace.Runs(sequences))
                    {
                        TKernels.{{input.Name}}Gradient(
                            ref Unsafe.Add(ref activations, {{slot}} * {{input.StrideName}}),
                            ref Unsafe.Add(ref stepGradients, run.Slot * {{plan.StepStrideName}}),
                            run.Count,
                            rows,
                            ref weights);
                    }
                }
            }
            """);
    }

    private static void WriteOutputRows(SourceWriter writer, ModelPlan plan)
    {
        string buffer = plan.HasSummary ? "Summaries" : CellCode.LastStates(plan);
        string slot = plan.HasSummary ? "run.Slot" : "(run.Slot + sequences.Rows)";
        string states = $"ref Unsafe.Add(ref states, {slot} * {plan.OutputInputStrideName})";
        string name = OutputNames.GradientsOf(plan);
        string gradients = $"ref Unsafe.Add(ref {name}, run.Slot * OutputStride)";
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open("""
            private static void AccumulateOutputRows<TKernels>(TrainingWorkspace workspace, int row, Span<float> gradients)
                where TKernels : struct, IKernels
            """);
        writer.Line($"ref float states = ref Unsafe.Add(ref MemoryMarshal.GetReference(workspace.Buffer({buffer})), row);");
        writer.Line($"ref float {name} = ref MemoryMarshal.GetReference(workspace.Buffer(Outputs));");
        if (plan.HasNarrowOutputs)
        {
            writer.Lines($"""

                // As V', a row for each output: each of their gradients is multiplied by whole vectors of units.
                int units = Math.Min(OutputPartRows, {plan.JoinedSizeName} - row);
                Span<float> output = gradients.Slice(OutputWeights + (row * OutputStride));
                Span<float> transposed = AlignedMemory.Align(stackalloc float[({Padding.Rows} * OutputPartRows) + AlignedMemory.Slack], {Padding.Rows} * OutputPartRows);
                Matrix.Transpose(output, OutputStride, units, OutputSize, transposed, OutputPartRows);
                """);
            WriteOutputRuns(writer, gradients, states, "transposed[0]");
            writer.Line("Matrix.Transpose(transposed, OutputPartRows, OutputSize, units, output, OutputStride);");
        }
        else
        {
            writer.Line("ref float output = ref gradients[OutputWeights + (row * OutputStride)];");
            WriteOutputRuns(writer, states, gradients, "output");
        }

        if (plan.Spec.TiesEmbedding)
        {
            writer.Lines("""

                // The embedding is V: these of its rows belong to the same part.
                GradientSums.AddTokenColumns(workspace, InputGradients, row, Math.Min(OutputPartRows, HiddenSize - row), gradients.Slice(OutputWeights), OutputStride);
                """);
        }

        writer.Close();
    }

    private static void WriteOutputRuns(SourceWriter writer, string spread, string vectors, string destination) => writer.Lines($$"""
        foreach (SequenceBlock sequences in workspace.Blocks)
        {
            foreach (SlotRun run in workspace.OutputRuns(sequences))
            {
                TKernels.OutputGradient(
                    {{spread}},
                    {{vectors}},
                    run.Count,
                    {{Padding.Rows}},
                    ref {{destination}});
            }
        }
        """);
}
