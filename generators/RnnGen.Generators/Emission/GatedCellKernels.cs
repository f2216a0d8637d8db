using System.Linq;
using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>
/// The kernels of a gated cell for one vector width. A step is a product, W s_(t-1) for all gates in one pass over W, and then what the gates do
/// with it unit by unit: apart, because the tables of the nonlinearities would leave no registers for the sums of the product;
/// but a single sequence of so few units that one or two vectors hold a gate keeps them there, and one whose W outgrows the nearest cache goes through its gates a
/// few units at a time, while the weights of the next ones are on their way: <see cref="AlternatingTiles"/>. A GRU that resets its state before the product has a second one between them:
/// <see cref="ResetKernels"/>.
/// </summary>
internal static class GatedCellKernels
{
    public static void WriteContract(SourceWriter writer, ModelPlan plan)
    {
        foreach (int rows in StepKernels.RowCounts)
        {
            foreach (StepInput input in StepInput.Of(plan, rows))
            {
                writer.Lines($"""
                    /// <summary>{ForwardSummary(plan, input, rows)}</summary>
                    static abstract void {input.Kernel}{rows}({StepKernels.ForwardParameters(plan, input, rows)});

                    """);
            }

            writer.Lines($"""
                /// <summary>{BackwardSummary(plan, rows)}</summary>
                static abstract void Backward{rows}({StepKernels.CountParameter(rows)}ref float transposed, ref float later, ref float gradient);

                """);
            if (plan.Cell.ResetsState)
            {
                ResetKernels.WriteContract(writer, plan, rows);
            }
        }

        foreach (StepInput input in StepInput.Of(plan))
        {
            writer.Lines($"""
                /// <summary>{StartSummary(input)}</summary>
                static abstract void {StepKernels.Start(input)}({StepKernels.StartParameters(plan, input)});

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
            foreach (StepInput input in StepInput.Of(plan, rows))
            {
                WriteForward(writer, width, plan, input, rows);
                writer.Line();
            }

            WriteBackward(writer, width, plan, rows);
            writer.Line();
            if (plan.Cell.ResetsState)
            {
                ResetKernels.WriteBackward(writer, width, plan, rows);
                writer.Line();
            }
        }

        IGates gates = Gates(plan);
        var prefetch = PanelPrefetch.For(width, plan);
        if (prefetch is not null)
        {
            prefetch.Write(writer);
            writer.Line();
        }

        foreach (StepInput input in StepInput.Of(plan))
        {
            if (plan.Cell.ResetsState)
            {
                ResetKernels.WriteUnits(writer, width, input);
            }

            WriteUnits(writer, width, plan, gates, input);
            writer.Line();
            if (prefetch is not null)
            {
                WriteUnits(writer, width, plan, gates, input, prefetch);
                writer.Line();
            }

            WriteStart(writer, width, plan, input);
            writer.Line();
        }

        writer.Lines($"""
            /// <summary>{UnitsBackwardSummary(gates)}</summary>
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            """);
        writer.Open($"public static void UnitsBackward({gates.BackwardParameters})");
        gates.WriteBackward(writer, width, plan);
        writer.Close();
        if (plan.Cell.ResetsState)
        {
            ResetKernels.WriteUnitsBackward(writer, width, plan);
        }
    }

    private static void WriteUnits(SourceWriter writer, VectorWidth width, ModelPlan plan, IGates gates, StepInput input, PanelPrefetch? prefetch = null)
    {
        string meanwhile = prefetch is null ? "." : "; and meanwhile, W of those that come next.";
        writer.Lines($"""
            /// <summary>The gates of some units of one sequence after the {(plan.Cell.ResetsState ? "second " : "")}product: {gates.ForwardText}{meanwhile}</summary>
            {(plan.Cell.ResetsState ? KernelAttributes.Called : KernelAttributes.Optimized)}
            """);
        StepKernels.OpenUnits(writer, input, UnitsMethod(prefetch), "ref float previous, ref float next, ref float step, nuint firstUnit, nuint endUnit" + (prefetch is null ? "" : PanelPrefetch.Parameter));
        VectorWidth units = width.Fitting(plan.GateUnits);
        writer.Open($"for (nuint k = firstUnit; k < endUnit; k += {units.Lanes})");
        gates.WriteForward(writer, [GateOperands.OfRows(
            new UnitVector("Vector" + units.Bits, "k", GateStride: plan.GateUnitsName), input, writeBefore: prefetch is null ? null : PanelPrefetch.WriteStep)]);
        writer.Close();
        writer.Close();
    }

    private static string UnitsMethod(PanelPrefetch? prefetch) => prefetch is null ? "Units" : "UnitsPrefetching";

    private static void WriteStart(SourceWriter writer, VectorWidth width, ModelPlan plan, StepInput input)
    {
        writer.Lines($"""
            /// <summary>{StartSummary(input)}</summary>
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            """);
        writer.Open($"public static void {StepKernels.Start(input)}({StepKernels.StartParameters(plan, input)})");
        writer.Open($"for (nuint n = 0; n < {(plan.Cell.ResetsState ? "StepStride" : "GateStride")}; n += {width.Lanes})");
        writer.Line($"Vector{width.Bits}<float>.Zero.StoreUnsafe(ref step, n);");
        writer.Close();
        writer.Line();
        if (plan.Cell.ResetsState)
        {
            ResetKernels.WriteResetCalls(writer, "previous", input, rows: 1);
        }

        WriteUnitCalls(writer, plan, input, 1, "0", plan.GateUnitsName);
        writer.Close();
    }

    private static void WriteForward(SourceWriter writer, VectorWidth width, ModelPlan plan, StepInput input, int rows)
    {
        string vector = "Vector" + width.Bits;
        writer.Line($"/// <summary>{ForwardSummary(plan, input, rows)}</summary>");
        writer.Line(StreamingSums.AttributeOfStep(width, plan, rows));
        writer.Open($"public static void {input.Kernel}{rows}({StepKernels.ForwardParameters(plan, input, rows)})");
        writer.Line("ref float recurrent = ref Unsafe.Add(ref cell, RecurrentWeights);");
        var sums = new RegisterProduct(width, plan, "w", plan.GateUnits);
        if (rows == 1 && !plan.Cell.ResetsState && sums.HasShortGates && sums.Fits(plan.Spec.Hidden))
        {
            WriteForwardInRegisters(writer, plan, input, sums);
            writer.Close();
            return;
        }

        var operands = new ProductOperands
        {
            Left = StepKernels.Left(plan),
            LeftStride = plan.StateStrideName,
            Weights = "recurrent",
            WeightStride = plan.WeightStrideName,
            Panels = WeightPanels.OfRecurrent(plan),
            Destination = "step",
            DestinationStride = "StepStride",
            Columns = plan.Cell.ResetsState ? "2 * HiddenStride" : "GateStride",
            Initial = (_, _) => $"{vector}<float>.Zero",
        };
        if (rows == 1 && plan.AlternatesEnds)
        {
            WriteForwardByUnits(writer, width, plan, input, operands);
            writer.Close();
            return;
        }

        if (plan.Cell.ResetsState)
        {
            ResetKernels.WriteForward(writer, width, plan, input, rows, operands);
        }
        else
        {
            writer.Line();
            new ProductEmitter(ProductPlan.For(width, rows, plan.Spec.Hidden, plan.GateStride, plan.WeightStride, plan.GateChains(plan.Spec.Hidden)), operands).Write(writer);
        }

        writer.Line();
        WriteUnitCalls(writer, plan, input, rows, "0", plan.GateUnitsName);
        writer.Close();
    }

    /// <summary>A layer whose W outgrows the nearest cache: a few units with all of their gates, and then the next.</summary>
    private static void WriteForwardByUnits(SourceWriter writer, VectorWidth width, ModelPlan plan, StepInput input, ProductOperands operands)
    {
        var units = ProductPlan.OfUnits(width, plan.Spec.Hidden, plan.HiddenStride, plan.Cell.WeightGates);
        bool isVector = units.TileColumns == width.Lanes;
        if (isVector && input.IsToken)
        {
            StepKernels.WriteTokenRow(writer, input.Name);
        }

        InputKernels.WriteBeforeUnits(writer, input, units, plan);
        writer.Line();
        int gate = 0;
        var prefetch = PanelPrefetch.For(width, plan);
        ProductOperands tile = isVector
            ? operands with
            {
                Destination = null,
                Finish = (w, _, _, sum) => w.Line($"Vector{width.Bits}<float> w{gate++} = {sum};"),
                EndTile = (w, first) =>
                {
                    gate = 0;
                    string row = input.IsToken ? "input" : input.Name;
                    Gates(plan).WriteForward(w, [GateOperands.OfRows(new UnitVector("Vector" + width.Bits, first), input, row, g => $"w{g}")]);
                },
            }
            : operands with
            {
                EndTile = (w, first) =>
                {
                    prefetch?.WritePlace(w, first);
                    WriteUnitCalls(w, plan, input, 1, first, $"{first} + {units.TileColumns}", prefetch);
                },
            };
        new AlternatingTiles(units, tile) { BeginTile = (w, vectors, first) => InputKernels.WriteBeforeTile(w, input, units, plan, vectors, first) }.Write(writer);
    }

    private static void WriteUnitCalls(
        SourceWriter writer, ModelPlan plan, StepInput input, int rows, string first, string end, PanelPrefetch? prefetch = null) =>
        StepKernels.WriteUnitCalls(
            writer,
            input,
            rows,
            UnitsMethod(prefetch) + (input.IsToken ? "" : "Dense"),
            [("previous", plan.StateStrideName), ("next", plan.StateStrideName), ("step", "StepStride")],
            $", {first}, {end}" + (prefetch is null ? "" : PanelPrefetch.Argument));

    /// <summary>A layer of so few units that one or two vectors hold a gate: the sums of the product need not leave the registers.</summary>
    private static void WriteForwardInRegisters(SourceWriter writer, ModelPlan plan, StepInput input, RegisterProduct sums)
    {
        if (input.IsToken)
        {
            StepKernels.WriteTokenRow(writer, input.Name);
        }

        writer.Line();
        sums.Write(writer, plan.Spec.Hidden, StepKernels.Left(plan), "recurrent");
        Gates(plan).WriteForward(writer, [.. sums.Vectors.Select(vector => GateOperands.OfRows(
            sums.Units(vector), input, input.IsToken ? "input" : input.Name, gate => sums.Sum(gate, vector), sums.Suffix(vector), sums.ArePairs))]);
    }

    private static void WriteBackward(SourceWriter writer, VectorWidth width, ModelPlan plan, int rows)
    {
        string vector = "Vector" + width.Bits;
        bool startsAtZero = StartsAtZero(plan);
        writer.Line($"/// <summary>{BackwardSummary(plan, rows)}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"public static void Backward{rows}({StepKernels.CountParameter(rows)}ref float transposed, ref float later, ref float gradient)");
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
        new ProductEmitter(ProductPlan.For(width, rows, plan.StateGateStride, plan.HiddenStride), operands).Write(writer);
        writer.Close();
    }

    /// <summary>
    /// Whether nothing but the product W' a_(t+1) brings a gradient to the state of a step that is not the last, or what it brings is added later and by itself.
    /// </summary>
    private static bool StartsAtZero(ModelPlan plan) =>
        (plan.HasRecurrentDropout && !plan.Cell.ResetsState) || (!plan.HasGradientEveryStep && !Gates(plan).CarriesGradient);

    /// <summary>What the cell does unit by unit.</summary>
    public static IGates Gates(ModelPlan plan) => plan.Spec.Cell switch
    {
        ModelCell.Lstm => new LstmGates(plan.ScalesLastTanh),
        _ => plan.Cell.ResetsState ? new ResetBeforeGruGates() : new GruGates(plan.ScalesLastTanh),
    };

    private static string UnitsBackwardSummary(IGates gates) => $"The gates of one sequence backward, a_t in place of what the step kept: {gates.BackwardText}.";

    private static string StartSummary(StepInput input) => $"The first step of one sequence: s_0 is zero, and W s_0 with it, so that only the gates are left.{StepKernels.InputSummary(input)}";

    private static string ForwardSummary(ModelPlan plan, StepInput input, int rows) =>
        $"One step of {StepKernels.Sequences(rows)}: "
        + (plan.Cell.ResetsState ? "W s_(t-1) for r and z, W_n (r s_(t-1)), and the gates after each." : "W s_(t-1) for all gates, then the gates.")
        + StepKernels.InputSummary(input);

    private static string BackwardSummary(ModelPlan plan, int rows)
    {
        string sequences = StepKernels.Sequences(rows);
        if (StartsAtZero(plan))
        {
            return $"The gradient of s_t, of {sequences}: W' a_(t+1).";
        }

        (string state, string weights) = plan.Cell.ResetsState
            ? (plan.HasRecurrentDropout ? "what the products of step t + 1 read" : "s_t", "recurrent weights of r and z")
            : ("s_t", "recurrent weights");
        return $"Adds to the gradient of {state}, of {sequences}, what comes through the {weights}: W' a_(t+1).";
    }
}
