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

        int rows = Padding.ToRows(spec.Hidden);
        InputWeights = 0;
        RecurrentWeights = InputWeights + (spec.Vocabulary * HiddenStride);
        HiddenBias = RecurrentWeights + (rows * HiddenStride);
        OutputWeights = HiddenBias + HiddenStride;
        OutputBias = OutputWeights + (rows * OutputStride);
        ParameterStorage = OutputBias + OutputStride;

        RecurrentTransposed = 0;
        OutputTransposed = spec.Hidden * HiddenStride;
        TransposedStorage = OutputTransposed + (spec.Outputs * HiddenStride);

        Tensors =
        [
            new("rnn.weight_ih_l0", spec.Hidden, spec.Vocabulary, false, InputWeights, 1, HiddenStride, "U"),
            new("rnn.weight_hh_l0", spec.Hidden, spec.Hidden, false, RecurrentWeights, 1, HiddenStride, "W"),
            new("rnn.bias_ih_l0", spec.Hidden, 1, true, HiddenBias, 1, 1, "b"),
            new("fc.weight", spec.Outputs, spec.Hidden, false, OutputWeights, 1, OutputStride, "V"),
            new("fc.bias", spec.Outputs, 1, true, OutputBias, 1, 1, "c"),
        ];
        ParameterCount = Tensors.Sum(t => t.Rows * t.Columns);
    }

    public ModelSpec Spec { get; }

    /// <summary>The hidden size rounded up to whole vectors: the width of a row of states.</summary>
    public int HiddenStride { get; }

    /// <summary>The output size rounded up to whole vectors: the width of a row of logits.</summary>
    public int OutputStride { get; }

    public int InputWeights { get; }

    public int RecurrentWeights { get; }

    public int HiddenBias { get; }

    public int OutputWeights { get; }

    public int OutputBias { get; }

    public int ParameterStorage { get; }

    public int RecurrentTransposed { get; }

    public int OutputTransposed { get; }

    public int TransposedStorage { get; }

    public int ParameterCount { get; }

    public IReadOnlyList<TensorPlan> Tensors { get; }

    /// <summary>How a forward step cuts W; null where W stays in the nearest cache.</summary>
    public SweepPlan? ForwardSweep => SweepPlan.For(Spec.Hidden, HiddenStride);

    /// <summary>Parts of the gradient that are eight rows of W and V each.</summary>
    public int RowParts => Padding.ToRows(Spec.Hidden) / Padding.Rows;

    /// <summary>Parts of the gradient that are some columns of U and b each.</summary>
    public int InputParts => (HiddenStride + InputGradientColumns - 1) / InputGradientColumns;

    /// <summary>All parts; the last one is c.</summary>
    public int GradientParts => RowParts + InputParts + 1;

    /// <summary>PyTorch draws the weights of nn.RNN and of nn.Linear uniformly from plus or minus this.</summary>
    public float InitialBound => (float)(1 / Math.Sqrt(Spec.Hidden));

    /// <summary>How many steps a prediction runs before the output layer reads their states together.</summary>
    public int PredictionChunk => OutputStride * Chunk <= StackLimit ? Chunk : 1;

    /// <summary>Whether the outputs of a prediction fit on the stack.</summary>
    public bool OutputsOnStack => OutputStride * PredictionChunk <= StackLimit;
}
