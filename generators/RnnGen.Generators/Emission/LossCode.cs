using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>How the passes name a task's loss and what it takes.</summary>
internal static class LossCode
{
    /// <summary>The class that has the loss and its gradient.</summary>
    public static string Of(ModelPlan plan) => IsRegression(plan) ? "SquaredError" : "CrossEntropy";

    /// <summary>The argument for the true numbers of a regressor's run of slots.</summary>
    public static string Values(ModelPlan plan) =>
        IsRegression(plan) ? "\n        workspace.TargetValues.Slice(run.Slot * OutputStride, run.Count * OutputStride)," : "";

    /// <summary>The arguments that cut a run of slots out of what each slot has once.</summary>
    public static string Place(ModelPlan plan) => IsRegression(plan) ? "run.Slot, run.Count" : "run.Slot";

    /// <summary>The argument that receives the most probable outputs.</summary>
    public static string Predicted(ModelPlan plan) => IsRegression(plan) ? "" : ",\n        workspace.Predicted.Slice(run.Slot)";

    private static bool IsRegression(ModelPlan plan) => plan.Spec.Task == ModelTask.Regression;
}
