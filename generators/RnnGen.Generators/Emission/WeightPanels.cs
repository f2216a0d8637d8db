using System.Globalization;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>Where columns of weights are that are stored in panels, by the names of the constants of their layout.</summary>
/// <param name="Panel">From a panel to the next.</param>
/// <param name="Gate">From a gate's first panel to that of the next gate.</param>
internal sealed record WeightPanels(string Panel, string Gate)
{
    /// <summary>The panels of W; null for a W whose rows are whole.</summary>
    public static WeightPanels? OfRecurrent(ModelPlan plan) => plan.OutgrowsCache ? new("RecurrentPanel", "RecurrentGate") : null;

    /// <summary>The panels of the weights of a dense input; null where their rows are whole.</summary>
    public static WeightPanels? OfInput(ModelPlan plan, InputPlan input) => plan.OutgrowsCache ? new(input.Name + "Panel", input.Name + "Gate") : null;

    /// <summary>Where the first column of a tile is.</summary>
    /// <param name="column">The expression of the column, counted over all gates: a number, or a name that counts in steps of a tile.</param>
    /// <param name="tileColumns">Columns of a tile: whole panels, or a part of one that divides it.</param>
    public string Place(string column, int tileColumns)
    {
        if (int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return Place(number);
        }

        string panel = $"{column} / {CachePlan.PanelWidthName} * {Panel}";
        return tileColumns % CachePlan.PanelWidth == 0 ? panel : $"({panel}) + ({column} % {CachePlan.PanelWidthName})";
    }

    /// <summary>Where a column is, counted over all gates, or how far from the first column of a tile one that is so many columns further right.</summary>
    public string Place(int column)
    {
        int panel = column / CachePlan.PanelWidth;
        int within = column % CachePlan.PanelWidth;
        return IndexExpression.Plus(IndexExpression.Times(panel, Panel), IndexExpression.Number(within));
    }
}
