using System;
using System.Runtime.CompilerServices;
using RnnGen.Numerics;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

/// <summary>
/// An Elman network over a <see cref="TrainingWorkspace"/> in plain loops: what generated code does, without its kernels. The trainer is
/// tested with it, and a reader finds here what the workspace means.
/// </summary>
/// <remarks>
/// Rows of the parameters are padded to a multiple of four, so that there is padding that must stay zero. Buffer 0 holds hidden states, one
/// step ahead; buffer 1 gradients of pre-activations; buffer 2, in rows of a multiple of 16, logits, which become probabilities where there is a target, and then
/// gradients; or a regressor's outputs, and then gradients.
/// </remarks>
internal sealed class PlainElmanNetwork
{
    private const int States = 0;
    private const int PreActivationGradients = 1;
    private const int Outputs = 2;

    private readonly bool _isRegressor;
    private readonly int _features;
    private readonly int _hidden;
    private readonly int _row;
    private readonly int _outputs;
    private readonly int _outputRow;
    private readonly int _u;
    private readonly int _w;
    private readonly int _b;
    private readonly int _v;
    private readonly int _c;

    /// <summary>A network that reads <paramref name="vocabulary"/> tokens or, if that is 0, <paramref name="features"/> numbers a step.</summary>
    public PlainElmanNetwork(
        string name, SequenceTask task, int vocabulary, int hidden, int outputs, int sequenceLength, int features = 0, bool everyStep = false)
    {
        int inputs = vocabulary + features;
        _isRegressor = task == SequenceTask.Regression;
        _features = features;
        _hidden = hidden;
        _row = Padded(hidden);
        _outputs = outputs;
        _outputRow = Softmax.RowLength(outputs);
        _u = 0;
        _w = _u + (inputs * _row);
        _b = _w + (hidden * _row);
        _v = _b + _row;
        _c = _v + (outputs * _row);
        float bound = 1f / MathF.Sqrt(hidden);
        Description = new ModelDescription
        {
            Name = name,
            Task = task,
            Cell = CellKind.Elman,
            Nonlinearity = Nonlinearity.Tanh,
            VocabularySize = vocabulary,
            FeatureCount = features,
            HiddenSize = hidden,
            SequenceLength = sequenceLength,
            OutputSize = outputs,
            HasOutputEveryStep = everyStep || task is SequenceTask.Labeling or SequenceTask.Generation,
            ParameterCount = (inputs * hidden) + (hidden * hidden) + hidden + (outputs * hidden) + outputs,
            ParameterStorage = _c + Padded(outputs),
            StateSize = _row,
            Tensors =
            [
                new TensorInfo("rnn.weight_ih_l0", hidden, inputs, false, _u, 1, _row, bound),
                new TensorInfo("rnn.weight_hh_l0", hidden, hidden, false, _w, _row, 1, bound),
                new TensorInfo("rnn.bias_ih_l0", hidden, 1, true, _b, 1, 1, bound),
                new TensorInfo("fc.weight", outputs, hidden, false, _v, _row, 1, bound),
                new TensorInfo("fc.bias", outputs, 1, true, _c, 1, 1, bound),
            ],
            TrainingRowWidths = [_row, _row, _outputRow],
            StateBuffers = [States],
            TransposedStorage = hidden * (hidden + outputs),
            GradientParts = 3,
        };
    }

    public ModelDescription Description { get; }

    public void Transpose(ReadOnlySpan<float> parameters, Span<float> transposed)
    {
        for (int j = 0; j < _hidden; j++)
        {
            for (int i = 0; i < _hidden; i++)
            {
                transposed[(j * _hidden) + i] = parameters[_w + (i * _row) + j];
            }

            for (int k = 0; k < _outputs; k++)
            {
                transposed[(_hidden * _hidden) + (j * _outputs) + k] = parameters[_v + (k * _row) + j];
            }
        }
    }

    public void ForwardBlock(ReadOnlySpan<float> parameters, TrainingWorkspace workspace, int index)
    {
        SequenceBlock block = workspace.Blocks[index];
        Span<float> states = workspace.Buffer(States);
        workspace.BeginStates(block, States);
        for (int t = 0; t < block.Steps; t++)
        {
            for (int r = 0; r < workspace.ActiveRows[block.Slot + t]; r++)
            {
                int slot = block.Slot + (t * block.Rows) + r;
                ReadOnlySpan<float> before = states.Slice(slot * _row, _hidden);
                Span<float> after = states.Slice((slot + block.Rows) * _row, _hidden);
                for (int i = 0; i < _hidden; i++)
                {
                    float sum = parameters[_b + i] + Input(parameters, workspace, slot, i);
                    for (int j = 0; j < _hidden; j++)
                    {
                        sum += parameters[_w + (i * _row) + j] * before[j];
                    }

                    after[i] = MathF.Tanh(sum);
                }

                ForwardOutput(parameters, workspace, slot, after);
            }
        }
    }

