using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>What the kernels of all cells share.</summary>
internal static class StepKernels
{
    /// <summary>
    /// The numbers of sequences that a kernel advances side by side; any other number is made of these. Four rows already use each
    /// loaded weight often enough to keep the multipliers busy; a kernel more would be as many lines again to compile.
    /// </summary>
    public static readonly int[] RowCounts = [4, 1];

    /// <summary>The parameters of a step forward.</summary>
    public static string ForwardParameters(ModelPlan plan, StepInput input, int rows) =>
        (rows == 1 && plan.ForwardSweep is not null ? "int stepNumber, " : "")
        + $"ref float cell, ref {input.Type} {input.Name}, {(plan.HasRecurrentDropout ? "ref float dropped, " : "")}ref float previous, ref float next"
        + (plan.Cell.IsGated ? ", ref float step" : "");

    /// <summary>Writes W s_(t-1) for some sequences, swept where W outgrows the nearest cache.</summary>
    public static void WriteForwardProduct(SourceWriter writer, VectorWidth width, ModelPlan plan, int rows, ProductOperands operands)
    {
        writer.Line();
        if (plan.ForwardSweep is { } sweep)
        {
            new SweptProductEmitter(width, rows, plan.GateStride, sweep, operands).Write(writer);
        }
        else
        {
            new ProductEmitter(ProductPlan.For(width, rows, plan.Spec.Hidden, plan.GateStride), operands).Write(writer);
        }
    }

    /// <summary>The left side of the recurrent product: the state before, or what dropout left of it.</summary>
    public static string Left(ModelPlan plan) => plan.HasRecurrentDropout ? "dropped" : "previous";

    public static string Sequences(int rows) => rows == 1 ? "one sequence" : $"{rows} sequences";
}
