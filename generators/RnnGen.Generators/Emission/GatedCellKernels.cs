using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>
/// The kernels of a gated cell for one vector width. A step is a product, W s_(t-1) for all gates in one pass over W, and then what the gates do
/// with it unit by unit: apart, because the tables of the nonlinearities would leave no registers for the sums of the product.
/// </summary>
internal static class GatedCellKernels
{
    public static void WriteContract(SourceWriter writer, ModelPlan plan)
    {
        foreach (int rows in StepKernels.RowCounts)
        {
            foreach (StepInput input in StepInput.Of(plan))
            {
                writer.Lines($"""
                    /// <summary>{ForwardSummary(input, rows)}</summary>
                    static abstract void {input.Kernel}{rows}({StepKernels.ForwardParameters(plan, input, rows)});

                    """);
            }

            writer.Lines($"""
                /// <summary>{BackwardSummary(plan, rows)}</summary>
                static abstract void Backward{rows}(ref float transposed, ref float later, ref float gradient);

                """);
        }

        IGates gates = Gates(plan);
        writer.Lines($"""
            /// <summary>{UnitsBackwardSummary(gates)}</summary>
            static abstract void UnitsBackward({gates.BackwardParameters});
            """);
    }

    public static void Write(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        foreach (int rows in StepKernels.RowCounts)
        {
            foreach (StepInput input in StepInput.Of(plan))
            {
                WriteForward(writer, width, plan, input, rows);
                writer.Line();
            }

            WriteBackward(writer, width, plan, rows);
            writer.Line();
        }

        IGates gates = Gates(plan);
        foreach (StepInput input in StepInput.Of(plan))
        {
            writer.Lines($"""
                /// <summary>The gates of one sequence after the product: {gates.ForwardText}.</summary>
                [MethodImpl(MethodImplOptions.AggressiveOptimization)]
                """);
            if (input.IsToken)
            {
                writer.Open("private static void Units(ref float cell, int token, ref float previous, ref float next, ref float step)");
                writer.Line("ref float input = ref Unsafe.Add(ref cell, InputWeights + (token * GateStride));");
                writer.Line("ref float bias = ref Unsafe.Add(ref cell, HiddenBias);");
            }
            else
            {
                writer.Open("private static void UnitsDense(ref float cell, ref float input, ref float previous, ref float next, ref float step)");
            }

            gates.WriteForward(writer, width, hasBias: input.IsToken);
            writer.Close();
            writer.Line();
        }

        writer.Lines($"""
            /// <summary>{UnitsBackwardSummary(gates)}</summary>
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            """);
        writer.Open($"public static void UnitsBackward({gates.BackwardParameters})");
        gates.WriteBackward(writer, width, plan.HasGradientEveryStep);
        writer.Close();
    }

    private static void WriteForward(SourceWriter writer, VectorWidth width, ModelPlan plan, StepInput input, int rows)
    {
        string vector = "Vector" + width.Bits;
        writer.Line($"/// <summary>{ForwardSummary(input, rows)}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"public static void {input.Kernel}{rows}({StepKernels.ForwardParameters(plan, input, rows)})");
        writer.Line("ref float recurrent = ref Unsafe.Add(ref cell, RecurrentWeights);");
        var operands = new ProductOperands
        {
            Left = StepKernels.Left(plan),
            LeftStride = plan.StateStrideName,
            Weights = "recurrent",
            WeightStride = "GateStride",
            Destination = "step",
            DestinationStride = "StepStride",
            Columns = "GateStride",
            Initial = (_, _) => $"{vector}<float>.Zero",
        };
        StepKernels.WriteForwardProduct(writer, width, plan, rows, operands);
        writer.Line();
        string units = input.IsToken ? "Units" : "UnitsDense";
        if (rows == 1)
        {
            string argument = input.IsToken ? input.Name : "ref " + input.Name;
            writer.Line($"{units}(ref cell, {argument}, ref previous, ref next, ref step);");
        }
        else
        {
            string stride = plan.StateStrideName;
            string argument = input.IsToken ? $"Unsafe.Add(ref {input.Name}, row)" : $"ref Unsafe.Add(ref {input.Name}, row * {input.Stride})";
            writer.Open($"for (int row = 0; row < {rows}; row++)");
            writer.Lines($"""
                {units}(
                    ref cell,
                    {argument},
                    ref Unsafe.Add(ref previous, row * {stride}),
                    ref Unsafe.Add(ref next, row * {stride}),
                    ref Unsafe.Add(ref step, row * StepStride));
                """);
            writer.Close();
        }

        writer.Close();
    }

    private static void WriteBackward(SourceWriter writer, VectorWidth width, ModelPlan plan, int rows)
    {
        string vector = "Vector" + width.Bits;
        bool startsAtZero = StartsAtZero(plan);
        writer.Line($"/// <summary>{BackwardSummary(plan, rows)}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"public static void Backward{rows}(ref float transposed, ref float later, ref float gradient)");
        writer.Line("ref float recurrent = ref Unsafe.Add(ref transposed, RecurrentTransposed);");
        var operands = new ProductOperands
        {
            Left = "later",
            LeftStride = "StepStride",
            Weights = "recurrent",
            WeightStride = "HiddenStride",
            Destination = "gradient",
            DestinationStride = "HiddenStride",
            Columns = "HiddenStride",
            Initial = (r, n) => startsAtZero ? $"{vector}<float>.Zero" : $"{vector}.LoadUnsafe(ref destination{ProductOperands.At(r, n, "HiddenStride")})",
        };
        writer.Line();
        new ProductEmitter(ProductPlan.For(width, rows, plan.GateStride, plan.HiddenStride), operands).Write(writer);
        writer.Close();
    }

    /// <summary>
    /// Whether nothing but the recurrent weights brings a gradient to the state of a step that is not the last, or what they bring is added later.
    /// </summary>
    private static bool StartsAtZero(ModelPlan plan) =>
        plan.HasRecurrentDropout || (!plan.HasGradientEveryStep && !Gates(plan).CarriesGradient);

    private static IGates Gates(ModelPlan plan) => plan.Spec.Cell == ModelCell.Gru ? new GruGates() : new LstmGates();

    private static string UnitsBackwardSummary(IGates gates) => $"The gates of one sequence backward, a_t in place of what the step kept: {gates.BackwardText}.";

    private static string ForwardSummary(StepInput input, int rows) =>
        $"One step of {StepKernels.Sequences(rows)}: W s_(t-1) for all gates, then the gates." + (input.IsToken ? "" : " U x_t + b is ready.");

    private static string BackwardSummary(ModelPlan plan, int rows) => StartsAtZero(plan)
        ? $"The gradient of s_t, of {StepKernels.Sequences(rows)}: W' a_(t+1)."
        : $"Adds to the gradient of s_t, of {StepKernels.Sequences(rows)}, what comes through the recurrent weights: W' a_(t+1).";
}
