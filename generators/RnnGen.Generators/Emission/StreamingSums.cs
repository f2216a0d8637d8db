using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>Where the sums of a stream's kernel are between its products and its gates.</summary>
internal static class StreamingSums
{
    /// <summary>
    /// Whether a stream has a kernel whose sums go through memory: they do not fit into the registers, or are those of more gates than the JIT inlines the nonlinearities of.
    /// </summary>
    public static bool GoThroughMemory(VectorWidth width, ModelPlan plan)
    {
        var sums = new RegisterProduct(width, plan, "", plan.Spec.Hidden);
        bool fit = sums.Fits(plan.First.Width) && sums.Fits(plan.Spec.Hidden);
        return plan.StreamsInOneKernel && !(fit && (!plan.Cell.IsGated || sums.HasShortGates));
    }

    /// <summary>The attribute of the kernel of a step. One that a stream's kernel calls is not inlined there.</summary>
    public static string AttributeOfStep(VectorWidth width, ModelPlan plan, int rows) => rows == 1 && GoThroughMemory(width, plan)
        ? KernelAttributes.Called
        : KernelAttributes.Optimized;
}
