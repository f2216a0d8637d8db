using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The named constants of a model: sizes, strides and places.</summary>
internal static class LayoutEmitter
{
    public static string WriteFile(string space, string model, ModelPlan plan)
    {
        SourceWriter writer = new();
        GeneratedFile.WriteHeader(writer, $"{model}: its sizes and the layout of its memory.");
        writer.Line($"namespace {space};");
        writer.Line();
        writer.Line("/// <summary>Sizes, strides and places. Rows are padded to 16 floats with zeros, so that no kernel has a tail.</summary>");
        writer.Open("internal static class Layout");
        WriteConstants(writer, [
            ("VocabularySize", plan.Spec.Vocabulary, "Different tokens."),
            ("HiddenSize", plan.Spec.Hidden, "Hidden units."),
            ("SequenceLength", plan.Spec.SequenceLength, "Longest sequence, in steps."),
            ("OutputSize", plan.Spec.Outputs, "Outputs of the softmax."),
            ("HiddenStride", plan.HiddenStride, "A row of hidden units, padded."),
            .. GatedStrides(plan),
            ("OutputStride", plan.OutputStride, "A row of outputs, padded."),
        ]);
        writer.Line("// In the parameters and in their gradients: U and W by rows of inputs, that is transposed to PyTorch's.");
        writer.Line();
        WriteConstants(writer, [
            ("InputWeights", plan.InputWeights, $"U: VocabularySize rows of {plan.GateStrideName}."),
            ("RecurrentWeights", plan.RecurrentWeights, $"W: HiddenSize rows of {plan.GateStrideName} (and up to 7 of padding)."),
            ("HiddenBias", plan.HiddenBias, $"b: a row of {plan.GateStrideName}."),
            .. plan.Cell.HasCandidateBias
                ? [("CandidateBias", plan.CandidateBias, "d, the candidate's bias within the reset: a row of HiddenStride.")]
                : System.Array.Empty<(string, int, string)>(),
            ("OutputWeights", plan.OutputWeights, "V: HiddenSize rows of OutputStride (and up to 7 of padding)."),
            ("OutputBias", plan.OutputBias, "c: a row of OutputStride."),
            ("ParameterStorage", plan.ParameterStorage, "All of them."),
        ]);
        writer.Line("// In the transposed copy that the backward pass reads.");
        writer.Line();
        WriteConstants(writer, [
            ("RecurrentTransposed", plan.RecurrentTransposed, plan.Cell.IsGated ? "W': GateStride rows of HiddenStride." : "W': HiddenSize rows of HiddenStride."),
            ("OutputTransposed", plan.OutputTransposed, "V': OutputSize rows of HiddenStride."),
            ("TransposedStorage", plan.TransposedStorage, "Both."),
        ]);
        writer.Line("// The buffers of a training workspace.");
        writer.Line();
        WriteConstants(writer, plan.Buffers.Select((buffer, index) => (buffer.Name, index, buffer.Meaning)));
        writer.Line("// The parts of the weights' gradient that threads share out.");
        writer.Line();
        WriteConstants(writer, [
            ("RowParts", plan.RowParts, "Eight rows of W and V each."),
            ("InputParts", plan.InputParts, "Up to InputPartColumns columns of U and b each."),
            ("InputPartColumns", ModelPlan.InputGradientColumns, "Columns in such a part."),
        ], isLast: true);
        writer.Close();
        return writer.ToString();
    }

    private static IEnumerable<(string Name, int Value, string Meaning)> GatedStrides(ModelPlan plan)
    {
        if (plan.Cell.IsGated)
        {
            yield return ("GateStride", plan.GateStride, $"A row of the gates {(plan.Cell.HasCandidateBias ? "r, z and n" : "i, f, g and o")} side by side, each padded.");
            yield return ("StepStride", plan.StepStride, plan.Cell.HasCandidateBias
                ? "A row of what a step keeps for the way back: r, z, the recurrent part h of the candidate, and n."
                : "A row of what a step keeps for the way back: the gates.");
        }

        if (plan.Cell.States > 1)
        {
            yield return ("StateStride", plan.StateStride, "A row of the hidden state s and the cell state c, each padded.");
        }
    }

    private static void WriteConstants(SourceWriter writer, IEnumerable<(string Name, int Value, string Meaning)> constants, bool isLast = false)
    {
        writer.Lines(string.Join("\n\n", constants.Select(
            constant => $"/// <summary>{constant.Meaning}</summary>\npublic const int {constant.Name} = {constant.Value};")));
        if (!isLast)
        {
            writer.Line();
        }
    }
}
