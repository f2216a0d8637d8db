using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>How the passes name what belongs to the cell at hand: parameters and numbers that a network of one cell has no need of.</summary>
internal static class CellCode
{
    /// <summary>What the methods of one cell take besides: where its buffers begin, and which way it reads.</summary>
    public static string Parameters(ModelPlan plan) =>
        (plan.Cells > 1 ? ", int buffers" : "") + (plan.Directions > 1 ? ", bool isReverse" : "");

    /// <summary>The arguments for them, of a cell with the given number and of a variable <c>direction</c>.</summary>
    public static string Arguments(ModelPlan plan, string cell) =>
        (plan.Cells > 1 ? $", {(cell == "0" ? "0" : cell + " * CellBuffers")}" : "") + (plan.Directions > 1 ? ", isReverse: direction == 1" : "");

    /// <summary>The number of a cell's buffer.</summary>
    public static string Buffer(ModelPlan plan, string name) => plan.Cells > 1 ? "buffers + " + name : name;

    /// <summary>The number by which dropout knows the cell at hand.</summary>
    public static string Site(ModelPlan plan) => plan.Cells > 1 ? "buffers / CellBuffers" : "0";

    /// <summary>The rows that the first layer multiplies.</summary>
    public static string FirstInputs(ModelPlan plan) => plan.Spec.Features > 0 ? "workspace.Features" : "workspace.Buffer(Inputs)";

    /// <summary>Opens the loop over the directions of a layer; nothing where there is one.</summary>
    public static void OpenDirections(SourceWriter writer, ModelPlan plan)
    {
        if (plan.Directions > 1)
        {
            writer.Open("for (int direction = 0; direction < DirectionCount; direction++)");
        }
    }

    /// <summary>Closes it.</summary>
    public static void CloseDirections(SourceWriter writer, ModelPlan plan)
    {
        if (plan.Directions > 1)
        {
            writer.Close();
        }
    }

    /// <summary>A reference to the numbers of a first layer's cell, of a variable <c>direction</c>.</summary>
    public static string First(ModelPlan plan, string name, string size) =>
        plan.Directions > 1 ? $"ref Unsafe.Add(ref {name}, direction * {size})" : $"ref {name}";

    /// <summary>The number of the cell at hand, of the variables <c>layer</c> and <c>direction</c>.</summary>
    public static string Cell(ModelPlan plan) => plan.Directions > 1 ? "(layer * DirectionCount) + direction" : "layer";

    /// <summary>A reference to the numbers of an upper layer's cell, of a variable <c>cell</c> which is its number.</summary>
    public static string Upper(ModelPlan plan, string name, string start, string size) =>
        $"ref Unsafe.Add(ref {name}, {start} + ((cell - {(plan.Directions > 1 ? "DirectionCount" : "1")}) * {size}))";

    /// <summary>The buffers of the states that the output layer reads: the last layer's, of each direction.</summary>
    public static string LastStates(ModelPlan plan) => States(plan, LastLayer(plan));

    /// <summary>The buffers of their gradients.</summary>
    public static string LastGradients(ModelPlan plan) => Gradients(plan, LastLayer(plan));

    /// <summary>The buffers of a layer's states, of each direction.</summary>
    public static string States(ModelPlan plan, string layer) => Buffers(plan, layer, "States");

    /// <summary>The buffers of their gradients.</summary>
    public static string Gradients(ModelPlan plan, string layer) => Buffers(plan, layer, "Gradients");

    private static string LastLayer(ModelPlan plan) => plan.UpperLayers == 0 ? "0" : "(LayerCount - 1)";

    private static string Buffers(ModelPlan plan, string layer, string name) => (plan.Directions, plan.Cells, layer) switch
    {
        (1, 1, _) => name,
        (1, _, _) => $"({layer} * CellBuffers) + {name}",
        (_, _, "0") => $"{name}, CellBuffers + {name}",
        _ => $"({layer} * DirectionCount * CellBuffers) + {name}, ((({layer} * DirectionCount) + 1) * CellBuffers) + {name}",
    };
}
