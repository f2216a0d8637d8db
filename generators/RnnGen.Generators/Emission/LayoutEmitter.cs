using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using RnnGen.Generators.Model;
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
        writer.Line($"/// <summary>Sizes, strides and places. Rows are padded to {Padding.Columns} floats with zeros, so that no kernel has a tail.</summary>");
        writer.Open("internal static class Layout");
        WriteConstants(writer, [.. Sizes(plan), .. Strides(plan)]);
        WriteRates(writer, plan);
        string where = plan.Cells == 1 ? "In the parameters and in their gradients" : "In the numbers of a cell, of which each direction of each layer has one";
        writer.Line($"// {where}: U and W by rows of inputs, that is transposed to PyTorch's{(plan.OutgrowsCache ? ", in panels where it says so" : "")}.");
        writer.Line();
        WriteConstants(writer, Cell(plan));
        if (plan.Cells > 1)
        {
            writer.Line("// In the parameters and in their gradients: the cells of the first layer, those of the layers above, then the rest.");
            writer.Line();
        }

        WriteConstants(writer, Parameters(plan));
        writer.Line(plan.Cells == 1
            ? "// In the transposed copy that the backward pass reads."
            : "// In the transposed copy that the backward pass reads: cell by cell in the same order.");
        writer.Line();
        WriteConstants(writer, Transposed(plan));
        writer.Line(plan.Cells == 1
            ? "// The buffers of a training workspace."
            : "// The buffers of a training workspace: those of each cell, counted from its first one, then those that there are once.");
        writer.Line();
        WriteConstants(writer, Buffers(plan));
        writer.Line("// The parts of the weights' gradient that threads share out.");
        writer.Line();
        WriteConstants(writer, Parts(plan), isLast: true);
        writer.Close();
        return writer.ToString();
    }

    private static IEnumerable<(string Name, int Value, string Meaning)> Sizes(ModelPlan plan)
    {
        yield return plan.Spec.Features > 0
            ? ("FeatureCount", plan.Spec.Features, "Numbers of a step.")
            : ("VocabularySize", plan.Spec.Vocabulary, "Different tokens.");
        if (plan.Spec.Embedding > 0)
        {
            yield return ("EmbeddingSize", plan.Spec.Embedding, "Numbers that stand for a token.");
        }

        yield return ("HiddenSize", plan.Spec.Hidden, "Hidden units.");
        if (plan.Spec.Layers > 1)
        {
            yield return ("LayerCount", plan.Spec.Layers, "Layers.");
        }

        if (plan.Directions > 1)
        {
            yield return ("DirectionCount", plan.Directions, "Directions of a layer: forward, then reverse.");
            yield return ("JoinedSize", plan.JoinedSize, "The hidden units of both directions.");
        }

        yield return ("SequenceLength", plan.Spec.SequenceLength, "Longest sequence, in steps.");
        yield return ("OutputSize", plan.Spec.Outputs, plan.Spec.Task == ModelTask.Regression ? "Numbers that the network gives." : "Outputs of the softmax.");
    }

    private static IEnumerable<(string Name, int Value, string Meaning)> Strides(ModelPlan plan)
    {
        if (!plan.First.IsToken)
        {
            yield return (plan.First.StrideName, plan.First.Stride, "A row of what the first layer reads, padded.");
        }

        yield return ("HiddenStride", plan.HiddenStride, "A row of hidden units, padded.");
        if (plan.Directions > 1)
        {
            yield return ("JoinedStride", plan.JoinedStride, "A row of the hidden units of both directions, padded.");
        }

        if (plan.PairsGates)
        {
            yield return (plan.GateUnitsName, plan.GateUnits, "A gate's units, padded: two gates share a vector of 512 bits.");
        }

        if (plan.Cell.IsGated)
        {
            string gates = plan.Spec.Cell == ModelCell.Gru ? "r, z and n" : "i, f, g and o";
            yield return ("GateStride", plan.GateStride, $"A row of the gates {gates} side by side, each padded.");
            yield return ("StepStride", plan.StepStride, (plan.StepStride == plan.Cell.StepGates * plan.GateUnits ? "A row" : "From a row to the next") + " of what a step keeps for the way back: " + plan.Spec switch
            {
                { Cell: ModelCell.Gru, ResetsBefore: true } => "r, z, the state q that r was applied to, and n.",
                { Cell: ModelCell.Gru } => "r, z, the recurrent part h of the candidate, and n.",
                _ => "the gates.",
            });
        }

        if (WeightPanels.OfRecurrent(plan) is { } recurrent)
        {
            yield return (CachePlan.PanelWidthName, CachePlan.PanelWidth, $"A row of a panel of W{(plan.HasDenseCell ? ", and of a U that is multiplied" : "")}: so many columns of all rows stand together, in the order in which a step reads them.");
            yield return (recurrent.Panel, plan.RecurrentPanel, "From a panel of W to the next.");
            if (plan.Cell.IsGated)
            {
                yield return (recurrent.Gate, plan.GateOfPanels(plan.RecurrentPanel), "From a gate's panels of W to those of the next gate.");
            }

            foreach (InputPlan input in InputKernels.Of(plan))
            {
                WeightPanels panels = WeightPanels.OfInput(plan, input)!;
                int stride = CachePlan.PanelOf(input.WeightRows);
                string matrix = input == plan.First ? "U" : "U above the first layer";
                yield return (panels.Panel, stride, $"From a panel of {matrix} to the next.");
                if (plan.Cell.IsGated)
                {
                    yield return (panels.Gate, plan.GateOfPanels(stride), $"From a gate's panels of {matrix} to those of the next gate.");
                }
            }
        }

        if (plan.Cell.States > 1)
        {
            yield return ("StateStride", plan.StateStride, "A row of the hidden state s and the cell state c, each padded.");
        }

        yield return ("OutputStride", plan.OutputStride, "A row of outputs, padded.");
        if (plan.Directions == 1)
        {
            yield return ("StateSize", plan.StateSize, "What a stream keeps from step to step, without padding.");
        }
    }

    private static IEnumerable<(string Name, int Value, string Meaning)> Cell(ModelPlan plan)
    {
        string gates = plan.GateStrideName;
        string weights = plan.OutgrowsCache ? $"{gates}, in panels" : gates;
        yield return ("RecurrentWeights", 0, $"W: HiddenSize rows of {weights} (and up to {Padding.Rows - 1} of padding).");
        yield return ("HiddenBias", plan.HiddenBias, $"b: a row of {gates}.");
        if (plan.Cell.HasCandidateBias)
        {
            yield return ("CandidateBias", plan.CandidateBias, "d, the candidate's bias within the reset: a row of HiddenStride.");
        }

        yield return ("InputWeights", plan.InputWeights, (plan.First.IsToken, plan.UpperLayers) switch
        {
            (true, 0) => $"U: VocabularySize rows of {gates}.",
            (true, _) => $"U: VocabularySize rows of {gates}; above the first layer {plan.Upper.WidthName} rows of {weights} (and up to {Padding.Rows - 1} of padding).",
            (false, 0) => $"U: {plan.First.WidthName} rows of {weights} (and up to {Padding.Rows - 1} of padding).",
            _ => $"U: {plan.First.WidthName} rows of {weights}, above the first layer {plan.Upper.WidthName} rows (and up to {Padding.Rows - 1} of padding).",
        });
        if (plan.Cells > 1)
        {
            yield return ("FirstCellSize", plan.FirstCellSize, "All of them, for a cell of the first layer.");
        }

        if (plan.UpperLayers > 0)
        {
            yield return ("UpperCellSize", plan.UpperCellSize, "All of them, for a cell of a layer above.");
        }
    }

    private static IEnumerable<(string Name, int Value, string Meaning)> Parameters(ModelPlan plan)
    {
        if (plan.UpperLayers > 0)
        {
            yield return ("UpperCells", plan.UpperCells, "The cells of the layers above the first.");
        }

        if (plan.HasOwnEmbedding)
        {
            yield return ("EmbeddingWeights", plan.EmbeddingWeights, $"E: VocabularySize rows of {plan.First.StrideName}.");
        }

        yield return ("OutputWeights", plan.OutputWeights, $"V: {plan.JoinedSizeName} rows of OutputStride (and up to {Padding.Rows - 1} of padding).");
        yield return ("OutputBias", plan.OutputBias, "c: a row of OutputStride.");
        yield return ("ParameterStorage", plan.ParameterStorage, "All of them.");
        yield return ("ParameterCount", TensorPlans.CountOf(plan), "Those that are no padding.");
    }

    private static IEnumerable<(string Name, int Value, string Meaning)> Transposed(ModelPlan plan)
    {
        yield return ("RecurrentTransposed", 0, plan.Cell.IsGated ? "W': GateStride rows of HiddenStride." : "W': HiddenSize rows of HiddenStride.");
        if (plan.TransposesInputs)
        {
            yield return ("InputTransposed", plan.InputTransposed, $"U': {plan.GateStrideName} rows.");
        }

        if (plan.Cells > 1)
        {
            yield return ("FirstTransposedSize", plan.FirstTransposedSize, plan.HasInputGradient(plan.First) ? "Both, for a cell of the first layer." : "W' alone, for a cell of the first layer.");
        }

        if (plan.UpperLayers > 0)
        {
            yield return ("UpperTransposedSize", plan.UpperTransposedSize, "Both, for a cell of a layer above.");
            yield return ("UpperTransposed", plan.UpperTransposed, "The cells of the layers above the first.");
        }

        yield return ("OutputTransposed", plan.OutputTransposed, $"V': OutputSize rows of {plan.JoinedStrideName}.");
        yield return ("TransposedStorage", plan.TransposedStorage, "All of them.");
    }

    private static IEnumerable<(string Name, int Value, string Meaning)> Buffers(ModelPlan plan)
    {
        foreach ((BufferPlan buffer, int number) in new BufferPlans(plan).Named)
        {
            yield return (buffer.Name, number, buffer.Meaning);
        }

        if (plan.Cells > 1)
        {
            yield return ("CellBuffers", new BufferPlans(plan).OfCell.Count, "Buffers of a cell.");
        }
    }

    private static IEnumerable<(string Name, int Value, string Meaning)> Parts(ModelPlan plan)
    {
        yield return ("PartRows", plan.PartRows, "Rows of weights in a part.");
        yield return ("RecurrentRowCount", Padding.ToRows(plan.Spec.Hidden), "Rows of W with their padding: whole tiles of its gradient.");
        yield return ("RecurrentParts", plan.RecurrentParts, "Some rows of W each.");
        if (plan.First.IsToken)
        {
            yield return ("InputPartColumns", ModelPlan.InputGradientColumns, "Columns of U and b in a part.");
        }

        if (!plan.First.IsToken)
        {
            yield return ("InputRowCount", plan.First.WeightRows, "Rows of the first layer's U with their padding.");
            yield return ("InputRowParts", plan.RowParts(plan.First), "Some rows of the first layer's U each; b is one more.");
        }

        if (plan.UpperLayers > 0)
        {
            yield return ("UpperRowCount", plan.Upper.WeightRows, "Rows of U with their padding, above the first layer.");
            yield return ("UpperRowParts", plan.RowParts(plan.Upper), "Some rows of U each, above the first layer; b is one more.");
        }

        yield return ("FirstParts", plan.FirstParts, plan.Cells == 1 ? "Of W, U and b." : "Of a cell of the first layer: W, U and b.");
        if (plan.UpperLayers > 0)
        {
            yield return ("UpperParts", plan.UpperParts, "Of a cell of a layer above.");
        }

        yield return ("OutputPartRows", plan.OutputPartRows, "Rows of V in a part.");
        yield return ("OutputParts", plan.OutputParts, "Some rows of V each.");
        yield return ("GradientParts", plan.GradientParts, $"All of them; the last one is c{(plan.HasOwnEmbedding ? " and the embedding" : "")}.");
    }

    private static void WriteRates(SourceWriter writer, ModelPlan plan)
    {
        (string Name, double Rate, string Meaning)[] rates =
        [
            ("Dropout", plan.Spec.Dropout, "The probability that training drops a number on its way to a layer."),
            ("RecurrentDropout", plan.Spec.RecurrentDropout, "The probability that training drops a hidden unit from step to step."),
        ];
        foreach ((string name, double rate, string meaning) in rates.Where(rate => rate.Rate > 0))
        {
            writer.Line($"/// <summary>{meaning}</summary>");
            writer.Line($"public const float {name} = {((float)rate).ToString("R", CultureInfo.InvariantCulture)}f;");
            writer.Line();
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
