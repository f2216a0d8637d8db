using System.Collections.Generic;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Emission;

/// <summary>What a network computes, in words and in the letters of the literature.</summary>
internal static class ModelEquations
{
    private const string OneHot = "x_t is one-hot, so that U x_t is a row of memory";
    private const string Reverse = "hidden state of the reverse cell, from the last step to the first";

    /// <summary>The network in a sentence.</summary>
    public static string Sentence(ModelSpec spec) => spec.Task switch
    {
        ModelTask.Classification => $"{Network(spec)} that gives a sequence one of {spec.Outputs} classes.",
        ModelTask.Labeling => $"{Network(spec)} that gives every {(spec.Features > 0 ? "step" : "token")} one of {spec.Outputs} labels.",
        ModelTask.Regression => $"{Network(spec)} that gives {(spec.HasOutputEveryStep ? "every step" : "a sequence")} {Count(spec.Outputs, "number")}.",
        _ => $"{Network(spec)} that gives the distribution of the next of {spec.Vocabulary} tokens.",
    };

    /// <summary>The equations in their order, each with what it gives.</summary>
    public static IEnumerable<(string Equation, string Meaning)> Of(ModelSpec spec)
    {
        if (spec.Embedding > 0)
        {
            yield return spec.TiesEmbedding
                ? ("x_t = V (token t)", "the token's row of the output layer, which is the embedding")
                : ("x_t = E (token t)", "the token's row of the embedding");
        }

        if (spec.Features > 0)
        {
            yield return ("x_t = (features - mean) / deviation", "number by number, as the training set has them");
        }

        string input = spec.Embedding + spec.Features > 0 ? "" : "; " + OneHot;
        foreach ((string equation, string meaning) in CellEquations(spec))
        {
            yield return (equation, meaning + input);
            input = "";
        }

        if (spec.IsBidirectional)
        {
            foreach ((string Equation, string Meaning) line in ReverseEquations(spec))
            {
                yield return line;
            }
        }

        if (spec.Layers > 1)
        {
            yield return ($"x_t = {States(spec, "t")} of the layer below", "for each layer above the first; in the table, letters have the number of their layer, from 0");
        }

        if (!spec.HasOutputEveryStep && spec.Pooling != ModelPooling.Last)
        {
            (string first, string last) = (States(spec, "1"), States(spec, "T"));
            yield return spec.Pooling == ModelPooling.Mean
                ? ($"p   = ({first} + ... + {last}) / T", "the mean over time")
                : ($"p   = max({first}, ..., {last})", "the largest over time, unit by unit");
        }

        yield return OutputEquation(spec);
    }

    private static string Network(ModelSpec spec)
    {
        string way = spec.IsBidirectional ? "bidirectional " : "";
        string units = Count(spec.Hidden, "hidden unit") + (spec.IsBidirectional, spec.Layers) switch
        {
            (false, 1) => "",
            (false, _) => $" in each of {spec.Layers} layers",
            (true, 1) => " in each direction",
            _ => $" in each direction of each of {spec.Layers} layers",
        };
        return spec.Cell switch
        {
            ModelCell.Gru => $"a {way}GRU of {units}",
            ModelCell.Lstm => $"{(way.Length > 0 ? "a bidirectional" : "an")} LSTM of {units}",
            _ => $"{(way.Length > 0 ? "a bidirectional" : "an")} Elman network of {units}",
        };
    }

