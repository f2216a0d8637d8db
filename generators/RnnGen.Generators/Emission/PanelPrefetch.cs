using RnnGen.Generators.Planning;
using static RnnGen.Generators.Emission.IndexExpression;

namespace RnnGen.Generators.Emission;

/// <summary>
/// The first rows of W of the tile of units that comes next, asked for while the gates of this one are computed: a processor with few instructions in flight would not come to its loads before they are done.
/// </summary>
/// <remarks>
/// Measured on Zen 3 in alternating processes, streams of 16 inputs: GRU of 64 and 128 units take 8 and 5 % less time, LSTM of 64 and 128 units 6 and 2 %. All requests together before the gates gain nothing, since loads wait for
/// them; so there are some before each nonlinearity, three rows, which was better than two or five. With 512 bits, on Zen 5, requests gained nothing.
/// </remarks>
/// <param name="plan">The model.</param>
internal sealed class PanelPrefetch(ModelPlan plan)
{
    /// <summary>The parameter of a method that asks for rows of W.</summary>
    public const string Parameter = ", ref float ahead";

    /// <summary>Its argument.</summary>
    public const string Argument = ", ref ahead";

    /// <summary>Rows of W, of all gates, that are asked for before a nonlinearity.</summary>
    private const int Rows = 3;

    /// <summary>What a step of one sequence of a gated cell asks for; null where it asks for nothing.</summary>
    public static PanelPrefetch? For(VectorWidth width, ModelPlan plan) => Pays(width, plan) ? new(plan) : null;

    /// <summary>Whether a step of one sequence asks for anything.</summary>
    public static bool Pays(VectorWidth width, ModelPlan plan) => width.Bits == VectorWidth.V256.Bits && plan.AlternatesEnds && plan.Cell.IsGated;

    /// <summary>Writes the request before a nonlinearity.</summary>
    public static void WriteStep(SourceWriter writer) => writer.Line("ahead = ref Prefetch(ref ahead);");

    /// <summary>Writes where the rows are that the next tile begins with; of the last one, those that it began with itself, as the next step will.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="first">The first unit of the tile.</param>
    public void WritePlace(SourceWriter writer, string first) => writer.Lines($"""

        // The first rows of W of the tile that comes next are on their way while the gates are computed.
        nuint nextUnits = (stepNumber & 1) == 0 ? Math.Min({first} + TileUnits, (Tiles - 1) * TileUnits) : {first} - Math.Min({first}, TileUnits);
        ref float ahead = ref Unsafe.Add(ref recurrent, {WeightPanels.OfRecurrent(plan)!.Place("nextUnits", CachePlan.PanelWidth)});
        """);

    /// <summary>Writes the method that asks for some rows.</summary>
    public void Write(SourceWriter writer)
    {
        writer.Lines("""
            /// <summary>Asks for some rows of W, of all gates, and goes on to those after them.</summary>
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            """);
        writer.Open("private static ref float Prefetch(ref float rows)");
        for (int gate = 0; gate < plan.Cell.WeightGates; gate++)
        {
            for (int row = 0; row < Rows; row++)
            {
                string place = Plus(Times(gate, "RecurrentGate"), Times(row, CachePlan.PanelWidthName));
                writer.Line($"CacheLines.Prefetch(ref {(place == "0" ? "rows" : $"Unsafe.Add(ref rows, {place})")});");
            }
        }

        writer.Line($"return ref Unsafe.Add(ref rows, {Times(Rows, CachePlan.PanelWidthName)});");
        writer.Close();
    }
}