    public void BackwardBlock(TrainingWorkspace workspace, int index)
    {
        SequenceBlock block = workspace.Blocks[index];
        ReadOnlySpan<float> states = workspace.Buffer(States);
        Span<float> gradients = workspace.Buffer(PreActivationGradients);
        ReadOnlySpan<float> transposed = workspace.Transposed;
        for (int t = block.Steps - 1; t >= 0; t--)
        {
            for (int r = 0; r < workspace.ActiveRows[block.Slot + t]; r++)
            {
                int slot = block.Slot + (t * block.Rows) + r;
                int next = slot + block.Rows;
                bool hasNext = r < workspace.ActiveRows[block.Slot + t + 1];
                int target = workspace.Targets[slot];
                Span<float> output = workspace.Buffer(Outputs).Slice(slot * _outputRow, _outputRow);
                if (_isRegressor)
                {
                    SquaredError.Backward(
                        output, _outputs, TargetValues(workspace, slot), workspace.Targets.Slice(slot, 1), workspace.LossWeights.Slice(slot, 1));
                }
                else if (target >= 0)
                {
                    for (int k = 0; k < _outputs; k++)
                    {
                        output[k] = workspace.LossWeights[slot] * (output[k] - (k == target ? 1f : 0f));
                    }
                }

                for (int j = 0; j < _hidden; j++)
                {
                    float sum = 0f;
                    for (int k = 0; target >= 0 && k < _outputs; k++)
                    {
                        sum += transposed[(_hidden * _hidden) + (j * _outputs) + k] * output[k];
                    }

                    for (int i = 0; hasNext && i < _hidden; i++)
                    {
                        sum += transposed[(j * _hidden) + i] * gradients[(next * _row) + i];
                    }

                    float s = states[(next * _row) + j];
                    gradients[(slot * _row) + j] = sum * (1f - (s * s));
                }
            }
        }
    }

    public void AccumulateGradients(TrainingWorkspace workspace, int part, Span<float> gradients)
    {
        foreach (SequenceBlock block in workspace.Blocks)
        {
            foreach (SlotRun run in workspace.Runs(block))
            {
                for (int slot = run.Slot; slot < run.End; slot++)
                {
                    AccumulateSlot(workspace, part, gradients, slot, slot + block.Rows);
                }
            }
        }
    }

    private static int Padded(int length) => (length + 3) / 4 * 4;

    private ReadOnlySpan<float> TargetValues(TrainingWorkspace workspace, int slot) => workspace.TargetValues.Slice(slot * _outputRow, _outputRow);

    private float Input(ReadOnlySpan<float> parameters, TrainingWorkspace workspace, int slot, int unit)
    {
        if (_features == 0)
        {
            return parameters[_u + (workspace.Tokens[slot] * _row) + unit];
        }

        ReadOnlySpan<float> features = workspace.Features.Slice(slot * Description.FeatureStride, _features);
        float sum = 0f;
        for (int f = 0; f < _features; f++)
        {
            sum += parameters[_u + (f * _row) + unit] * features[f];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ForwardOutput(ReadOnlySpan<float> parameters, TrainingWorkspace workspace, int slot, ReadOnlySpan<float> state)
    {
        Span<float> output = workspace.Buffer(Outputs).Slice(slot * _outputRow, _outputRow);
        for (int k = 0; k < _outputs; k++)
        {
            float sum = parameters[_c + k];
            for (int j = 0; j < _hidden; j++)
            {
                sum += parameters[_v + (k * _row) + j] * state[j];
            }

            output[k] = sum;
        }

        if (_isRegressor)
        {
            SquaredError.Forward(output, _outputs, TargetValues(workspace, slot), workspace.Targets.Slice(slot, 1), workspace.Losses.Slice(slot, 1));
        }
        else if (workspace.Targets[slot] >= 0)
        {
            ForwardSoftmax(workspace, slot, output);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ForwardSoftmax(TrainingWorkspace workspace, int slot, Span<float> output)
    {
        float largest = float.NegativeInfinity;
        for (int k = 0; k < _outputs; k++)
        {
            if (output[k] > largest)
            {
                largest = output[k];
                workspace.Predicted[slot] = k;
            }
        }

        float total = 0f;
        float targetLogit = output[workspace.Targets[slot]];
        for (int k = 0; k < _outputs; k++)
        {
            output[k] = MathF.Exp(output[k] - largest);
            total += output[k];
        }

        for (int k = 0; k < _outputs; k++)
        {
            output[k] /= total;
        }

        workspace.Losses[slot] = largest + MathF.Log(total) - targetLogit;
    }

    private void AccumulateSlot(TrainingWorkspace workspace, int part, Span<float> gradients, int slot, int next)
    {
        ReadOnlySpan<float> states = workspace.Buffer(States);
        ReadOnlySpan<float> gradient = workspace.Buffer(PreActivationGradients).Slice(slot * _row, _hidden);
        for (int i = 0; part == 0 && i < _hidden; i++)
        {
            gradients[_b + i] += gradient[i];
            if (_features == 0)
            {
                gradients[_u + (workspace.Tokens[slot] * _row) + i] += gradient[i];
            }

            for (int f = 0; f < _features; f++)
            {
                gradients[_u + (f * _row) + i] += gradient[i] * workspace.Features[(slot * Description.FeatureStride) + f];
            }
        }

        for (int i = 0; part == 1 && i < _hidden; i++)
        {
            for (int j = 0; j < _hidden; j++)
            {
                gradients[_w + (i * _row) + j] += gradient[i] * states[(slot * _row) + j];
            }
        }

        ReadOnlySpan<float> output = workspace.Buffer(Outputs).Slice(slot * _outputRow, _outputs);
        for (int k = 0; part == 2 && workspace.Targets[slot] >= 0 && k < _outputs; k++)
        {
            gradients[_c + k] += output[k];
            for (int j = 0; j < _hidden; j++)
            {
                gradients[_v + (k * _row) + j] += output[k] * states[(next * _row) + j];
            }
        }
    }
}
