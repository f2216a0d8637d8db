using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The kernels of an Elman cell for one vector width: each step forward beside the step backward.</summary>
internal static class ElmanCellKernels
{
    /// <summary>
    /// Sums of a tile that go through tanh while they are in registers. Its tables take seven registers of 512 bits, and twice as many of 256: beside more
    /// sums than these the just-in-time compiler spills, and into the loop of the multiply-adds.
    /// </summary>
    private const int FusedSums = 4;

    public static void WriteContract(SourceWriter writer, ModelPlan plan)
    {
        foreach (int rows in StepKernels.RowCounts)
        {
            foreach (StepInput input in StepInput.Of(plan, rows))
            {
                writer.Line($"/// <summary>{ForwardSummary(plan, input, rows)}</summary>");
                writer.Line($"static abstract void {input.Kernel}{rows}({StepKernels.ForwardParameters(plan, input, rows)});");
                writer.Line();
            }

            writer.Line($"/// <summary>{BackwardSummary(plan, rows)}</summary>");
            writer.Line($"static abstract void Backward{rows}({StepKernels.CountParameter(rows)}{BackwardParameters(plan)});");
            writer.Line();
        }

        foreach (StepInput input in StepInput.Of(plan))
        {
            writer.Line($"/// <summary>{StartSummary(plan, input)}</summary>");
            writer.Line($"static abstract void {StepKernels.Start(input)}({StepKernels.StartParameters(plan, input)});");
            writer.Line();
        }

        writer.Line($"/// <summary>{BackwardLastSummary(plan)}</summary>");
        writer.Line("static abstract void BackwardLast(ref float gradient, ref float state);");
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
        }

        foreach (StepInput input in StepInput.Of(plan))
        {
            WriteStart(writer, width, plan, input);
            writer.Line();
        }

