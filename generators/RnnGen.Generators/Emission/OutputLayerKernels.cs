using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The kernels of the output layer for one vector width: logits, or a regressor's outputs, forward, state gradients backward.</summary>
internal static class OutputLayerKernels
{
    public static void WriteContract(SourceWriter writer, ModelPlan plan)
    {
        foreach (int rows in StepKernels.RowCounts)
        {
            writer.Line(ForwardSummary(plan, rows));
            writer.Line($"static abstract {ForwardSignature(plan, rows)};");
            writer.Line();
            writer.Line(BackwardSummary(rows));
            writer.Line($"static abstract {BackwardSignature(plan, rows)};");
            writer.Line();
        }
    }

    public static void Write(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        VectorWidth outputs = width.Fitting(plan.Spec.Outputs);
        int columns = outputs.ToVectors(plan.Spec.Outputs);
        string vector = "Vector" + width.Bits;
        string outputVector = "Vector" + outputs.Bits;
        ChainPlan chains = ChainPlan.For(plan.JoinedSize, plan.OutputStride);
        foreach (int rows in StepKernels.RowCounts)
        {
            writer.Line(ForwardSummary(plan, rows));
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            writer.Open($"public static {ForwardSignature(plan, rows)}");
            writer.Line("ref float weights = ref Unsafe.Add(ref parameters, OutputWeights);");
            writer.Line("ref float bias = ref Unsafe.Add(ref parameters, OutputBias);");
            WriteProduct(
                writer,
                ProductPlan.For(outputs, rows, plan.JoinedSize, columns, plan.OutputStride, chains),
                "states",
                plan.OutputInputStrideName,
                "OutputStride",
                OutputNames.Of(plan),
                columns == plan.OutputStride,
                n => n == "0" ? $"{outputVector}.LoadUnsafe(ref bias)" : $"{outputVector}.LoadUnsafe(ref bias, {n})");
            writer.Close();
            writer.Line();

            writer.Line(BackwardSummary(rows));
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            writer.Open($"public static {BackwardSignature(plan, rows)}");
            writer.Line("ref float weights = ref Unsafe.Add(ref transposed, OutputTransposed);");
            WriteProduct(
                writer,
                ProductPlan.For(width, rows, plan.Spec.Outputs, plan.JoinedStride),
                OutputNames.GradientsOf(plan),
                "OutputStride",
                plan.JoinedStrideName,
                "stateGradients",
                true,
                _ => $"{vector}<float>.Zero");
            writer.Close();
            writer.Line();
        }
    }

    public static void WriteGradientContract(SourceWriter writer, ModelPlan plan)
    {
        OuterProductEmitter product = Gradient(VectorWidth.V512, plan);
        writer.Line($"/// <summary>{GradientSummary(plan)}</summary>");
        writer.Line($"static abstract {product.Signature("OutputGradient")};");
    }

    public static void WriteGradient(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        int columns = plan.HasNarrowOutputs ? plan.OutputPartRows : width.ToVectors(plan.Spec.Outputs);
        Gradient(width, plan).Write(writer, "OutputGradient", GradientSummary(plan), [new ColumnRange(0, 0, columns)]);
    }

    private static OuterProductEmitter Gradient(VectorWidth width, ModelPlan plan) => plan.HasNarrowOutputs
        ? new OuterProductEmitter(width, "OutputPartRows", "OutputStride", plan.OutputInputStrideName, arePages: false, "OutputPartRows") { Spread = "gradient", Row = "state" }
        : new OuterProductEmitter(
            width,
            "OutputStride",
            plan.OutputInputStrideName,
            "OutputStride",
            CachePlan.ArePages(plan.OutputStride),
            width.ToVectors(plan.Spec.Outputs) == plan.OutputStride ? "OutputStride" : null);

    private static string GradientSummary(ModelPlan plan) => plan.HasNarrowOutputs
        ? "Adds the gradient of some columns of V': the sum over steps of dy_t x s_t."
        : "Adds the gradient of some rows of V: the sum over steps of s_t x dy_t.";

    private static string ForwardSummary(ModelPlan plan, int rows) =>
        $"/// <summary>The {OutputNames.Of(plan)} of {States(rows)}: V s_t + c{(plan.Spec.Task == ModelTask.Regression ? "" : ", before the softmax")}.</summary>";

    private static string BackwardSummary(int rows) =>
        $"/// <summary>The output layer backward, for {States(rows)}: V' dy_t, the gradient that reaches the states.</summary>";

    private static string ForwardSignature(ModelPlan plan, int rows) =>
        $"void Output{rows}({StepKernels.CountParameter(rows)}ref float parameters, ref float states, ref float {OutputNames.Of(plan)})";

    private static string BackwardSignature(ModelPlan plan, int rows) =>
        $"void OutputBackward{rows}({StepKernels.CountParameter(rows)}ref float transposed, ref float {OutputNames.GradientsOf(plan)}, ref float stateGradients)";

    private static void WriteProduct(
        SourceWriter writer, ProductPlan product, string left, string leftStride, string stride, string destination, bool isWhole, System.Func<string, string> initial)
    {
        var operands = new ProductOperands
        {
            Left = left,
            LeftStride = leftStride,
            Weights = "weights",
            WeightStride = stride,
            Destination = destination,
            DestinationStride = stride,
            Columns = isWhole ? stride : null,
            Initial = (_, n) => initial(n),
        };
        writer.Line();
        new ProductEmitter(product, operands).Write(writer);
    }

    private static string States(int rows) => rows == 1 ? "one state" : $"states, {rows} or a multiple";
}
