using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>
/// The inference of one sequence by a stack of layers: a few steps of one layer, then the same steps of the next, so that the product of a
/// layer's input reads its weights once for all of them. Streaming is the same with a single step.
/// </summary>
internal static partial class StackPredictionEmitter
{
    public static void Write(SourceWriter writer, ModelPlan plan)
    {
        writer.Line($"/// <summary>Steps that {(plan.Spec.Layers == 1 ? "the layer makes before the output layer" : "every layer makes before the next one")} reads their states together.</summary>");
        writer.Line($"private const int Chunk = {plan.PredictionChunk};");
        writer.Line();
        switch (plan.Spec.Task)
        {
            case ModelTask.Classification:
                WriteWhole(writer, plan, "int", "Predict", "Span<float> probabilities", "probabilities", body: null);
                break;
            case ModelTask.Regression:
                WriteWhole(writer, plan, "void", "Predict", "Span<float> outputs", "outputs", plan.Spec.HasOutputEveryStep ? ChunkBody.Outputs : null);
                break;
            case ModelTask.Labeling:
                WriteWhole(writer, plan, "void", "Label", "Span<int> labels", "labels", ChunkBody.Labels);
                WriteWhole(writer, plan, "void", "Predict", "Span<float> probabilities", "probabilities", ChunkBody.Probabilities);
                break;
            default:
                WriteWhole(writer, plan, "void", "Predict", "Span<float> probabilities", "probabilities", ChunkBody.Probabilities);
                WriteWhole(writer, plan, "double", "LogProbability", "ReadOnlySpan<int> targets", "targets", ChunkBody.LogProbability);
                break;
        }

        WriteStep(writer, plan);
        writer.Line();
        WriteRun(writer, plan);
    }

    private static void WriteWhole(
        SourceWriter writer, ModelPlan plan, string type, string name, string result, string argument, ChunkBody? body)
    {
        bool hasFeatures = plan.Spec.Features > 0;
        string parameters = $"ReadOnlySpan<float> parameters, {Input(plan)}, {result}";
        Dispatch.Write(writer, "public", type, name, parameters, $"parameters, {InputArgument(plan)}, {argument}");
        writer.Line();
        writer.Lines($"""
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            private static {type} {name}<TKernels>({parameters})
                where TKernels : struct, IKernels
            """);
        writer.Open("");
        if (hasFeatures)
        {
            writer.Line("int length = features.Length / FeatureCount;");
        }

        WriteMemory(writer, plan, "Chunk", plan.PredictionChunk);
        string length = hasFeatures ? "length" : "tokens.Length";
        string top = Top(plan, "Chunk + 1");
        string stride = plan.StateStrideName;
        if (plan.Spec.Layers == 1)
        {
            writer.Lines($"""

                // Row 0 is the state before a chunk, and s_0 = 0.
                states.Slice(0, {stride}).Clear();
                """);
        }
        else
        {
            writer.Line();
            writer.Line("// Row 0 of each layer is the state before a chunk, and s_0 = 0.");
            writer.Open("for (int layer = 0; layer < LayerCount; layer++)");
            writer.Line($"states.Slice(layer * (Chunk + 1) * {stride}, {stride}).Clear();");
            writer.Close();
        }

        if (body?.Before.Length > 0)
        {
            writer.Line();
            writer.Lines(body.Before);
        }

        writer.Line();
        writer.Open($"for (int start = 0; start < {length}; start += Chunk)");
        writer.Line($"int count = Math.Min(Chunk, {length} - start);");
        if (hasFeatures)
        {
            writer.Line("standardization.Apply(features.Slice(start * FeatureCount, count * FeatureCount), inputs.Slice(0, count * InputStride), start);");
        }

        writer.Line($"Run<TKernels>(parameters, {(hasFeatures ? "count" : "tokens.Slice(start, count)")}, Chunk + 1, start == 0, {Arguments(plan)});");
        if (body is null)
        {
            WritePooling(writer, plan, top);
        }
        else
        {
            writer.Line($"Training.OutputRows<TKernels>(count, ref weights, ref states[{IndexExpression.Sum(top, stride)}], ref {OutputNames.PaddedOf(plan)}[0]);");
            if (body.OfChunk.Length > 0)
            {
                writer.Line(body.OfChunk);
            }

            writer.Open("for (int t = 0; t < count; t++)");
            writer.Lines(body.Row);
            writer.Close();
            writer.Line();
        }

        writer.Line("// The last state is the first of the next chunk.");
        if (plan.Spec.Layers == 1)
        {
            writer.Line($"states.Slice(count * {stride}, {stride}).CopyTo(states);");
        }
        else
        {
            writer.Open("for (int layer = 0; layer < LayerCount; layer++)");
            writer.Line($"Span<float> rows = states.Slice(layer * (Chunk + 1) * {stride}, (Chunk + 1) * {stride});");
            writer.Line($"rows.Slice(count * {stride}, {stride}).CopyTo(rows);");
            writer.Close();
        }

        writer.Close();
        if (body is null)
        {
            if (plan.HasPooling && plan.Spec.Pooling == ModelPooling.Mean)
            {
                writer.Line($"RowMath.Divide(summary.Slice(0, HiddenSize), {length});");
            }

            WriteAnswer(writer, plan, plan.HasPooling ? "summary[0]" : $"states[{top}]");
        }
        else if (body.After.Length > 0)
        {
            writer.Line(body.After);
        }

        writer.Close();
        writer.Line();
    }

