using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>
/// A step of a stream in one method: what a layer of few units reads, its gates, and the outputs. Where the sums fit, they do not go through memory on the
/// way, nor does the state on its way to the outputs if a vector holds it: a number that was just stored takes as long to come back as three multiply-adds.
/// </summary>
internal static class StreamingKernels
{
    public static void WriteContract(SourceWriter writer, ModelPlan plan)
    {
        if (plan.StreamsInOneKernel)
        {
            writer.Lines($"""
                /// <summary>{Summary(plan)}</summary>
                static abstract {Signature(plan)};

                """);
        }
    }

    /// <summary>
    /// Whether the state stays where the caller has it: it has no padding, or fills narrower vectors, and then no kernel has rows with padding for it.
    /// </summary>
    public static bool IsInPlace(ModelPlan plan) => plan.StreamsInOneKernel
        && (plan.Spec.Hidden == plan.HiddenStride || (plan.HasUnpaddedState && !VectorWidth.All.Any(width => StreamingSums.NeedMemory(width, plan))));

    public static void Write(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        if (!plan.StreamsInOneKernel)
        {
            return;
        }

        writer.Line($"/// <summary>{Summary(plan)}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"public static {Signature(plan)}");
        if (!StreamingSums.NeedMemory(width, plan))
        {
            WriteInRegisters(writer, width, plan);
        }
        else if (new UnitLoop(width, plan) is { Pays: true } loop)
        {
            WriteByUnits(writer, width, plan, loop);
        }
        else
        {
            WriteThroughMemory(writer, width, plan);
        }

        writer.Close();
        writer.Line();
    }

    private static string Signature(ModelPlan plan) =>
        $"void Stream(ref float parameters, ref float inputs, ref float previous, ref float next, ref float {OutputNames.Of(plan)})";

    private static string Summary(ModelPlan plan)
    {
        string units = plan.Cell.IsGated ? "the gates" : plan.Spec.Nonlinearity == ModelNonlinearity.Tanh ? "tanh" : "relu";
        return $"One step of a stream: the product of the input, W s_(t-1), {units}, and V s_t + c. The state may stay in its place.";
    }

    private static void WriteInRegisters(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        var input = new RegisterProduct(width, plan, "u", plan.Spec.Hidden);
        var recurrent = new RegisterProduct(width, plan, "w", plan.Spec.Hidden);
        writer.Lines("""
            ref float cell = ref parameters;
            ref float inputWeights = ref Unsafe.Add(ref cell, InputWeights);
            ref float bias = ref Unsafe.Add(ref cell, HiddenBias);
            ref float recurrent = ref Unsafe.Add(ref cell, RecurrentWeights);

            """);
        input.Write(writer, plan.First.Width, "inputs", "inputWeights", (_, _, column) => $"{input.SumType}.LoadUnsafe(ref bias{(column == "0" ? "" : ", " + column)})");
        recurrent.Write(writer, plan.Spec.Hidden, "previous", "recurrent", plan.Cell.IsGated ? null : (gate, vector, _) => input.Sum(gate, vector));
        WriteUnits(writer, plan, [.. recurrent.Vectors.Select(vector => new GateOperands
        {
            Units = recurrent.Units(vector, IsInPlace(plan) ? "HiddenSize" : "HiddenStride"),
            Suffix = recurrent.Suffix(vector),
            Input = gate => input.Sum(gate, vector),
            Recurrent = gate => recurrent.Sum(gate, vector),
            ArePairs = recurrent.ArePairs,
            KeepsGates = false,
        })]);

        writer.Line();
        if (recurrent.VectorsOfGate == 1 && plan.OutputStride == Padding.Columns)
        {
            WriteOutputs(writer, recurrent.Width, plan);
        }
        else
        {
            writer.Line($"Output1(ref parameters, ref next, ref {OutputNames.Of(plan)});");
        }
    }

    private static void WriteUnits(SourceWriter writer, ModelPlan plan, IReadOnlyList<GateOperands> vectors)
    {
        if (plan.Cell.IsGated)
        {
            GatedCellKernels.Gates(plan).WriteForward(writer, vectors);
            return;
        }

        GateOperands.WriteEach(writer, vectors, v => $"""
            {v.Units.Type}<float> s{v.Suffix} = VectorMath.{ElmanCellKernels.Function(plan)}({v.Recurrent(0)});
            {v.Units.Store("s" + v.Suffix, "next")}
            """);
    }

    /// <summary>The outputs of the state that is still in a register: each unit is spread from there.</summary>
    private static void WriteOutputs(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        VectorWidth outputs = width.Fitting(plan.Spec.Outputs);
        string part = outputs.Bits == width.Bits ? "" : ".GetLower()";
        var operands = new ProductOperands
        {
            Left = null,
            LeftStride = "",
            Spread = unit => $"Vector{width.Bits}.Shuffle(s, Vector{width.Bits}.Create({unit})){part}",
            Weights = "Unsafe.Add(ref parameters, OutputWeights)",
            WeightStride = "OutputStride",
            Destination = OutputNames.Of(plan),
            DestinationStride = "OutputStride",
            Initial = (_, n) => $"Vector{outputs.Bits}.LoadUnsafe(ref Unsafe.Add(ref parameters, OutputBias{(n == "0" ? "" : " + " + n)}))",
        };
        int columns = outputs.ToVectors(plan.Spec.Outputs);
        ChainPlan chains = ChainPlan.For(plan.Spec.Hidden, plan.OutputStride);

        // A single tile, four vectors at most: a loop over tiles would spread the units again for each.
        writer.Open("");
        new ProductEmitter(new ProductPlan(outputs, 1, plan.Spec.Hidden, columns, chains, 1, columns / outputs.Lanes), operands).Write(writer);
        writer.Close();
    }

    private static void WriteByUnits(SourceWriter writer, VectorWidth width, ModelPlan plan, UnitLoop loop)
    {
        writer.Lines($"""
            ref float cell = ref parameters;
            ref float inputWeights = ref Unsafe.Add(ref cell, InputWeights);
            ref float bias = ref Unsafe.Add(ref cell, HiddenBias);
            ref float recurrent = ref Unsafe.Add(ref cell, RecurrentWeights);

            // The next state may take the place of the one before, which the last units still need.
            Span<float> memory = AlignedMemory.Align(stackalloc float[HiddenStride + AlignedMemory.Slack], HiddenStride);
            ref float before = ref memory[0];
            """);
        int units = width.ToVectors(plan.Spec.Hidden);
        string end = units == plan.HiddenStride ? "HiddenStride" : IndexExpression.Number(units);
        writer.Open($"for (nuint n = 0; n < {end}; n += {width.Lanes})");
        writer.Line($"{loop.Units.Type}.LoadUnsafe(ref previous, n).StoreUnsafe(ref before, n);");
        writer.Close();
        writer.Line();
        RegisterProduct input = loop.Sums("u");
        RegisterProduct recurrent = loop.Sums("w");
        loop.Write(writer, end, () =>
        {
            input.Write(writer, plan.First.Width, "inputs", "inputWeights", (_, _, column) => $"{input.SumType}.LoadUnsafe(ref bias, {column})", UnitLoop.FirstUnit);
            writer.Line();
            recurrent.Write(writer, plan.Spec.Hidden, "before", "recurrent", firstUnit: UnitLoop.FirstUnit);
            writer.Line();
            GatedCellKernels.Gates(plan).WriteForward(writer, [new GateOperands
            {
                Units = loop.Units,
                Input = gate => input.Sum(gate, 0),
                Recurrent = gate => recurrent.Sum(gate, 0),
                KeepsGates = false,
            }]);
        });
        writer.Line();
        writer.Line($"Output1(ref parameters, ref next, ref {OutputNames.Of(plan)});");
    }

    private static void WriteThroughMemory(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        // A state that is computed in place of the one before it would be read by its own product, were it not for the rows of gates between them.
        string row = plan.Cell.IsGated ? "StepStride" : "HiddenStride";
        string previous = plan.HasRecurrentDropout ? "ref previous, ref previous" : "ref previous";
        writer.Lines($"""
            Span<float> memory = AlignedMemory.Align(stackalloc float[{plan.GateStrideName} + {row} + AlignedMemory.Slack], {plan.GateStrideName} + {row});
            ref float projections = ref memory[0];
            ref float {(plan.Cell.IsGated ? "step" : "state")} = ref memory[{plan.GateStrideName}];
            Input1(ref parameters, ref inputs, ref projections);
            ForwardDense1(ref parameters, ref projections, {previous}, {(plan.Cell.IsGated ? "ref next, ref step" : "ref state")});
            """);
        if (!plan.Cell.IsGated)
        {
            writer.Open($"for (nuint n = 0; n < HiddenStride; n += {width.Lanes})");
            writer.Line($"Vector{width.Bits}.LoadUnsafe(ref state, n).StoreUnsafe(ref next, n);");
            writer.Close();
            writer.Line();
        }

        writer.Line($"Output1(ref parameters, ref next, ref {OutputNames.Of(plan)});");
    }
}
