using Microsoft.ML.OnnxRuntime;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.OnnxRuntime;

/// <summary>ONNX Runtime, all sequences in one call, inputs and outputs bound once. The results are the probabilities, a row a sequence.</summary>
internal sealed class OnnxPrediction : Contestant
{
    private readonly float[] _probabilities;
    private readonly OnnxSession _session;
    private readonly OrtIoBinding _binding;

    public OnnxPrediction(Workload workload)
        : base(ContestantNames.OnnxRuntime)
    {
        _session = new OnnxSession(OnnxModelWriter.Write(workload));
        _binding = _session.CreateBinding();
        if (workload.Input == InputKind.Features)
        {
            _binding.BindInput(OnnxModelWriter.Features, _session.Tensor<float>(workload.FeaturesOf(0), Sizes.Steps, 1, workload.Weights.Inputs));
        }
        else
        {
            _binding.BindInput(OnnxModelWriter.Tokens, _session.Tensor<long>(Workload.StepMajor(workload.Sequences), Sizes.Steps, workload.Batch));
        }

        if (!workload.HasEqualLengths)
        {
            int[] lengths = [.. workload.Lengths];
            _binding.BindInput(OnnxModelWriter.Lengths, _session.Tensor<int>(lengths, workload.Batch));
        }

        _probabilities = new float[workload.Batch * Sizes.Outputs];
        _binding.BindOutput(OnnxModelWriter.Probabilities, _session.Tensor<float>(_probabilities, workload.Batch, Sizes.Outputs));
    }

    public override void Run() => _session.Run(_binding);

    public override float[] Results() => _probabilities;

    public override void Dispose()
    {
        _session.Dispose();
        base.Dispose();
    }
}
