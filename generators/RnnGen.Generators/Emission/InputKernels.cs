using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The kernels of a dense input for one vector width: its product with U for all steps at once, the same backward, and the gradient of U.</summary>
internal static class InputKernels
{
    /// <summary>The dense inputs of a model: the first layer's, and that of the layers above.</summary>
    public static IEnumerable<InputPlan> Of(ModelPlan plan)
    {
        if (!plan.First.IsToken)
        {
            yield return plan.First;
        }

        if (plan.UpperLayers > 0)
        {
            yield return plan.Upper;
        }
    }

    public static void WriteContract(SourceWriter writer, ModelPlan plan)
    {
        foreach (InputPlan input in Of(plan))
        {
            foreach (int rows in StepKernels.RowCounts)
            {
                writer.Lines($"""
                    /// <summary>{ForwardSummary(input, rows)}</summary>
                    static abstract void {input.Name}{rows}({StepKernels.CountParameter(rows)}ref float cell, ref float inputs, ref float projections);

                    """);
                if (plan.HasInputGradient(input))
                {
                    writer.Lines($"""
                        /// <summary>{BackwardSummary(input, rows)}</summary>
                        static abstract void {input.Name}Backward{rows}({StepKernels.CountParameter(rows)}ref float transposed, ref float steps, ref float inputGradients);

                        """);
                }
            }

            writer.Lines($"""
                /// <summary>{GradientSummary(input)}</summary>
                static abstract void {input.Name}Gradient(ref float activations, ref float gradients, int count, int rows, ref float weightGradients);

                """);
        }
    }

    public static void Write(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        foreach (InputPlan input in Of(plan))
        {
            foreach (int rows in StepKernels.RowCounts)
            {
                WriteForward(writer, width, plan, input, rows);
                writer.Line();
                if (plan.HasInputGradient(input))
                {
                    WriteBackward(writer, width, plan, input, rows);
                    writer.Line();
                }
            }

            if (input == plan.First)
            {
                WriteTiles(writer, width, plan);
            }

            ColumnRange[] ranges = [.. plan.Cell.InputGates.Select(gates => new ColumnRange(
                gates.First * plan.GateUnits,
                (gates.FirstOfStep - gates.First) * plan.GateUnits,
                gates.Count * plan.GateUnits))];
            new OuterProductEmitter(width, plan.WeightStrideName, input.StrideName, plan.StepStrideName, CachePlan.ArePages(plan.StepStride), plan.GateStrideName)
            {
                Panels = WeightPanels.OfInput(plan, input),
            }.Write(writer, input.Name + "Gradient", GradientSummary(input), ranges);
            writer.Line();
        }
    }

