using System.Linq;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>
/// The kernel for the steps of one sequence, where <see cref="ModelPlan.HasStepsKernel">there is one</see>. With vectors of 512 bits the state stays in registers from step to step;
/// narrower ones would need all their registers for it, and take the steps one by one.
/// </summary>
internal static class ElmanStepsKernel
{
    /// <summary>The kernel.</summary>
    public const string Name = "Steps1";

    private const string Parameters = "ref float cell, ref int tokens, int count, ref float states, int mask";

    private const string Summary =
        "Steps of one sequence, one after another, from the state in row 0. Step t leaves its state in row (t + 1) &amp; mask: of two rows in turns with a mask of 1, in a row of its own with -1.";

    public static void WriteContract(SourceWriter writer, ModelPlan plan)
    {
        if (plan.HasStepsKernel)
        {
            writer.Lines($"""

                /// <summary>{Summary}</summary>
                static abstract void {Name}({Parameters});
                """);
        }
    }

    public static void Write(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        if (!plan.HasStepsKernel)
        {
            return;
        }

        writer.Lines($"""

            /// <summary>{Summary}</summary>
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            """);
        writer.Open($"public static void {Name}({Parameters})");
        if (width == VectorWidth.V512)
        {
            WriteInRegisters(writer, width, plan);
        }
        else
        {
            writer.Lines("""
                for (int t = 0; t < count; t++)
                {
                    Forward1(
                        ref cell,
                        ref Unsafe.Add(ref tokens, t),
                        ref Unsafe.Add(ref states, (t & mask) * HiddenStride),
                        ref Unsafe.Add(ref states, ((t + 1) & mask) * HiddenStride));
                }
                """);
        }

        writer.Close();
    }

    private static void WriteInRegisters(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        string vector = $"Vector{width.Bits}";
        UnitVector[] units = [.. Enumerable.Range(0, plan.HiddenStride / width.Lanes).Select(v => new UnitVector(vector, $"{v * width.Lanes}"))];
        writer.Lines("""
            ref float recurrent = ref Unsafe.Add(ref cell, RecurrentWeights);
            ref float bias = ref Unsafe.Add(ref cell, HiddenBias);
            """);
        for (int v = 0; v < units.Length; v++)
        {
            writer.Line($"{vector}<float> s{v} = {units[v].Load("states")};");
        }

        writer.Open("for (int t = 0; t < count; t++)");
        writer.Line("ref float input = ref Unsafe.Add(ref cell, InputWeights + (Unsafe.Add(ref tokens, t) * HiddenStride));");
        for (int unit = 0; unit < plan.Spec.Hidden; unit += 4)
        {
            writer.Line($"{vector}<float> four{unit} = LaneSpread.Quarter(s{unit / width.Lanes}, {unit % width.Lanes / 4});");
        }

        writer.Line();
        int finished = 0;
        var operands = new ProductOperands
        {
            Left = null,
            LeftStride = "",
            Spread = unit => $"LaneSpread.Of(four{unit / 4 * 4}, {unit % 4})",
            Weights = "recurrent",
            WeightStride = "HiddenStride",
            Destination = null,
            DestinationStride = "",
            Initial = (_, n) => $"{new UnitVector(vector, n).Load("input")} + {new UnitVector(vector, n).Load("bias")}",
            Finish = (w, _, _, sum) => w.Line($"s{finished++} = VectorMath.{ElmanCellKernels.Function(plan)}({sum});"),
        };
        new ProductEmitter(ProductPlan.For(width, 1, plan.Spec.Hidden, plan.HiddenStride), operands).Write(writer);
        writer.Line();
        writer.Line("ref float state = ref Unsafe.Add(ref states, ((t + 1) & mask) * HiddenStride);");
        for (int v = 0; v < units.Length; v++)
        {
            writer.Line(units[v].Store($"s{v}", "state"));
        }

        writer.Close();
    }
}
