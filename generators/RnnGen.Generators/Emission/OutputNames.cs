using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>How generated code names what the output layer makes of a state: a softmax turns it into probabilities, or it is the answer itself.</summary>
internal static class OutputNames
{
    /// <summary>Its name, also in a sentence.</summary>
    public static string Of(ModelPlan plan) => IsAnswer(plan) ? "outputs" : "logits";

    /// <summary>Its name where the caller's outputs, which have no padding, are beside it.</summary>
    public static string PaddedOf(ModelPlan plan) => IsAnswer(plan) ? "paddedOutputs" : "logits";

    /// <summary>The name of its gradients.</summary>
    public static string GradientsOf(ModelPlan plan) => IsAnswer(plan) ? "outputGradients" : "logitGradients";

    private static bool IsAnswer(ModelPlan plan) => plan.Spec.Task == ModelTask.Regression;
}
