using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <content>The step of a stream.</content>
internal static partial class StackPredictionEmitter
{
    private static void WriteStep(SourceWriter writer, ModelPlan plan)
    {
        bool hasFeatures = plan.Spec.Features > 0;
        string output = plan.Spec.Task == ModelTask.Regression ? "outputs" : "probabilities";
        string type = plan.Spec.Task == ModelTask.Regression ? "void" : "int";
        string parameters = $"ReadOnlySpan<float> parameters, {(hasFeatures ? Input(plan) : "int token")}, Span<float> state, Span<float> {output}";
        string arguments = $"parameters, {(hasFeatures ? InputArgument(plan) : "token")}, state, {output}";
        Dispatch.Write(writer, "public", type, "Step", parameters, arguments);
        writer.Line();
        MemoryPart[] memory = [.. StepParts(plan)];
        PredictionMemory.OpenStep(writer, plan, type, parameters, arguments, memory);
        if (plan.StreamsInOneKernel)
        {
            WriteStreamedStep(writer, plan);
        }
        else
        {
            WriteStepOfRows(writer, plan);
        }

        PredictionMemory.CloseStep(writer, plan, type, memory);
    }

    /// <summary>The step of rows of states: what the caller kept, and what it is to keep.</summary>
    private static void WriteStepOfRows(SourceWriter writer, ModelPlan plan)
    {
        bool hasFeatures = plan.Spec.Features > 0;
        string stride = plan.StateStrideName;
        string inputs = hasFeatures || plan.ProjectsWithinStep ? WriteStepInput(writer, plan) : "";
        bool readsState = ReadsStateOfCaller(plan);
        string previous = readsState ? "state[0]" : "states[0]";
        string next = readsState ? "0" : stride;
        if (readsState)
        {
            writer.Line();
            writer.Line("// The state is read where the caller has it, and goes there when all units are done.");
        }
        else
        {
            WriteTaking(writer, plan);
        }

        writer.Lines(plan.ProjectsWithinStep
            ? $"""
                TKernels.{StepInput.WithinOf(plan).Kernel}1(
                    {AlternatingTiles.NextStep},
                    ref weights,
                    ref {inputs},
                    ref projections[0],
                    {(plan.HasRecurrentDropout ? $"ref {previous},\n    " : "")}ref {previous},
                    ref states[{next}]{(plan.Cell.IsGated ? ",\n    ref step[0]" : "")});
                """
            : $"Run<TKernels>(parameters, {(hasFeatures ? "1" : "new ReadOnlySpan<int>(in token)")}, 2, isStart: false, {Arguments(plan)});");
        WriteGiving(writer, plan, next);
        string top = IndexExpression.Sum(Top(plan, "2"), next);
        if (!plan.HasPooling)
        {
            writer.Line();
            WriteStepAnswer(writer, plan, $"states[{top}]");
            return;
        }

        int kept = plan.Spec.Layers * plan.Cell.States;
        string place = IndexExpression.Times(kept, "HiddenSize");
        writer.Lines($"""

            // The summary of the states so far, and after it their number.
            Span<float> kept = state.Slice({place}, HiddenSize);
            ref float read = ref state[{place} + HiddenSize];
            Span<float> last = states.Slice({top}, HiddenSize);
            """);
        writer.Open("if (read == 0)");
        writer.Line("last.CopyTo(kept);");
        writer.Close();
        writer.Open("else");
        writer.Line($"{PoolingFunction(plan)}(last, kept);");
        writer.Close();
        writer.Line();
        writer.Line("read++;");
        if (plan.Spec.Pooling == ModelPooling.Mean)
        {
            writer.Line();
            writer.Line("// Sum and number by half, which leaves the mean as it is: in a sum without end, a step would soon be less than its rounding.");
            writer.Open("if (read >= RowMath.MostSummedSteps)");
            writer.Line("RowMath.Divide(kept, 2);");
            writer.Line("read /= 2;");
            writer.Close();
            writer.Line();
        }

        writer.Line("kept.CopyTo(summary);");
        if (plan.Spec.Pooling == ModelPooling.Mean)
        {
            writer.Line("RowMath.Divide(summary.Slice(0, HiddenSize), (int)read);");
        }

        WriteStepAnswer(writer, plan, "summary[0]");
    }

    /// <summary>Whether the kernel of a step reads the state where the caller has it, which has no padding between its parts.</summary>
    private static bool ReadsStateOfCaller(ModelPlan plan) => plan.ProjectsWithinStep && plan.Spec.Hidden == plan.HiddenStride;

