using System.Collections.Generic;
using Microsoft.ML.OnnxRuntime;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.OnnxRuntime;

/// <summary>ONNX Runtime, all sequences in one call, inputs and outputs bound once. The results are the probabilities, a row a sequence.</summary>
internal sealed class OnnxPrediction : Contestant
{
    private readonly float[] _probabilities;
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _options = new();
    private readonly List<OrtValue> _values = [];

    public OnnxPrediction(Workload workload)
        : base(ContestantNames.OnnxRuntime)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        _session = new InferenceSession(OnnxModelWriter.Write(workload), options);
        _binding = _session.CreateIoBinding();
        _binding.BindInput(OnnxModelWriter.Tokens, Tensor(Workload.StepMajor(workload.Sequences), Sizes.Steps, workload.Batch));
        if (!workload.HasEqualLengths)
        {
            _binding.BindInput(OnnxModelWriter.Lengths, Tensor<int>([.. workload.Lengths], workload.Batch));
        }

        _probabilities = new float[workload.Batch * Sizes.Outputs];
        _binding.BindOutput(OnnxModelWriter.Probabilities, Tensor(_probabilities, workload.Batch, Sizes.Outputs));
    }

    public override void Run() => _session.RunWithBinding(_options, _binding);

    public override float[] Results() => _probabilities;

    public override void Dispose()
    {
        _binding.Dispose();
        _values.ForEach(value => value.Dispose());
        _options.Dispose();
        _session.Dispose();
        base.Dispose();
    }

    private OrtValue Tensor<T>(T[] values, params long[] shape)
        where T : unmanaged
    {
        OrtValue tensor = OrtValue.CreateTensorValueFromMemory(values, shape);
        _values.Add(tensor);
        return tensor;
    }
}
