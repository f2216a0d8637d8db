using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The methods that make any number of rows of the numbers that there are kernels for.</summary>
internal static class RowLoops
{
    public static void Write(SourceWriter writer, ModelPlan plan)
    {
        string state = plan.StateStrideName;
        foreach (StepInput input in StepInput.Of(plan))
        {
            Write(writer, input.Kernel, "One step of any number of sequences.", plan.AlternatesEnds, [
                Shared("cell"),
                new(input.Name, input.Place("row"), input.Type),
                .. plan.HasRecurrentDropout ? [Rows("dropped", state)] : Array.Empty<Operand>(),
                Rows("previous", state),
                Rows("next", state),
                .. plan.Cell.IsGated ? [Rows("step", "StepStride")] : Array.Empty<Operand>(),
            ]);
        }

        Write(writer, "Backward", "One step of any number of sequences backward" + (plan.Cell.IsGated ? ", but for the gates." : "."), false, [
            Shared("transposed"),
            Rows("later", plan.StepStrideName),
            Rows("gradient", "HiddenStride"),
            .. plan.Cell.IsGated || plan.HasRecurrentDropout ? Array.Empty<Operand>() : [Rows("states", "HiddenStride")],
        ]);
        if (plan.Cell.ResetsState)
        {
            string read = StepKernels.Left(plan);
            Write(writer, "ResetBackward", "One step of any number of sequences backward through the candidate's product and the reset.", false, [
                Shared("transposed"), Rows("step", "StepStride"), Rows(read, "HiddenStride"), Rows(read + "Gradient", "HiddenStride")]);
        }

        foreach (InputPlan input in InputKernels.Of(plan))
        {
            string gradientStride = InputKernels.GradientStrideName(plan, input);
            Write(writer, input.Name, "The product of any number of inputs.", false, [
                Shared("cell"), Rows("inputs", input.StrideName), Rows("projections", plan.GateStrideName)]);
            if (plan.HasInputGradient(input))
            {
                Write(writer, input.Name + "Backward", "The product of any number of inputs backward.", false, [
                    Shared("transposed"), Rows("steps", plan.StepStrideName), Rows("inputGradients", gradientStride)]);
            }
        }

        Write(writer, "Output", $"The {OutputNames.Of(plan)} of any number of states.", false, [
            Shared("parameters"), Rows("states", plan.OutputInputStrideName), Rows(OutputNames.Of(plan), "OutputStride")]);
        Write(writer, "OutputBackward", "The output layer backward, for any number of states.", false, [
            Shared("transposed"), Rows(OutputNames.GradientsOf(plan), "OutputStride"), Rows("stateGradients", plan.JoinedStrideName)]);
    }

    private static Operand Shared(string name) => new(name, Place: null);

    private static Operand Rows(string name, string stride) => new(name, $"row * {stride}");

    private static void Write(
        SourceWriter writer, string kernel, string summary, bool alternatesEnds, IReadOnlyList<Operand> operands)
    {
        string arguments = string.Join(",\n    ", operands.Select(o => o.Place is null ? $"ref {o.Name}" : $"ref Unsafe.Add(ref {o.Name}, {o.Place})"));
        string parameters = string.Join(", ", operands.Select(o => $"ref {o.Type} {o.Name}"));
        writer.Lines($"""
            /// <summary>{summary}</summary>
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            public static void {kernel}Rows<TKernels>({(alternatesEnds ? AlternatingTiles.StepParameter : "")}int rows, {parameters})
                where TKernels : struct, IKernels
            """);
        writer.Open("");
        int many = StepKernels.RowCounts[0];
        writer.Line($"int row = rows - (rows % {many});");
        writer.Open("if (row > 0)");
        writer.Line($"TKernels.{kernel}{many}(row, {string.Join(", ", operands.Select(o => "ref " + o.Name))});");
        writer.Close();
        writer.Line();
        writer.Open("for (; row < rows; row++)");
        writer.Lines($"TKernels.{kernel}1(\n    {(alternatesEnds ? "stepNumber + row,\n    " : "")}{arguments});");
        writer.Close();
        writer.Close();
    }

    /// <summary>What a method takes.</summary>
    /// <param name="Name">The name of the reference.</param>
    /// <param name="Place">The expression of where the numbers of the variable <c>row</c> are; null for what all rows share.</param>
    /// <param name="Type">The type of what is referred to.</param>
    private sealed record Operand(string Name, string? Place, string Type = "float");
}
