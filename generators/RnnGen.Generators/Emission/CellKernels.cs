using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The kernels of a model's cell.</summary>
internal static class CellKernels
{
    public static void WriteContract(SourceWriter writer, ModelPlan plan)
    {
        if (plan.Cell.IsGated)
        {
            GatedCellKernels.WriteContract(writer, plan);
        }
        else
        {
            ElmanCellKernels.WriteContract(writer, plan);
        }

        ElmanStepsKernel.WriteContract(writer, plan);
    }

    public static void Write(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        if (plan.Cell.IsGated)
        {
            GatedCellKernels.Write(writer, width, plan);
        }
        else
        {
            ElmanCellKernels.Write(writer, width, plan);
        }

        ElmanStepsKernel.Write(writer, width, plan);
    }
}
