using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>Whether the sums of a stream's kernel are all in registers between its products and its gates.</summary>
internal static class StreamingSums
{
    /// <summary>
    /// Whether a stream has a kernel whose sums are not all in registers at a time: they do not fit, or are those of more gates than the JIT inlines the nonlinearities of. They go through memory then, or the
    /// kernel goes through the units a vector at a time (<see cref="UnitLoop"/>); either way the state needs memory on the stack.
    /// </summary>
    public static bool NeedMemory(VectorWidth width, ModelPlan plan)
    {
        var sums = new RegisterProduct(width, plan, "", plan.Spec.Hidden);
        bool fit = sums.Fits(plan.First.Width) && sums.Fits(plan.Spec.Hidden);
        return plan.StreamsInOneKernel && !(fit && (!plan.Cell.IsGated || sums.HasShortGates));
    }

    /// <summary>The attribute of the kernel of a step. One that a stream's kernel calls is not inlined there.</summary>
    public static string AttributeOfStep(VectorWidth width, ModelPlan plan, int rows) => rows == 1 && NeedMemory(width, plan) && !new UnitLoop(width, plan).Pays
        ? KernelAttributes.Called
        : KernelAttributes.Optimized;
}
