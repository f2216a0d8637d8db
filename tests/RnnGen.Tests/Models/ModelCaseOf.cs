using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using RnnGen.Tests.Reference;
using RnnGen.Training;

namespace RnnGen.Tests.Models;

/// <summary>The case of one generated class; the three tasks differ in how their outputs are asked for.</summary>
internal abstract class ModelCase<TModel>() : ModelCase(typeof(TModel))
    where TModel : class, IRecurrentModel<TModel>
{
    public override ModelDescription Description => TModel.Description;

    public override IModelUnderTest Create(int seed) => new ModelUnderTest(this, TModel.Create(seed));

    public override IModelUnderTest Load(string path) => new ModelUnderTest(this, ModelFile.Load<TModel>(path));

    protected override IModelUnderTest CreateEmpty() => new ModelUnderTest(this, TModel.CreateEmpty());

    protected abstract void Predict(TModel model, ReadOnlySpan<int> tokens, Span<float> probabilities);

    protected abstract void PredictMany(TModel model, ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths, Span<float> probabilities);

    private static Stepper StepOf(TModel model) =>
        typeof(TModel).GetMethod("Step", [typeof(int), typeof(Span<float>), typeof(Span<float>)]) is { } step
            ? step.CreateDelegate<Stepper>(model)
            : (_, _, _) => throw new NotSupportedException($"{typeof(TModel).Name} cannot stream.");

    private delegate int Stepper(int token, Span<float> state, Span<float> probabilities);

    private sealed class ModelUnderTest(ModelCase<TModel> modelCase, TModel model) : IModelUnderTest
    {
        private readonly Stepper _step = StepOf(model);

        public ModelCase Case => modelCase;

        public object Instance => model;

        public Span<float> Parameters => model.Parameters;

        public void Predict(ReadOnlySpan<int> tokens, Span<float> probabilities) => modelCase.Predict(model, tokens, probabilities);

        public void PredictMany(ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths, Span<float> probabilities) =>
            modelCase.PredictMany(model, tokens, lengths, probabilities);

        public int Step(int token, Span<float> state, Span<float> probabilities) => _step(token, state, probabilities);

        public float Backward(ReadOnlySpan<int> tokens, ReadOnlySpan<int> targets, Span<float> gradients) =>
            SingleObservation.Backward(model, tokens, targets, gradients);

        public IReadOnlyList<double> Train(IReadOnlyList<Observation> batch, Optimizer optimizer, int steps, int threads = 2, long dropoutSeed = 0)
        {
            SequenceDataset dataset = BatchPass.ToDataset(modelCase, batch);
            int[] all = [.. Enumerable.Range(0, batch.Count)];
            using var session = new TrainingSession<TModel>(model, optimizer, threads) { DropoutSeed = dropoutSeed };
            return [.. Enumerable.Range(0, steps).Select(_ => session.Step(dataset, all))];
        }

        public byte[] Save()
        {
            using var stream = new MemoryStream();
            ModelFile.Save(model, stream);
            return stream.ToArray();
        }

        public void ForwardBlock(TrainingWorkspace workspace, int block) => model.ForwardBlock(workspace, block);

        public void BackwardBlock(TrainingWorkspace workspace, int block) => model.BackwardBlock(workspace, block);

        public void AccumulateGradients(TrainingWorkspace workspace, int part, Span<float> gradients) =>
            TModel.AccumulateGradients(workspace, part, gradients);

        public void Transpose(Span<float> transposed) => TModel.Transpose(model.Parameters, transposed);
    }
}
