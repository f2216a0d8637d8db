using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The passes over a block of sequences, on top of the kernels.</summary>
internal static class TrainingEmitter
{
    public static string WriteFile(string space, string model, ModelPlan plan)
    {
        SourceWriter writer = GeneratedFile.BeginInternal(
            space,
            $"{model}: the forward pass and backpropagation through time of a mini-batch.",
            "System",
            "System.Runtime.CompilerServices",
            "System.Runtime.InteropServices",
            "System.Runtime.Intrinsics",
            RuntimeNames.NumericsNamespace,
            RuntimeNames.TrainingNamespace);
        KernelsEmitter.WriteContract(writer, plan);
        writer.Line();
        writer.Lines("/// <summary>The forward and backward pass over a block of sequences, which run side by side, the longest first.</summary>");
        writer.Line(GeneratedFile.NotOfCoverage);
        writer.Open("internal static class Training");
        Dispatch.Write(writer, "public", "void", "ForwardBlock", "ReadOnlySpan<float> parameters, TrainingWorkspace workspace, int block", "parameters, workspace, block");
        writer.Line();
        Dispatch.Write(writer, "public", "void", "BackwardBlock", "TrainingWorkspace workspace, int block", "workspace, block");
        writer.Line();
        Dispatch.Write(writer, "public", "void", "AccumulateGradients", "TrainingWorkspace workspace, int part, Span<float> gradients", "workspace, part, gradients");
        writer.Line();
        WeightGradientEmitter.WriteTranspose(writer, plan);
        writer.Line();
        ForwardPassEmitter.Write(writer, plan);
        BackwardPassEmitter.Write(writer, plan);
        writer.Line();
        WeightGradientEmitter.Write(writer, plan);
        writer.Line();
        RowLoops.Write(writer, plan);
        writer.Close();
        return writer.ToString();
    }
}
