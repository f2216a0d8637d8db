using System;
using System.Collections.Generic;
using Microsoft.ML.OnnxRuntime;

namespace RnnGen.Benchmarks.Contestants.OnnxRuntime;

/// <summary>A model of ONNX Runtime, one thread, with all of its optimizations; and the memory that is bound to its inputs and outputs.</summary>
internal sealed class OnnxSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly List<IDisposable> _bound = [];

    public OnnxSession(byte[] model)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        _session = new InferenceSession(model, options);
    }

    /// <summary>A binding without anything bound; freed with the session.</summary>
    public OrtIoBinding CreateBinding()
    {
        OrtIoBinding binding = _session.CreateIoBinding();
        _bound.Add(binding);
        return binding;
    }

    /// <summary>A tensor in the memory of an array; freed with the session.</summary>
    public OrtValue Tensor<T>(Memory<T> values, params long[] shape)
        where T : unmanaged
    {
        OrtValue tensor = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, values, shape);
        _bound.Add(tensor);
        return tensor;
    }

    /// <summary>Runs the model from the bound inputs to the bound outputs.</summary>
    public void Run(OrtIoBinding binding) => _session.RunWithBinding(_options, binding);

    public void Dispose()
    {
        _bound.ForEach(bound => bound.Dispose());
        _options.Dispose();
        _session.Dispose();
    }
}
