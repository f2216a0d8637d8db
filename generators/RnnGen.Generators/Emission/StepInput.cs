using System.Collections.Generic;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>
/// How a step gets what its input contributes: from a row of U that the token names, from a row that was multiplied before, or by multiplying it itself.
/// </summary>
internal sealed class StepInput
{
    /// <summary>The distance from a sequence's input to the next one's; null for tokens, which stand side by side.</summary>
    private readonly string? _stride;

    private StepInput(string kernel, string type, string name, string? stride)
    {
        Kernel = kernel;
        Type = type;
        Name = name;
        _stride = stride;
    }

    /// <summary>U x_t is a row of U, to which the bias is added.</summary>
    public static StepInput Token { get; } = new("Forward", "int", "tokens", null);

    /// <summary>U x_t + b of a dense input, multiplied for all steps before the first one is made.</summary>
    public static StepInput DenseOf(ModelPlan plan) => new("ForwardDense", "float", "projections", plan.GateStrideName);

    /// <summary>U x_t + b of a dense input, multiplied by the step.</summary>
    public static StepInput WithinOf(ModelPlan plan) => new("ForwardInput", "float", "projections", plan.GateStrideName) { IsMultipliedWithin = true };

    /// <summary>The kinds that a model's cells have, for so many sequences.</summary>
    public static IEnumerable<StepInput> Of(ModelPlan plan, int rows) =>
        rows == 1 && plan.ProjectsWithinStep ? [.. Of(plan), WithinOf(plan)] : Of(plan);

    /// <summary>The kinds of which steps of any number of sequences are made.</summary>
    public static IEnumerable<StepInput> Of(ModelPlan plan)
    {
        if (plan.First.IsToken)
        {
            yield return Token;
        }

        if (plan.HasDenseCell)
        {
            yield return DenseOf(plan);
        }
    }

    /// <summary>The name of the kernel, before its number of rows.</summary>
    public string Kernel { get; }

    /// <summary>The type of the parameter.</summary>
    public string Type { get; }

    /// <summary>The name of the parameter.</summary>
    public string Name { get; }

    public bool IsToken => this == Token;

    /// <summary>The expression of how far the input of a row is from that of the first one.</summary>
    public string Place(string row) => _stride is null ? row : $"{row} * {_stride}";

    /// <summary>Whether the step reads a row of inputs, and the parameter is where it keeps what it makes of it.</summary>
    public bool IsMultipliedWithin { get; private init; }
}