    private static void WriteForward(SourceWriter writer, VectorWidth width, ModelPlan plan, InputPlan input, int rows)
    {
        writer.Line($"/// <summary>{ForwardSummary(input, rows)}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"public static void {input.Name}{rows}({StepKernels.CountParameter(rows)}ref float cell, ref float inputs, ref float projections)");
        WriteReferences(writer);
        writer.Line();
        new ProductEmitter(ProductPlan.For(width, rows, input.Width, plan.GateStride, plan.WeightStride, plan.GateChains(input.Width)), ForwardOperands(width, plan, input)).Write(writer);
        writer.Close();
    }

    /// <summary>Writes what a step that multiplies its input does before its units, if anything: all of it, where it is not done before each tile of them.</summary>
    public static void WriteBeforeUnits(SourceWriter writer, StepInput input, ProductPlan units, ModelPlan plan)
    {
        if (input.IsMultipliedWithin && !MultipliesTiles(units, plan))
        {
            writer.Line("Input1(ref cell, ref inputs, ref projections);");
        }
    }

    /// <summary>Writes what it does before some of them.</summary>
    public static void WriteBeforeTile(SourceWriter writer, StepInput input, ProductPlan units, ModelPlan plan, int vectors, string firstUnit)
    {
        if (input.IsMultipliedWithin && MultipliesTiles(units, plan))
        {
            writer.Line($"{TileMethod(units, vectors)}(ref cell, ref inputs, ref projections, {firstUnit});");
        }
    }

    /// <summary>Whether the input is multiplied tile by tile, rather than before all units, where it displaces what the nearest cache still has of W.</summary>
    /// <remarks>Measured on Zen 3, 256 bits: 4 % of a step of a stream of an LSTM of 64 units. With 128 bits, whose tiles have up to sixteen sums, on a processor with as many registers nothing was gained.</remarks>
    private static bool MultipliesTiles(ProductPlan units, ModelPlan plan) =>
        units.TileVectors <= units.Width.Accumulators || units.WithDepth(plan.First.Width).FitsRegisters;

    private static string TileMethod(ProductPlan units, int vectors) => vectors == units.TileVectors ? "InputUnits" : "InputLastUnits";

    /// <summary>Writes the methods that multiply the input for the units of a tile: of the same columns as the step's own tiles.</summary>
    private static void WriteTiles(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        var units = ProductPlan.OfUnits(width, plan.Spec.Hidden, plan.HiddenStride, plan.Cell.WeightGates);
        if (!plan.ProjectsWithinStep || !MultipliesTiles(units, plan))
        {
            return;
        }

        foreach (int vectors in new[] { units.TileVectors, units.RestVectors }.Where(vectors => vectors > 0))
        {
            writer.Lines($"""
                /// <summary>U x_t + b for all gates of some units{(vectors == units.TileVectors ? "" : ", the last")}.</summary>
                [MethodImpl(MethodImplOptions.AggressiveInlining)]
                """);
            writer.Open($"private static void {TileMethod(units, vectors)}(ref float cell, ref float inputs, ref float projections, nuint k)");
            WriteReferences(writer);
            var tile = new UnitTile(units.WithDepth(plan.First.Width), ForwardOperands(width, plan, plan.First));
            if (tile.HasChainsSideBySide)
            {
                writer.Line();
                tile.WriteChains(writer);
            }

            tile.Write(writer, vectors, "k");
            writer.Close();
            writer.Line();
        }
    }

    private static void WriteReferences(SourceWriter writer) => writer.Lines("""
        ref float weights = ref Unsafe.Add(ref cell, InputWeights);
        ref float bias = ref Unsafe.Add(ref cell, HiddenBias);
        """);

    private static ProductOperands ForwardOperands(VectorWidth width, ModelPlan plan, InputPlan input) => new()
    {
        Left = "inputs",
        LeftStride = input.StrideName,
        Weights = "weights",
        WeightStride = plan.WeightStrideName,
        Panels = WeightPanels.OfInput(plan, input),
        Destination = "projections",
        DestinationStride = plan.GateStrideName,
        Columns = plan.GateStrideName,
        Initial = (_, n) => $"Vector{width.Bits}.LoadUnsafe(ref bias{(n == "0" ? "" : ", " + n)})",
    };

    private static void WriteBackward(SourceWriter writer, VectorWidth width, ModelPlan plan, InputPlan input, int rows)
    {
        string vector = "Vector" + width.Bits;
        string stride = GradientStrideName(plan, input);
        writer.Line($"/// <summary>{BackwardSummary(input, rows)}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"public static void {input.Name}Backward{rows}({StepKernels.CountParameter(rows)}ref float transposed, ref float steps, ref float inputGradients)");
        writer.Line("ref float weights = ref Unsafe.Add(ref transposed, InputTransposed);");
        foreach (GateRange gates in plan.Cell.InputGates)
        {
            bool isAlone = plan.Cell.InputGates.Count == 1;
            int depth = plan.Cell.IsGated ? gates.Count * plan.GateUnits : plan.Spec.Hidden;
            var operands = new ProductOperands
            {
                Left = gates.FirstOfStep == 0 ? "steps" : $"Unsafe.Add(ref steps, {gates.FirstOfStep} * {plan.GateUnitsName})",
                LeftStride = plan.StepStrideName,
                Weights = gates.First == 0 ? "weights" : $"Unsafe.Add(ref weights, {gates.First} * {plan.GateUnitsName} * {stride})",
                WeightStride = stride,
                Destination = "inputGradients",
                DestinationStride = stride,
                Columns = stride,
                Initial = (r, n) => $"{vector}.LoadUnsafe(ref destination{ProductOperands.At(r, n, stride)})",
            };
            writer.Line();
            if (!isAlone)
            {
                string before = plan.Cell.ResetsState ? "r s_(t-1)" : "its recurrent part";
                writer.Line(gates.First == 0 ? "// The gates before the candidate." : $"// The candidate, which stands after {before}.");
                writer.Open("");
            }

            var product = ProductPlan.For(width, rows, depth, input.Columns);
            new ProductEmitter(isAlone ? product : product.WithoutTallTiles(), operands).Write(writer);
            if (!isAlone)
            {
                writer.Close();
            }
        }

        writer.Close();
    }

    /// <summary>The constant that is the distance between rows of the input's gradients.</summary>
    public static string GradientStrideName(ModelPlan plan, InputPlan input) => input == plan.First ? input.StrideName : plan.JoinedStrideName;

    private static string ForwardSummary(InputPlan input, int rows) =>
        $"What {Layer(input)} reads at {Steps(rows)}, multiplied: U x_t + b for all gates.";

    private static string BackwardSummary(InputPlan input, int rows) =>
        $"Adds to the gradient of what {Layer(input)} reads at {Steps(rows)}: U' a_t.";

    private static string GradientSummary(InputPlan input) =>
        $"Adds the gradient of some rows of U of {Layer(input)}: the sum over steps of x_t x a_t.";

    private static string Layer(InputPlan input) => input.Name == "Input" ? "the first layer" : "a layer above the first";

    private static string Steps(int rows) => rows == 1 ? "one step" : $"steps, {rows} or a multiple";
}