    private static (string Equation, string Meaning)[] CellEquations(ModelSpec spec) => spec.Cell switch
    {
        ModelCell.Gru =>
        [
            ("r_t = sigmoid(U_r x_t + W_r s_(t-1) + b_r)", "reset"),
            ("z_t = sigmoid(U_z x_t + W_z s_(t-1) + b_z)", "update"),
            (spec.ResetsBefore ? "n_t = tanh(U_n x_t + W_n (r_t * s_(t-1)) + b_n)" : "n_t = tanh(U_n x_t + b_n + r_t * (W_n s_(t-1) + d))", "candidate"),
            ("s_t = (1 - z_t) * n_t + z_t * s_(t-1)", "hidden state, s_0 = 0"),
        ],
        ModelCell.Lstm =>
        [
            ("i_t = sigmoid(U_i x_t + W_i s_(t-1) + b_i)", "input gate"),
            ("f_t = sigmoid(U_f x_t + W_f s_(t-1) + b_f)", "forget gate"),
            ("g_t = tanh(U_g x_t + W_g s_(t-1) + b_g)", "candidate"),
            ("o_t = sigmoid(U_o x_t + W_o s_(t-1) + b_o)", "output gate"),
            ("c_t = f_t * c_(t-1) + i_t * g_t", "cell state, c_0 = 0"),
            ("s_t = o_t * tanh(c_t)", "hidden state, s_0 = 0"),
        ],
        _ => [($"s_t = {Function(spec)}(U x_t + W s_(t-1) + b)", "hidden state, s_0 = 0")],
    };

    /// <summary>
    /// What the reverse cell makes of the same sequence: its states in full; of its gates, whose equations are the same in other letters, only how these differ.
    /// </summary>
    private static (string Equation, string Meaning)[] ReverseEquations(ModelSpec spec) => spec.Cell switch
    {
        ModelCell.Gru =>
        [
            ("sr_t = (1 - z_t) * n_t + z_t * sr_(t+1)", $"{Reverse}, sr_(T+1) = 0; its gates have {(spec.ResetsBefore ? "Ur, Wr and br" : "Ur, Wr, br and dr")}, and sr_(t+1) for s_(t-1)"),
        ],
        ModelCell.Lstm =>
        [
            ("cr_t = f_t * cr_(t+1) + i_t * g_t", "cell state of the reverse cell, cr_(T+1) = 0; its gates have Ur, Wr and br, and sr_(t+1) for s_(t-1)"),
            ("sr_t = o_t * tanh(cr_t)", $"{Reverse}, sr_(T+1) = 0"),
        ],
        _ => [($"sr_t = {Function(spec)}(Ur x_t + Wr sr_(t+1) + br)", $"{Reverse}, sr_(T+1) = 0")],
    };

    /// <summary>What the layer above reads of a step.</summary>
    private static string States(ModelSpec spec, string step) => spec.IsBidirectional ? $"[s_{step}, sr_{step}]" : $"s_{step}";

    private static string Function(ModelSpec spec) => spec.Nonlinearity == ModelNonlinearity.Tanh ? "tanh" : "relu";

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static (string Equation, string Meaning) OutputEquation(ModelSpec spec)
    {
        string one = spec.Task == ModelTask.Regression ? "the outputs" : "the classes";
        string steps = spec.Features > 0 ? "step" : "token";
        return spec switch
        {
            { Task: ModelTask.Labeling } => ($"y_t = {Answer(spec, $"V {States(spec, "t")} + c")}", $"the labels, at every {steps}"),
            { Task: ModelTask.Generation } => ($"y_t = {Answer(spec, "V s_t + c")}", "the next token, at every token"),
            { Task: ModelTask.Regression, HasOutputEveryStep: true } => ($"y_t = {Answer(spec, $"V {States(spec, "t")} + c")}", $"the outputs, at every {steps}"),
            { Pooling: not ModelPooling.Last } => ($"y   = {Answer(spec, "V p + c")}", one),
            { IsBidirectional: true } => ($"y   = {Answer(spec, "V [s_T, sr_1] + c")}", $"{one}, from the state of each direction after all of its steps"),
            _ => ($"y   = {Answer(spec, "V s_T + c")}", $"{one}, after the last {steps}"),
        };
    }

    private static string Answer(ModelSpec spec, string logits) => spec.Task == ModelTask.Regression ? logits : $"softmax({logits})";
}
