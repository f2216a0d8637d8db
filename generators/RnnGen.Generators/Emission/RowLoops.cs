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
                ("float", "cell", ""),
                (input.Type, input.Name, input.Stride),
                .. plan.HasRecurrentDropout ? [("float", "dropped", state)] : Enumerable.Empty<(string, string, string)>(),
                ("float", "previous", state),
                ("float", "next", state),
                .. plan.Cell.IsGated ? [("float", "step", "StepStride")] : Enumerable.Empty<(string, string, string)>(),
            ]);
        }

        Write(writer, "Backward", "One step of any number of sequences backward" + (plan.Cell.IsGated ? ", but for the gates." : "."), false, [
            ("float", "transposed", ""),
            ("float", "later", plan.StepStrideName),
            ("float", "gradient", "HiddenStride"),
            .. plan.Cell.IsGated || plan.HasRecurrentDropout ? Enumerable.Empty<(string, string, string)>() : [("float", "states", "HiddenStride")],
        ]);
        if (plan.Cell.ResetsState)
        {
            string read = StepKernels.Left(plan);
            Write(writer, "ResetBackward", "One step of any number of sequences backward through the candidate's product and the reset.", false, [
                ("float", "transposed", ""), ("float", "step", "StepStride"), ("float", read, "HiddenStride"), ("float", read + "Gradient", "HiddenStride")]);
        }

        foreach (InputPlan input in InputKernels.Of(plan))
        {
            string gradientStride = InputKernels.GradientStrideName(plan, input);
            Write(writer, input.Name, "The product of any number of inputs.", false, [
                ("float", "cell", ""), ("float", "inputs", input.StrideName), ("float", "projections", plan.GateStrideName)]);
            if (plan.HasInputGradient(input))
            {
                Write(writer, input.Name + "Backward", "The product of any number of inputs backward.", false, [
                    ("float", "transposed", ""), ("float", "steps", plan.StepStrideName), ("float", "inputGradients", gradientStride)]);
            }
        }

        Write(writer, "Output", $"The {OutputNames.Of(plan)} of any number of states.", false, [
            ("float", "parameters", ""), ("float", "states", plan.OutputInputStrideName), ("float", OutputNames.Of(plan), "OutputStride")]);
        Write(writer, "OutputBackward", "The output layer backward, for any number of states.", false, [
            ("float", "transposed", ""), ("float", OutputNames.GradientsOf(plan), "OutputStride"), ("float", "stateGradients", plan.JoinedStrideName)]);
    }

    private static void Write(
        SourceWriter writer, string kernel, string summary, bool alternatesEnds, IReadOnlyList<(string Type, string Name, string Stride)> operands)
    {
        string arguments = string.Join(",\n    ", operands.Select(o => o.Stride switch
        {
            "" => $"ref {o.Name}",
            "1" => $"ref Unsafe.Add(ref {o.Name}, row)",
            _ => $"ref Unsafe.Add(ref {o.Name}, row * {o.Stride})",
        }));
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
}
