using System;
using Microsoft.ML.OnnxRuntime;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.OnnxRuntime;

/// <summary>ONNX Runtime, a call a step. The results are the outputs, a row a step.</summary>
/// <remarks>Every step has a binding of its own to its row of the input and of the output, and the states go back and forth between two arrays: nothing is copied.</remarks>
internal sealed class OnnxStreaming : Contestant
{
    private readonly OnnxSession _session;
    private readonly OrtIoBinding[] _steps = new OrtIoBinding[Sizes.Steps];
    private readonly float[][] _initialStates;
    private readonly float[] _outputs = new float[Sizes.Steps * Sizes.Outputs];

    public OnnxStreaming(Workload workload)
        : base(ContestantNames.OnnxRuntime)
    {
        _session = new OnnxSession(OnnxStepWriter.Write(workload.Weights));
        (string In, string Out)[] names = OnnxStepWriter.States(workload.Cell);
        _initialStates = new float[names.Length][];
        var states = new OrtValue[names.Length, 2];
        for (int i = 0; i < names.Length; i++)
        {
            _initialStates[i] = new float[workload.Hidden];
            states[i, 0] = _session.Tensor<float>(_initialStates[i], 1, 1, workload.Hidden);
            states[i, 1] = _session.Tensor<float>(new float[workload.Hidden], 1, 1, workload.Hidden);
        }

        float[] features = workload.FeaturesOf(0);
        int inputs = workload.Weights.Inputs;
        for (int t = 0; t < Sizes.Steps; t++)
        {
            OrtIoBinding step = _session.CreateBinding();
            step.BindInput(OnnxStepWriter.Features, _session.Tensor(features.AsMemory(t * inputs, inputs), 1, 1, inputs));
            step.BindOutput(OnnxStepWriter.Outputs, _session.Tensor(_outputs.AsMemory(t * Sizes.Outputs, Sizes.Outputs), 1, Sizes.Outputs));
            for (int i = 0; i < names.Length; i++)
            {
                step.BindInput(names[i].In, states[i, t % 2]);
                step.BindOutput(names[i].Out, states[i, (t + 1) % 2]);
            }

            _steps[t] = step;
        }
    }

    public override void Run()
    {
        foreach (float[] state in _initialStates)
        {
            Array.Clear(state);
        }

        foreach (OrtIoBinding step in _steps)
        {
            _session.Run(step);
        }
    }

    public override float[] Results() => _outputs;

    public override void Dispose()
    {
        _session.Dispose();
        base.Dispose();
    }
}
