using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>What the kernels of all cells share.</summary>
internal static class StepKernels
{
    /// <summary>
    /// The numbers of sequences that a kernel advances side by side; any other number is made of these. Four rows already use each
    /// loaded weight often enough to keep the multipliers busy; a kernel more would be as many lines again to compile. The kernel for four
    /// goes on to the next four before it turns to other weights: where W is too large for a cache, that is what it is fetched less often for.
    /// </summary>
    public static readonly int[] RowCounts = [4, 1];

    /// <summary>The parameter of a kernel for several rows that says how many there are; nothing for one row.</summary>
    public static string CountParameter(int rows) => rows == 1 ? "" : "int rows, ";

    /// <summary>The parameters of a step forward.</summary>
    public static string ForwardParameters(ModelPlan plan, StepInput input, int rows) =>
        (rows == 1 && plan.AlternatesEnds ? AlternatingTiles.StepParameter : CountParameter(rows))
        + $"ref float cell, {(input.IsMultipliedWithin ? "ref float inputs, " : "")}ref {input.Type} {input.Name}, {(plan.HasRecurrentDropout ? "ref float dropped, " : "")}ref float previous, ref float next"
        + (plan.Cell.IsGated ? ", ref float step" : "");

    /// <summary>The name of the kernel for the first step of one sequence.</summary>
    public static string Start(StepInput input) => input.Kernel + "Start";

    /// <summary>The parameters of that kernel.</summary>
    public static string StartParameters(ModelPlan plan, StepInput input) =>
        $"ref float cell, ref {input.Type} {input.Name}, " + (plan.Cell.IsGated ? "ref float previous, ref float next, ref float step" : "ref float next");

    /// <summary>The call of that kernel.</summary>
    /// <param name="plan">The model.</param>
    /// <param name="input">What the step reads.</param>
    /// <param name="cell">The name of the cell's weights.</param>
    /// <param name="read">The reference to what the step reads.</param>
    /// <param name="previous">The reference to s_0.</param>
    /// <param name="next">The reference to the state after the step.</param>
    /// <param name="step">The reference to what a gated step keeps.</param>
    public static string StartCall(ModelPlan plan, StepInput input, string cell, string read, string previous, string next, string step)
    {
        string[] operands = plan.Cell.IsGated ? [previous, next, step] : [next];
        return $"TKernels.{Start(input)}(\n    ref {cell},\n    {string.Join(",\n    ", operands.Prepend(read).Select(operand => "ref " + operand))});";
    }

    /// <summary>Writes the call of a method that goes over the units of a sequence, for each of some sequences.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="input">What the step reads.</param>
    /// <param name="rows">How many sequences.</param>
    /// <param name="method">The method.</param>
    /// <param name="operands">What it takes besides the cell and the input: names, and the distance from a sequence's row to the next one's.</param>
    /// <param name="units">Further arguments, each after a comma: which units.</param>
    public static void WriteUnitCalls(
        SourceWriter writer, StepInput input, int rows, string method, IReadOnlyList<(string Name, string Stride)> operands, string units = "")
    {
        if (rows == 1)
        {
            string argument = input.IsToken ? input.Name : "ref " + input.Name;
            writer.Line($"{method}(ref cell, {argument}, {string.Join(", ", operands.Select(operand => "ref " + operand.Name))}{units});");
            return;
        }

        string arguments = input.IsToken ? $"Unsafe.Add(ref {input.Name}, row)" : $"ref Unsafe.Add(ref {input.Name}, {input.Place("row")})";
        writer.Open("for (int row = 0; row < rows; row++)");
        writer.Lines($"""
            {method}(
                ref cell,
                {arguments},
                {string.Join(",\n    ", operands.Select(operand => $"ref Unsafe.Add(ref {operand.Name}, row * {operand.Stride})"))}{units});
            """);
        writer.Close();
    }

    /// <summary>Opens such a method.</summary>
    public static void OpenUnits(SourceWriter writer, StepInput input, string method, string parameters)
    {
        if (input.IsToken)
        {
            writer.Open($"private static void {method}(ref float cell, int token, {parameters})");
            WriteTokenRow(writer, "token");
        }
        else
        {
            writer.Open($"private static void {method}Dense(ref float cell, ref float input, {parameters})");
        }
    }

    /// <summary>Writes where the input's part of a step is: the token's row of U, and the bias that is not yet in it.</summary>
    public static void WriteTokenRow(SourceWriter writer, string token)
    {
        writer.Line($"ref float input = ref Unsafe.Add(ref cell, InputWeights + ({token} * GateStride));");
        writer.Line("ref float bias = ref Unsafe.Add(ref cell, HiddenBias);");
    }

    /// <summary>The left side of the recurrent product: the state before, or what dropout left of it.</summary>
    public static string Left(ModelPlan plan) => plan.HasRecurrentDropout ? "dropped" : "previous";

    /// <summary>What the summary of a step's kernel says of its input.</summary>
    public static string InputSummary(StepInput input) =>
        input.IsToken ? "" : input.IsMultipliedWithin ? " U x_t + b is multiplied with it." : " U x_t + b is ready.";

    public static string Sequences(int rows) => rows == 1 ? "one sequence" : $"sequences, {rows} or a multiple";
}
