using System;
using System.Linq;
using RnnGen.Benchmarks.Startup;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

// The weights are those that PyTorch draws: nothing is loaded, which is in its favour.
set_num_threads(1);
using Embedding embedding = nn.Embedding(64, 32);
using RNN recurrent = nn.RNN(32, 64);
using Linear linear = nn.Linear(64, 8);
using IDisposable mode = inference_mode();
using DisposeScope scope = NewDisposeScope();
Tensor tokens = tensor(Enumerable.Range(0, 32).Select(t => (long)t).ToArray(), [32, 1]);
Tensor last = recurrent.call(embedding.call(tokens)).Item2;
Answer.Write((int)softmax(linear.call(last.squeeze(0)), 1).argmax(1).item<long>());