    private static void WritePooling(SourceWriter writer, ModelPlan plan, string top)
    {
        if (!plan.HasPooling)
        {
            return;
        }

        writer.Open("for (int t = 0; t < count; t++)");
        writer.Line($"Span<float> state = states.Slice({(top == "0" ? "" : top + " + ")}((t + 1) * {plan.StateStrideName}), HiddenSize);");
        writer.Open("if (start + t == 0)");
        writer.Line("state.CopyTo(summary);");
        writer.Close();
        writer.Open("else");
        writer.Line($"{PoolingFunction(plan)}(state, summary.Slice(0, HiddenSize));");
        writer.Close();
        writer.Close();
        writer.Line();
    }

    private static void WriteRun(SourceWriter writer, ModelPlan plan)
    {
        string stride = plan.StateStrideName;
        writer.Lines($"""
            /// <summary>Some steps of every layer, from its row 0 of <paramref name="states"/> on, of which it has <paramref name="rows"/>; <paramref name="isStart"/> says that all are zero there.</summary>
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            private static void Run<TKernels>(ReadOnlySpan<float> parameters, {(plan.Spec.Features > 0 ? "int count" : "ReadOnlySpan<int> tokens")}, int rows, bool isStart, {ParametersOf(plan)})
                where TKernels : struct, IKernels
            """);
        writer.Open("");
        writer.Line("ref float weights = ref MemoryMarshal.GetReference(parameters);");
        writer.Line("ref float state = ref MemoryMarshal.GetReference(states);");
        if (plan.First.IsToken)
        {
            writer.Line("ref int token = ref MemoryMarshal.GetReference(tokens);");
        }
        else
        {
            if (plan.Spec.Embedding > 0)
            {
                writer.Line();
                writer.Line("// The numbers that stand for each token.");
                writer.Open("for (int t = 0; t < tokens.Length; t++)");
                writer.Line(plan.Spec.TiesEmbedding
                    ? "TiedEmbedding.Copy(parameters.Slice(OutputWeights), OutputStride, tokens[t], HiddenSize, inputs.Slice(t * InputStride, InputStride));"
                    : "parameters.Slice(EmbeddingWeights + (tokens[t] * InputStride), InputStride).CopyTo(inputs.Slice(t * InputStride));");
                writer.Close();
            }

            writer.Line();
            writer.Line("// The first layer: its input is multiplied for all steps, which are then made one by one.");
            writer.Line($"Training.InputRows<TKernels>({Count(plan)}, ref weights, ref inputs[0], ref projections[0]);");
        }

        WriteSteps(writer, plan, plan.First.IsToken ? StepInput.Token : StepInput.DenseOf(plan), "weights", "state");
        if (plan.UpperLayers > 0)
        {
            writer.Line();
            writer.Line("// Every further layer reads the states of the one below.");
            writer.Open("for (int layer = 1; layer < LayerCount; layer++)");
            writer.Lines($"""
                ref float cell = ref Unsafe.Add(ref weights, UpperCells + ((layer - 1) * UpperCellSize));
                ref float below = ref Unsafe.Add(ref state, (((layer - 1) * rows) + 1) * {stride});
                ref float own = ref Unsafe.Add(ref state, layer * rows * {stride});
                Training.UpperRows<TKernels>({Count(plan)}, ref cell, ref below, ref projections[0]);
                """);
            WriteSteps(writer, plan, StepInput.DenseOf(plan), "cell", "own");
            writer.Close();
        }

        writer.Close();
    }

