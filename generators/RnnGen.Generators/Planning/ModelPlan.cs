using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Planning;

/// <summary>Every number the emitters need, derived from a spec: parameter layout, padding, parts of the gradient.</summary>
internal sealed class ModelPlan
{
    /// <summary>Columns of U and b whose gradient one part adds up: four 512-bit vectors.</summary>
    public const int InputGradientColumns = 64;

    /// <summary>Steps whose states a prediction keeps before the output layer reads them together.</summary>
    private const int Chunk = 8;

    /// <summary>Floats of stack that the outputs of a prediction may take; larger ones use a buffer of the thread.</summary>
    private const int StackLimit = 4096;

    public ModelPlan(ModelSpec spec)
    {
        Spec = spec;
        HiddenStride = Padding.ToColumns(spec.Hidden);
        OutputStride = Padding.ToColumns(spec.Outputs);

        Cell = CellPlan.For(spec.Cell);
        GateStride = Cell.WeightGates * HiddenStride;

        int rows = Padding.ToRows(spec.Hidden);
        InputWeights = 0;
        RecurrentWeights = InputWeights + (spec.Vocabulary * GateStride);
        HiddenBias = RecurrentWeights + (rows * GateStride);
        CandidateBias = HiddenBias + GateStride;
        OutputWeights = CandidateBias + (Cell.HasCandidateBias ? HiddenStride : 0);
        OutputBias = OutputWeights + (rows * OutputStride);
        ParameterStorage = OutputBias + OutputStride;

        RecurrentTransposed = 0;
        OutputTransposed = Cell.IsGated ? GateStride * HiddenStride : spec.Hidden * HiddenStride;
        TransposedStorage = OutputTransposed + (spec.Outputs * HiddenStride);

        Tensors = [.. CellTensors(), .. OutputTensors()];
        ParameterCount = Tensors.Sum(t => t.Count);
    }

    public ModelSpec Spec { get; }

    /// <summary>The hidden size rounded up to whole vectors: the width of a row of states.</summary>
    public int HiddenStride { get; }

    /// <summary>The output size rounded up to whole vectors: the width of a row of logits.</summary>
    public int OutputStride { get; }

    /// <summary>What the cell keeps and computes a step.</summary>
    public CellPlan Cell { get; }

    /// <summary>The gates side by side, padded: the width of a row of U, W and b.</summary>
    public int GateStride { get; }

    /// <summary>The width of a row of states: the hidden state, and beside it an LSTM's cell state.</summary>
    public int StateStride => Cell.States * HiddenStride;

    /// <summary>The width of the row in which a step keeps its gates.</summary>
    public int StepStride => Cell.StepGates * HiddenStride;

    /// <summary>The name of the constant <see cref="StateStride"/>.</summary>
    public string StateStrideName => Cell.States == 1 ? "HiddenStride" : "StateStride";

    /// <summary>The name of the constant <see cref="GateStride"/>.</summary>
    public string GateStrideName => Cell.IsGated ? "GateStride" : "HiddenStride";

    /// <summary>The name of the constant <see cref="StepStride"/>.</summary>
    public string StepStrideName => Cell.IsGated ? "StepStride" : "HiddenStride";

    /// <summary>The length of a streaming state.</summary>
    public int StateSize => Cell.States * Spec.Hidden;

    public int InputWeights { get; }

    public int RecurrentWeights { get; }

    public int HiddenBias { get; }

    /// <summary>The second bias of a GRU's candidate; no room where a cell has none.</summary>
    public int CandidateBias { get; }

    public int OutputWeights { get; }

    public int OutputBias { get; }

    public int ParameterStorage { get; }

    public int RecurrentTransposed { get; }

    public int OutputTransposed { get; }

    public int TransposedStorage { get; }

    public int ParameterCount { get; }

    public IReadOnlyList<TensorPlan> Tensors { get; }

    /// <summary>The buffers of a training workspace, by their number; the last is that of the outputs.</summary>
    public IReadOnlyList<BufferPlan> Buffers =>
    [
        new("States", StateStrideName, Cell.States > 1
            ? "s and beside it c, one step ahead: the row of step t holds s_(t-1) and c_(t-1)."
            : "s, one step ahead: the row of step t holds s_(t-1)."),
        .. Cell.IsGated ? GatedBuffers() : [new("Gradients", "HiddenStride", "a: the gradients of the pre-activations.")],
        new("Outputs", "OutputStride", "Logits, then probabilities, then the gradients of the logits."),
    ];

    /// <summary>How a forward step cuts W; null where W stays in the nearest cache.</summary>
    public SweepPlan? ForwardSweep => SweepPlan.For(Spec.Hidden, GateStride);

    /// <summary>Parts of the gradient that are eight rows of W and V each.</summary>
    public int RowParts => Padding.ToRows(Spec.Hidden) / Padding.Rows;

    /// <summary>Parts of the gradient that are some columns of U and b each.</summary>
    public int InputParts => (GateStride + InputGradientColumns - 1) / InputGradientColumns;

    /// <summary>All parts; the last one is c.</summary>
    public int GradientParts => RowParts + InputParts + 1;

    /// <summary>PyTorch draws the weights of nn.RNN and of nn.Linear uniformly from plus or minus this.</summary>
    public float InitialBound => (float)(1 / Math.Sqrt(Spec.Hidden));

    /// <summary>How many steps a prediction runs before the output layer reads their states together.</summary>
    public int PredictionChunk => OutputStride * Chunk <= StackLimit ? Chunk : 1;

    /// <summary>Whether the outputs of a prediction fit on the stack.</summary>
    public bool OutputsOnStack => OutputStride * PredictionChunk <= StackLimit;

    private IEnumerable<TensorPlan> CellTensors()
    {
        int gates = Cell.WeightGates;
        int rows = gates * Spec.Hidden;
        int between = Cell.IsGated ? HiddenStride : 0;
        yield return new("rnn.weight_ih_l0", rows, Spec.Vocabulary, false, InputWeights, 1, GateStride, "U", gates, between);
        yield return new("rnn.weight_hh_l0", rows, Spec.Hidden, false, RecurrentWeights, 1, GateStride, "W", gates, between);
        yield return new("rnn.bias_ih_l0", rows, 1, true, HiddenBias, 1, 1, "b", gates, between);
        if (Cell.HasCandidateBias)
        {
            yield return new("rnn.bias_hh_l0", rows, 1, true, CandidateBias, 1, 1, "d", gates, between, gates - 1);
        }
    }

    private IEnumerable<TensorPlan> OutputTensors()
    {
        yield return new("fc.weight", Spec.Outputs, Spec.Hidden, false, OutputWeights, 1, OutputStride, "V");
        yield return new("fc.bias", Spec.Outputs, 1, true, OutputBias, 1, 1, "c");
    }

    private IEnumerable<BufferPlan> GatedBuffers()
    {
        yield return new("Gradients", "HiddenStride", "The gradients of s, one step ahead like s itself.");
        if (Cell.States > 1)
        {
            yield return new("CellGradients", "HiddenStride", "The gradients of c, one step ahead like c itself.");
        }

        yield return new("Steps", "StepStride", "What a step keeps, then a: the gradients of the pre-activations in its place.");
    }
}