    /// <summary>The step of a single layer that one kernel makes. A state without padding stays where the caller has it.</summary>
    private static void WriteStreamedStep(SourceWriter writer, ModelPlan plan)
    {
        bool isInPlace = StreamingKernels.IsInPlace(plan);
        string inputs = WriteStepInput(writer, plan);
        string previous = isInPlace ? "state[0]" : "states[0]";
        string next = isInPlace ? "state[0]" : $"states[{plan.StateStrideName}]";
        if (!isInPlace)
        {
            WriteTaking(writer, plan);
        }

        writer.Line($"TKernels.Stream(ref weights, ref {inputs}, ref {previous}, ref {next}, ref {Outputs(plan)});");
        if (!isInPlace)
        {
            WriteGiving(writer, plan, plan.StateStrideName);
        }

        if (!AnswersInPlace(plan))
        {
            writer.Line();
            WriteAnswer(writer, plan);
        }
    }

    /// <summary>Where the output layer of a step writes.</summary>
    private static string Outputs(ModelPlan plan) => AnswersInPlace(plan) ? "outputs[0]" : OutputNames.PaddedOf(plan) + "[0]";

    /// <summary>Whether what the output layer writes is the answer, in full and without padding.</summary>
    private static bool AnswersInPlace(ModelPlan plan) => plan.Spec.Task == ModelTask.Regression && plan.HasUnpaddedOutputs;

    /// <summary>Writes the output layer over a summary, and what is made of its outputs.</summary>
    private static void WriteStepAnswer(SourceWriter writer, ModelPlan plan, string summary)
    {
        writer.Line($"TKernels.Output1(ref weights, ref {summary}, ref {Outputs(plan)});");
        if (!AnswersInPlace(plan))
        {
            WriteAnswer(writer, plan);
        }
    }

    /// <summary>Writes what a dense step reads, and returns the expression of its first number.</summary>
    private static string WriteStepInput(SourceWriter writer, ModelPlan plan)
    {
        if (plan.HasOwnEmbedding)
        {
            writer.Line("ref float row = ref Unsafe.Add(ref weights, EmbeddingWeights + (token * InputStride));");
            return "row";
        }

        writer.Line(plan.Spec.Features > 0
            ? "standardization.ApplyStep(features.Slice(0, FeatureCount), inputs);"
            : "TiedEmbedding.Copy(parameters.Slice(OutputWeights), OutputStride, token, HiddenSize, inputs);");
        return "inputs[0]";
    }

    /// <summary>Writes the copies from the caller's state to the first row of every layer's states.</summary>
    private static void WriteTaking(SourceWriter writer, ModelPlan plan)
    {
        string ofLayer = plan.Spec.Layers == 1 ? "" : " of each layer";
        writer.Line();
        writer.Line($"// Row 0{ofLayer} is what the caller kept, row 1 what it is to keep.");
        WriteExchange(writer, plan, "0", (row, part) => $"{part}.CopyTo({row});");
    }

    /// <summary>Writes the copies from a row of every layer's states, that of the step, to the caller's state.</summary>
    private static void WriteGiving(SourceWriter writer, ModelPlan plan, string row) =>
        WriteExchange(writer, plan, row, (row, part) => $"{row}.CopyTo({part});");

    /// <summary>Writes the copies between the caller's state, which has no padding, and a row of every layer's states.</summary>
    private static void WriteExchange(SourceWriter writer, ModelPlan plan, string row, System.Func<string, string, string> copy)
    {
        string stride = plan.StateStrideName;
        bool isSingle = plan.Spec.Layers == 1;
        if (!isSingle)
        {
            writer.Open("for (int layer = 0; layer < LayerCount; layer++)");
        }

        for (int part = 0; part < plan.Cell.States; part++)
        {
            string own = isSingle ? "0" : $"layer * {IndexExpression.Times(plan.Cell.States, "HiddenSize")}";
            string place = isSingle ? "0" : $"layer * 2 * {stride}";
            writer.Line(copy(
                $"states.Slice({IndexExpression.Sum(place, row, IndexExpression.Times(part, "HiddenStride"))}, HiddenSize)",
                $"state.Slice({IndexExpression.Sum(own, IndexExpression.Times(part, "HiddenSize"))}, HiddenSize)"));
        }

        if (!isSingle)
        {
            writer.Close();
        }
    }

    /// <summary>The memory of a step of a stream.</summary>
    public static IEnumerable<MemoryPart> StepParts(ModelPlan plan)
    {
        bool readsTable = plan.HasOwnEmbedding && (plan.StreamsInOneKernel || plan.ProjectsWithinStep);
        return PredictionMemory.Parts(plan, "1", 1)
            .Where(part => part.Name switch
            {
                "inputs" => !readsTable,
                "states" => !StreamingKernels.IsInPlace(plan),
                _ => part.Name == OutputNames.PaddedOf(plan) ? !AnswersInPlace(plan) : !plan.StreamsInOneKernel,
            })
            .Select(part => part.Name == "states" && ReadsStateOfCaller(plan) ? new MemoryPart("states", plan.StateStrideName, plan.StateStride) : part);
    }
}