    private static void WriteSteps(SourceWriter writer, ModelPlan plan, StepInput input, string cell, string states)
    {
        string stride = plan.StateStrideName;
        string number = plan.AlternatesEnds ? AlternatingTiles.NextStep + ",\n    " : "";
        string dropped = plan.HasRecurrentDropout ? $"ref Unsafe.Add(ref {states}, t * {stride}),\n    " : "";
        string read = input.IsToken ? "ref Unsafe.Add(ref token, t)" : $"ref projections[t * {plan.GateStrideName}]";
        writer.Open("if (isStart)");
        writer.Lines(StepKernels.StartCall(plan, input, cell, input.IsToken ? "token" : "projections[0]", states, $"Unsafe.Add(ref {states}, {stride})", "step[0]"));
        writer.Close();
        writer.Line();
        writer.Open($"for (int t = isStart ? 1 : 0; t < {Count(plan)}; t++)");
        writer.Lines($"""
            TKernels.{input.Kernel}1(
                {number}ref {cell},
                {read},
                {dropped}ref Unsafe.Add(ref {states}, t * {stride}),
                ref Unsafe.Add(ref {states}, (t + 1) * {stride}){(plan.Cell.IsGated ? ", ref step[0]" : "")});
            """);
        writer.Close();
    }

    private static void WriteAnswer(SourceWriter writer, ModelPlan plan, string summary)
    {
        writer.Line($"TKernels.Output1(ref weights, ref {summary}, ref {OutputNames.PaddedOf(plan)}[0]);");
        WriteAnswer(writer, plan);
    }

    private static void WriteAnswer(SourceWriter writer, ModelPlan plan)
    {
        writer.Lines(plan.Spec.Task == ModelTask.Regression
            ? "paddedOutputs.Slice(0, OutputSize).CopyTo(outputs);"
            : """
                int best = Softmax.Normalize(logits.Slice(0, OutputStride), OutputSize);
                logits.Slice(0, OutputSize).CopyTo(probabilities);
                return best;
                """);
    }

    /// <summary>The parameters of what is read.</summary>
    private static string Input(ModelPlan plan) => plan.Spec.Features > 0
        ? $"global::{RuntimeNames.FeatureStandardization} standardization, ReadOnlySpan<float> features"
        : "ReadOnlySpan<int> tokens";

    private static string InputArgument(ModelPlan plan) => plan.Spec.Features > 0 ? "standardization, features" : "tokens";

    /// <summary>The number of steps to run.</summary>
    private static string Count(ModelPlan plan) => plan.Spec.Features > 0 ? "count" : "tokens.Length";

    private static void WriteMemory(SourceWriter writer, ModelPlan plan, string steps, int count) => PredictionMemory.Write(writer, [.. PredictionMemory.Parts(plan, steps, count)]);

    /// <summary>The buffers that steps run in.</summary>
    private static IEnumerable<string> RunBuffers(ModelPlan plan) =>
        PredictionMemory.Parts(plan, "1", 1).Select(part => part.Name).Where(name => name != "summary" && name != OutputNames.PaddedOf(plan));

    private static string Arguments(ModelPlan plan) => string.Join(", ", RunBuffers(plan));

    private static string ParametersOf(ModelPlan plan) => string.Join(", ", RunBuffers(plan).Select(name => "Span<float> " + name));

    private static string PoolingFunction(ModelPlan plan) => plan.Spec.Pooling == ModelPooling.Mean ? "RowMath.Add" : "RowMath.Max";

    /// <summary>Where the last layer's rows begin.</summary>
    private static string Top(ModelPlan plan, string rows) =>
        plan.Spec.Layers == 1 ? "0" : $"(LayerCount - 1) * {IndexExpression.Bracketed(rows)} * {plan.StateStrideName}";
}
