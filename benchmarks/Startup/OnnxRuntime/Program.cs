using System;
using System.Collections.Generic;
using Microsoft.ML.OnnxRuntime;
using RnnGen.Benchmarks.Startup;

// The argument: a file that the model is loaded from.
using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
using var session = new InferenceSession(args[0], options);
long[] tokens = new long[32];
for (int t = 0; t < tokens.Length; t++)
{
    tokens[t] = t;
}

using OrtValue input = OrtValue.CreateTensorValueFromMemory(tokens, [tokens.Length, 1]);
using var run = new RunOptions();
using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(run, new Dictionary<string, OrtValue> { ["tokens"] = input }, ["probabilities"]);
ReadOnlySpan<float> probabilities = outputs[0].GetTensorDataAsSpan<float>();
int best = 0;
for (int i = 1; i < probabilities.Length; i++)
{
    best = probabilities[i] > probabilities[best] ? i : best;
}

Answer.Write(best);
