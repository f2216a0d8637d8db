using System.Linq;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>
/// A step of a stream in one leaf: what a layer of few units reads, its gates, and the outputs. Where the sums fit, nothing of it goes through memory on the
/// way: a number that was just stored takes as long to come back as three multiply-adds.
/// </summary>
internal static class StreamingKernels
{
    private const string Summary = "One step of a stream: the product of the input, W s_(t-1), the gates, and V s_t + c. The state may stay in its place.";
    private const string Signature = "void Stream(ref float parameters, ref float inputs, ref float previous, ref float next, ref float logits)";

    public static void WriteContract(SourceWriter writer, ModelPlan plan)
    {
        if (plan.StreamsInOneKernel)
        {
            writer.Lines($"""
                /// <summary>{Summary}</summary>
                static abstract {Signature};

                """);
        }
    }

    /// <summary>Whether there is a kernel whose sums do not fit into the registers.</summary>
    public static bool HasMemory(VectorWidth width, ModelPlan plan)
    {
        var sums = new RegisterProduct(width, plan, "");
        return plan.StreamsInOneKernel && !(sums.Fits(plan.First.Width) && sums.Fits(plan.Spec.Hidden));
    }

    public static void Write(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        if (!plan.StreamsInOneKernel)
        {
            return;
        }

        writer.Line($"/// <summary>{Summary}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"public static {Signature}");
        if (HasMemory(width, plan))
        {
            WriteThroughMemory(writer, plan);
        }
        else
        {
            WriteInRegisters(writer, width, plan);
        }

        writer.Close();
        writer.Line();
    }

    private static void WriteInRegisters(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        var input = new RegisterProduct(width, plan, "u");
        var recurrent = new RegisterProduct(width, plan, "w");
        string type = "Vector" + width.Bits;
        writer.Lines("""
            ref float cell = ref parameters;
            ref float inputWeights = ref Unsafe.Add(ref cell, InputWeights);
            ref float bias = ref Unsafe.Add(ref cell, HiddenBias);
            ref float recurrent = ref Unsafe.Add(ref cell, RecurrentWeights);

            """);
        input.Write(writer, plan.First.Width, "inputs", "inputWeights", "bias");
        recurrent.Write(writer, plan.Spec.Hidden, "previous", "recurrent");
        bool isOne = recurrent.VectorsOfGate == 1;
        foreach (int vector in Enumerable.Range(0, recurrent.VectorsOfGate))
        {
            if (!isOne)
            {
                writer.Open("");
            }

            GatedCellKernels.Gates(plan).WriteForward(writer, new GateOperands
            {
                Units = new UnitVector(type, (vector * width.Lanes).ToString(System.Globalization.CultureInfo.InvariantCulture)),
                Recurrent = gate => recurrent.Sum(gate, vector),
                Input = gate => input.Sum(gate, vector),
                KeepsGates = false,
            });
            if (!isOne)
            {
                writer.Close();
            }
        }

        writer.Line();
        if (isOne && plan.OutputStride == Padding.Columns)
        {
            WriteOutputs(writer, width, plan);
        }
        else
        {
            writer.Line("Output1(ref parameters, ref next, ref logits);");
        }
    }

    /// <summary>The outputs of the state that is still in a register: each unit is spread from there.</summary>
    private static void WriteOutputs(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        VectorWidth outputs = width.Fitting(plan.Spec.Outputs);
        string part = string.Concat(Enumerable.Repeat(".GetLower()", outputs.Bits == width.Bits ? 0 : outputs.Bits * 2 == width.Bits ? 1 : 2));
        var operands = new ProductOperands
        {
            Left = null,
            LeftStride = "",
            Spread = unit => $"Vector{width.Bits}.Shuffle(s, Vector{width.Bits}.Create({unit})){part}",
            Weights = "Unsafe.Add(ref parameters, OutputWeights)",
            WeightStride = "OutputStride",
            Destination = "logits",
            DestinationStride = "OutputStride",
            Initial = (_, n) => $"Vector{outputs.Bits}.LoadUnsafe(ref Unsafe.Add(ref parameters, OutputBias{(n == "0" ? "" : " + " + n)}))",
        };
        writer.Open("");
        new ProductEmitter(
            ProductPlan.For(outputs, 1, plan.Spec.Hidden, outputs.ToVectors(plan.Spec.Outputs), ChainPlan.For(plan.Spec.Hidden, plan.OutputStride)),
            operands).Write(writer);
        writer.Close();
    }

    private static void WriteThroughMemory(SourceWriter writer, ModelPlan plan) => writer.Lines($"""
        Span<float> memory = AlignedMemory.Align(stackalloc float[GateStride + StepStride + AlignedMemory.Slack], GateStride + StepStride);
        ref float projections = ref memory[0];
        Input1(ref parameters, ref inputs, ref projections);
        ForwardDense1(ref parameters, ref projections, {(plan.HasRecurrentDropout ? "ref previous, " : "")}ref previous, ref next, ref memory[GateStride]);
        Output1(ref parameters, ref next, ref logits);
        """);
}
