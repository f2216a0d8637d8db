using System;
using RnnGen.Benchmarks.Startup;

// The argument: a file that the model is loaded from.
Classifier model = Classifier.Load(args[0]);
Span<int> tokens = stackalloc int[Classifier.SequenceLength];
for (int t = 0; t < tokens.Length; t++)
{
    tokens[t] = t;
}

Span<float> probabilities = stackalloc float[Classifier.ClassCount];
Answer.Write(model.Predict(tokens, probabilities));