        WriteBackwardLast(writer, width, plan);
    }

    private static void WriteStart(SourceWriter writer, VectorWidth width, ModelPlan plan, StepInput input)
    {
        string vector = "Vector" + width.Bits;
        writer.Line($"/// <summary>{StartSummary(plan, input)}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"public static void {StepKernels.Start(input)}({StepKernels.StartParameters(plan, input)})");
        if (input.IsToken)
        {
            writer.Line("ref float bias = ref Unsafe.Add(ref cell, HiddenBias);");
        }

        writer.Line(InputRow(input, 0, "0"));
        writer.Line();
        writer.Line("// The zero is W s_0: a sum of -0 would not be the same without it.");
        writer.Open($"for (nuint n = 0; n < HiddenStride; n += {width.Lanes})");
        writer.Line($"VectorMath.{Function(plan)}({InputSum(vector, input, 0, "n")} + {vector}<float>.Zero).StoreUnsafe(ref next, n);");
        writer.Close();
        writer.Close();
    }

    private static void WriteForward(SourceWriter writer, VectorWidth width, ModelPlan plan, StepInput input, int rows)
    {
        string vector = "Vector" + width.Bits;
        writer.Line($"/// <summary>{ForwardSummary(plan, input, rows)}</summary>");
        writer.Line(StreamingSums.AttributeOfStep(width, plan, rows));
        writer.Open($"public static void {input.Kernel}{rows}({StepKernels.ForwardParameters(plan, input, rows)})");
        writer.Line("ref float recurrent = ref Unsafe.Add(ref cell, RecurrentWeights);");
        if (input.IsToken)
        {
            writer.Line("ref float bias = ref Unsafe.Add(ref cell, HiddenBias);");
        }

        bool alternates = rows == 1 && plan.AlternatesEnds;
        ProductPlan product = alternates
            ? ProductPlan.OfUnits(width, plan.Spec.Hidden, plan.HiddenStride, gates: 1)
            : ProductPlan.For(width, rows, plan.Spec.Hidden, plan.HiddenStride, plan.WeightStride);
        bool isFused = plan.Spec.Nonlinearity == ModelNonlinearity.Relu || product.MostSums <= FusedSums;
        var operands = new ProductOperands
        {
            Left = StepKernels.Left(plan),
            LeftStride = "HiddenStride",
            Weights = "recurrent",
            WeightStride = plan.WeightStrideName,
            Panels = WeightPanels.OfRecurrent(plan),
            Destination = "next",
            DestinationStride = "HiddenStride",
            Columns = "HiddenStride",
            BeginRow = (r, row) => [InputRow(input, r, row)],
            Initial = (r, n) => InputSum(vector, input, r, n),
            Finish = isFused
                ? (w, r, n, sum) => w.Line($"VectorMath.{Function(plan)}({sum}).StoreUnsafe(ref destination{At(r, n)});")
                : null,
        };
        InputKernels.WriteBeforeUnits(writer, input, product, plan);
        writer.Line();
        if (alternates)
        {
            new AlternatingTiles(product, operands) { BeginTile = (w, vectors, first) => InputKernels.WriteBeforeTile(w, input, product, plan, vectors, first) }.Write(writer);
        }
        else
        {
            new ProductEmitter(product, operands).Write(writer);
        }

        if (!isFused)
        {
            string end = rows == 1 ? "HiddenStride" : "(nuint)(rows * HiddenStride)";
            writer.Line();
            writer.Line("// In a loop of its own: the sums above leave no registers for its tables.");
            writer.Open($"for (nuint n = 0; n < {end}; n += {width.Lanes})");
            writer.Line($"VectorMath.{Function(plan)}({vector}.LoadUnsafe(ref next, n)).StoreUnsafe(ref next, n);");
            writer.Close();
        }

        writer.Close();
    }

    /// <summary>U x_t + b of a row of a tile.</summary>
    private static string InputSum(string vector, StepInput input, int tileRow, string column)
    {
        string row = Load(vector, $"input{tileRow}", column);
        return input.IsToken ? $"{row} + {Load(vector, "bias", column)}" : row;
    }

    private static string InputRow(StepInput input, int tileRow, string row) => (input.IsToken, row) switch
    {
        (true, "0") => $"ref float input{tileRow} = ref Unsafe.Add(ref cell, InputWeights + (tokens * HiddenStride));",
        (true, _) => $"ref float input{tileRow} = ref Unsafe.Add(ref cell, InputWeights + (Unsafe.Add(ref tokens, {row}) * HiddenStride));",
        (_, "0") => $"ref float input{tileRow} = ref projections;",
        _ => $"ref float input{tileRow} = ref Unsafe.Add(ref projections, {(row.IndexOf(' ') < 0 ? row : $"({row})")} * HiddenStride);",
    };

    private static void WriteBackward(SourceWriter writer, VectorWidth width, ModelPlan plan, int rows)
    {
        string vector = "Vector" + width.Bits;
        writer.Line($"/// <summary>{BackwardSummary(plan, rows)}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"public static void Backward{rows}({StepKernels.CountParameter(rows)}{BackwardParameters(plan)})");
        writer.Line("ref float recurrent = ref Unsafe.Add(ref transposed, RecurrentTransposed);");
        var operands = new ProductOperands
        {
            Left = "later",
            LeftStride = "HiddenStride",
            Weights = "recurrent",
            WeightStride = "HiddenStride",
            Destination = "gradient",
            DestinationStride = "HiddenStride",
            Columns = "HiddenStride",
            BeginRow = (r, row) => r > 0 || plan.HasRecurrentDropout ? [] :
            [
                row == "0" ? "ref float state = ref states;" : $"ref float state = ref Unsafe.Add(ref states, {row} * HiddenStride);",
            ],
            Initial = (r, n) => plan.HasGradientEveryStep && !plan.HasRecurrentDropout
                ? $"{vector}.LoadUnsafe(ref destination{At(r, n)})"
                : $"{vector}<float>.Zero",
            Finish = plan.HasRecurrentDropout ? null : (w, r, n, sum) => w.Line(
                $"VectorMath.{Function(plan)}Gradient({vector}.LoadUnsafe(ref state{At(r, n)}), {sum}).StoreUnsafe(ref destination{At(r, n)});"),
        };
        writer.Line();
        new ProductEmitter(ProductPlan.For(width, rows, plan.Spec.Hidden, plan.HiddenStride), operands).Write(writer);
        writer.Close();
    }

    private static void WriteBackwardLast(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        string vector = "Vector" + width.Bits;
        writer.Line($"/// <summary>{BackwardLastSummary(plan)}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open("public static void BackwardLast(ref float gradient, ref float state)");
        writer.Open($"for (nuint n = 0; n < HiddenStride; n += {width.Lanes})");
        writer.Line($"{vector}<float> sum = {vector}.LoadUnsafe(ref gradient, n);");
        writer.Line($"VectorMath.{Function(plan)}Gradient({vector}.LoadUnsafe(ref state, n), sum).StoreUnsafe(ref gradient, n);");
        writer.Close();
        writer.Close();
    }

    private static string StartSummary(ModelPlan plan, StepInput input) =>
        $"The first step of one sequence, from a state of zero: s_1 = {Letter(plan)}(U x_1 + b).{StepKernels.InputSummary(input)}";

    private static string ForwardSummary(ModelPlan plan, StepInput input, int rows) =>
        $"One step of {StepKernels.Sequences(rows)}: s_t = {Letter(plan)}(U x_t + b + W s_(t-1))."
        + StepKernels.InputSummary(input)
        + (rows == 1 && plan.AlternatesEnds ? " The number of the step tells from which end W is read." : "");

    /// <summary>What dropout drops, it drops of the product's gradient: the nonlinearity comes after.</summary>
    private static string BackwardParameters(ModelPlan plan) =>
        "ref float transposed, ref float later, ref float gradient" + (plan.HasRecurrentDropout ? "" : ", ref float states");

    private static string BackwardSummary(ModelPlan plan, int rows) => plan.HasRecurrentDropout
        ? $"The gradient of what the recurrent product reads, of {StepKernels.Sequences(rows)}: W' a_(t+1)."
        : !plan.HasGradientEveryStep
        ? $"The same step backward: a_t = {Derivative(plan, "t")} * (W' a_(t+1)), of {StepKernels.Sequences(rows)}."
        : $"The same step backward: a_t = {Derivative(plan, "t")} * ({Above(plan, "t")} + W' a_(t+1)), of {StepKernels.Sequences(rows)}; {Above(plan, "t")} is in its place.";

    private static string BackwardLastSummary(ModelPlan plan) => plan.HasRecurrentDropout
        ? $"The nonlinearity of one step backward: a_t = {Derivative(plan, "t")} * d_t; d_t, with what the recurrent product adds to it, is in its place."
        : $"The last step of a sequence backward: a_T = {Derivative(plan, "T")} * {(plan.IsPlain ? $"({Above(plan, "T")})" : Above(plan, "T"))}; {Above(plan, "T")} is in its place.";

    /// <summary>What reaches the state of a step from the layer above.</summary>
    private static string Above(ModelPlan plan, string step) => plan.IsPlain ? $"V' dy_{step}" : $"d_{step}";

    /// <summary>The name of the nonlinearity.</summary>
    public static string Function(ModelPlan plan) => plan.Spec.Nonlinearity == ModelNonlinearity.Tanh ? "Tanh" : "Relu";

    private static string Letter(ModelPlan plan) => plan.Spec.Nonlinearity == ModelNonlinearity.Tanh ? "tanh" : "relu";

    private static string Derivative(ModelPlan plan, string step) =>
        plan.Spec.Nonlinearity == ModelNonlinearity.Tanh ? $"(1 - s_{step}^2)" : $"[s_{step} &gt; 0]";

    private static string Load(string vector, string name, string column) =>
        column == "0" ? $"{vector}.LoadUnsafe(ref {name})" : $"{vector}.LoadUnsafe(ref {name}, {column})";

    private static string At(int row, string column) => ProductOperands.At(row, column, "HiddenStride");
}
