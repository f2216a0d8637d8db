using System;
using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The leaf methods of a model for one vector width, and the contract that the three widths share.</summary>
internal static class KernelsEmitter
{
    private const string ResetGradientSummary = "Adds the gradient of some rows of W_n: the sum over steps of (r s_(t-1)) x a_n.";

    public static void WriteContract(SourceWriter writer, ModelPlan plan)
    {
        writer.Lines($"""
            /// <summary>What each vector width implements. The just-in-time compiler resolves the calls: no dispatch is left.</summary>
            /// <remarks>
            /// Backward, a_t is the gradient of a step's pre-activation{Gradients(plan)} and dy_t that of its {OutputNames.Of(plan)}; {Transposed(plan)} transposed.
            /// </remarks>
            """);
        writer.Open("internal interface IKernels");
        CellKernels.WriteContract(writer, plan);
        writer.Line();
        InputKernels.WriteContract(writer, plan);
        OutputLayerKernels.WriteContract(writer, plan);
        StreamingKernels.WriteContract(writer, plan);
        writer.Line($"/// <summary>{RecurrentGradientSummary(plan)}</summary>");
        writer.Line("static abstract void RecurrentGradient(ref float activations, ref float gradients, int count, int rows, ref float weightGradients);");
        writer.Line();
        if (plan.Cell.ResetsState)
        {
            writer.Line($"/// <summary>{ResetGradientSummary}</summary>");
            writer.Line("static abstract void ResetGradient(ref float activations, ref float gradients, int count, int rows, ref float weightGradients);");
            writer.Line();
        }

        OutputLayerKernels.WriteGradientContract(writer, plan);
        writer.Close();
    }

    private static string Gradients(ModelPlan plan) =>
        !plan.Cell.IsGated ? (plan.IsPlain ? "" : ", d_t that of its state") : plan.Cell.States > 1 ? ", ds_t that of its state, dc_t that of its cell state" : ", ds_t that of its state";

    private static string Transposed(ModelPlan plan) => plan.TransposesInputs ? "W', U' and V' are W, U and V" : "W' and V' are W and V";

    public static string WriteFile(string space, string model, VectorWidth width, ModelPlan plan)
    {
        SourceWriter writer = GeneratedFile.BeginInternal(
            space,
            $"{model}: the kernels for vectors of {width.Bits} bits.",
            [
                .. StreamingSums.NeedMemory(width, plan) || PanelPrefetch.Pays(width, plan) ? ["System"] : Array.Empty<string>(),
                "System.Runtime.CompilerServices",
                "System.Runtime.Intrinsics",
                RuntimeNames.NumericsNamespace,
            ]);
        writer.Line($"/// <summary>{Summary(width)}</summary>");
        writer.Line(GeneratedFile.NotOfCoverage);
        writer.Open($"internal readonly struct Kernels{width.Bits} : IKernels");
        CellKernels.Write(writer, width, plan);
        writer.Line();
        InputKernels.Write(writer, width, plan);
        OutputLayerKernels.Write(writer, width, plan);
        StreamingKernels.Write(writer, width, plan);
        new OuterProductEmitter(width, plan.WeightStrideName, plan.StateStrideName, plan.StepStrideName, CachePlan.ArePages(plan.StepStride), plan.Cell.ResetsState ? null : plan.GateStrideName)
        {
            Panels = WeightPanels.OfRecurrent(plan),
        }.Write(writer, "RecurrentGradient", RecurrentGradientSummary(plan), [new ColumnRange(0, 0, plan.StateGateStride)]);
        writer.Line();
        if (plan.Cell.ResetsState)
        {
            new OuterProductEmitter(width, plan.WeightStrideName, "StepStride", "StepStride", CachePlan.ArePages(plan.StepStride), "GateStride")
            {
                Panels = WeightPanels.OfRecurrent(plan),
            }.Write(writer, "ResetGradient", ResetGradientSummary, [new ColumnRange(plan.StateGateStride, plan.HiddenStride, plan.HiddenStride)]);
            writer.Line();
        }

        OutputLayerKernels.WriteGradient(writer, width, plan);
        writer.Close();
        return writer.ToString();
    }

    private static string RecurrentGradientSummary(ModelPlan plan) =>
        $"Adds the gradient of some rows of {(plan.Cell.ResetsState ? "W_r and W_z" : "W")}: the sum over steps of s_(t-1) x a_t.";

    private static string Summary(VectorWidth width) => width.Bits switch
    {
        512 => "Kernels on vectors of 16 floats: AVX-512.",
        256 => "Kernels on vectors of 8 floats: AVX2 with FMA.",
        _ => "Kernels on vectors of 4 floats: ARM64 NEON, and x64 without AVX2.",
    };
}
