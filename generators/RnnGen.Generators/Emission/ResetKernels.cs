using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>
/// What a GRU that resets its state before the recurrent product has besides the kernels of all gated cells. Its step has two products: W s_(t-1) for r and z,
/// and W_n (r s_(t-1)), which waits for r; backward, the gradient of r waits for the second one.
/// </summary>
internal static class ResetKernels
{
    private const string UnitSummary =
        "Backward through the reset of a vector of units, whose gradient is that of r s_(t-1): a_r in place of r, and what goes on to s_(t-1).";

    public static void WriteContract(SourceWriter writer, ModelPlan plan, int rows) => writer.Lines($"""
        /// <summary>{BackwardSummary(plan, rows)}</summary>
        static abstract void ResetBackward{rows}({StepKernels.CountParameter(rows)}{BackwardParameters(plan)});

        """);

    /// <summary>Writes a step but for what the gates do in the end: the product of r and z, the reset, and the product of the candidate.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="width">The vector width.</param>
    /// <param name="plan">The model.</param>
    /// <param name="input">What the step reads.</param>
    /// <param name="rows">How many sequences.</param>
    /// <param name="operands">Of the first product.</param>
    public static void WriteForward(SourceWriter writer, VectorWidth width, ModelPlan plan, StepInput input, int rows, ProductOperands operands)
    {
        writer.Line();
        writer.Line("// W s_(t-1) for r and z.");
        writer.Open("");
        new ProductEmitter(ProductPlan.For(width, rows, plan.Spec.Hidden, plan.StateGateStride, plan.WeightStride).WithoutTallTiles(), operands).Write(writer);
        writer.Close();
        writer.Line();
        WriteResetCalls(writer, StepKernels.Left(plan), input, rows);
        writer.Lines($"""

            // W_n times the state that the reset leaves.
            ref float resetState = ref Unsafe.Add(ref step, 2 * HiddenStride);
            ref float candidate = ref Unsafe.Add(ref step, 3 * HiddenStride);
            ref float candidateWeights = ref Unsafe.Add(ref recurrent, 2 * {WeightPanels.OfRecurrent(plan)?.Gate ?? "HiddenStride"});
            """);
        var candidate = new ProductOperands
        {
            Left = "resetState",
            LeftStride = "StepStride",
            Weights = "candidateWeights",
            WeightStride = plan.WeightStrideName,
            Panels = WeightPanels.OfRecurrent(plan),
            Destination = "candidate",
            DestinationStride = "StepStride",
            Columns = "HiddenStride",
            Initial = (_, _) => $"Vector{width.Bits}<float>.Zero",
        };
        writer.Open("");
        new ProductEmitter(ProductPlan.For(width, rows, plan.Spec.Hidden, plan.HiddenStride, plan.WeightStride).WithoutTallTiles(), candidate).Write(writer);
        writer.Close();
    }

    /// <summary>Writes the calls of the methods for the units between the two products.</summary>
    public static void WriteResetCalls(SourceWriter writer, string state, StepInput input, int rows) =>
        StepKernels.WriteUnitCalls(writer, input, rows, input.IsToken ? "ResetUnits" : "ResetUnitsDense", [(state, "HiddenStride"), ("step", "StepStride")]);

    /// <summary>Writes the methods for the units between the two products.</summary>
    public static void WriteUnits(SourceWriter writer, VectorWidth width, StepInput input)
    {
        writer.Lines($"""
            /// <summary>The gates of one sequence after the first product: {ResetBeforeGruGates.ResetText}.</summary>
            {KernelAttributes.Called}
            """);
        StepKernels.OpenUnits(writer, input, "ResetUnits", "ref float state, ref float step");
        writer.Open($"for (nuint k = 0; k < HiddenStride; k += {width.Lanes})");
        ResetBeforeGruGates.WriteReset(writer, GateOperands.OfRows(new UnitVector("Vector" + width.Bits, "k"), input));
        writer.Close();
        writer.Close();
        writer.Line();
    }

    /// <summary>Writes the method for a vector of units backward, within the second product.</summary>
    public static void WriteUnitsBackward(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        writer.Lines($"""

            /// <summary>{UnitSummary}</summary>
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            """);
        writer.Open($"private static void ResetBackward(Vector{width.Bits}<float> gradient, ref float gate, ref float state, ref float stateGradient)");
        ResetBeforeGruGates.WriteResetBackward(writer, width, isFirst: plan.HasRecurrentDropout);
        writer.Close();
    }

    public static void WriteBackward(SourceWriter writer, VectorWidth width, ModelPlan plan, int rows)
    {
        writer.Lines($"""
            /// <summary>{BackwardSummary(plan, rows)}</summary>
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            """);
        writer.Open($"public static void ResetBackward{rows}({StepKernels.CountParameter(rows)}{BackwardParameters(plan)})");
        writer.Lines("""
            ref float candidateWeights = ref Unsafe.Add(ref transposed, RecurrentTransposed + (2 * HiddenStride * HiddenStride));
            ref float candidate = ref Unsafe.Add(ref step, 3 * HiddenStride);

            """);
        string state = StepKernels.Left(plan);
        string gradient = GradientName(plan);
        var operands = new ProductOperands
        {
            Left = "candidate",
            LeftStride = "StepStride",
            Weights = "candidateWeights",
            WeightStride = "HiddenStride",
            Destination = gradient,
            DestinationStride = "HiddenStride",
            Columns = "HiddenStride",
            BeginRow = (r, row) => r > 0 ? [] :
            [
                $"ref float gates = ref {Row("step", row, "StepStride")};",
                $"ref float state = ref {Row(state, row, "HiddenStride")};",
            ],
            Initial = (_, _) => $"Vector{width.Bits}<float>.Zero",
            KeepsDestination = true,
            Finish = (w, r, n, sum) => w.Line(
                $"ResetBackward({sum}, {At("gates", r, n, "StepStride")}, {At("state", r, n, "HiddenStride")}, {At("destination", r, n, "HiddenStride")});"),
        };
        new ProductEmitter(ProductPlan.For(width, rows, plan.Spec.Hidden, plan.HiddenStride), operands).Write(writer);
        writer.Close();
    }

    /// <summary>The gradient that the reset adds to: that of the state, or that of what dropout left of it.</summary>
    private static string GradientName(ModelPlan plan) => plan.HasRecurrentDropout ? "droppedGradient" : "previousGradient";

    private static string BackwardParameters(ModelPlan plan) =>
        $"ref float transposed, ref float step, ref float {StepKernels.Left(plan)}, ref float {GradientName(plan)}";

    private static string BackwardSummary(ModelPlan plan, int rows) =>
        $"The same step backward through the candidate's product and the reset, of {StepKernels.Sequences(rows)}: a_r, and r (W_n' a_n) "
        + (plan.HasRecurrentDropout ? "for what the products read." : "added to the gradient of s_(t-1).");

    private static string Row(string name, string row, string stride) =>
        row == "0" ? name : $"Unsafe.Add(ref {name}, {row} * {stride})";

    private static string At(string name, int row, string column, string stride)
    {
        string offset = ProductOperands.At(row, column, stride);
        return offset.Length == 0 ? $"ref {name}" : $"ref Unsafe.Add(ref {name}{offset})";
    }
}
