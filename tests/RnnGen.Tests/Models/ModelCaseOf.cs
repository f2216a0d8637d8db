using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using RnnGen.Tests.Reference;
using RnnGen.Training;

namespace RnnGen.Tests.Models;

/// <summary>The case of one generated class; the tasks differ in how their outputs are asked for.</summary>
internal abstract class ModelCase<TModel>() : ModelCase(typeof(TModel))
    where TModel : class, IRecurrentModel<TModel>
{
    public override ModelDescription Description => TModel.Description;

    public override IModelUnderTest Create(int seed) => new ModelUnderTest(this, TModel.Create(seed));

    public override IModelUnderTest Load(string path) => new ModelUnderTest(this, ModelFile.Load<TModel>(path));

    protected override IModelUnderTest CreateEmpty() => new ModelUnderTest(this, TModel.CreateEmpty());

    protected abstract void Predict(TModel model, SequenceInput input, Span<float> outputs);

    protected abstract void PredictMany(TModel model, SequenceInput input, ReadOnlySpan<int> lengths, Span<float> outputs);

    /// <summary>The step of a class that can stream, whichever of the four signatures it has.</summary>
    private Stepper StepOf(TModel model)
    {
        if (typeof(TModel).GetMethod("Step") is not { } step)
        {
            return (_, _, _) => throw new NotSupportedException($"{typeof(TModel).Name} cannot stream.");
        }

        switch (Shape)
        {
            case { Features: 0, IsRegressor: false }:
                TokenStep token = step.CreateDelegate<TokenStep>(model);
                return (input, state, outputs) => token(input.Tokens[0], state, outputs);
            case { Features: 0 }:
                TokenRegression regression = step.CreateDelegate<TokenRegression>(model);
                return (input, state, outputs) =>
                {
                    regression(input.Tokens[0], state, outputs);
                    return 0;
                };
            case { IsRegressor: false }:
                FeatureStep feature = step.CreateDelegate<FeatureStep>(model);
                return (input, state, outputs) => feature(input.Features, state, outputs);
            default:
                FeatureRegression featureRegression = step.CreateDelegate<FeatureRegression>(model);
                return (input, state, outputs) =>
                {
                    featureRegression(input.Features, state, outputs);
                    return 0;
                };
        }
    }

    private delegate int Stepper(SequenceInput input, Span<float> state, Span<float> outputs);

    private delegate int TokenStep(int token, Span<float> state, Span<float> outputs);

    private delegate void TokenRegression(int token, Span<float> state, Span<float> outputs);

    private delegate int FeatureStep(ReadOnlySpan<float> features, Span<float> state, Span<float> outputs);

    private delegate void FeatureRegression(ReadOnlySpan<float> features, Span<float> state, Span<float> outputs);

    private sealed class ModelUnderTest(ModelCase<TModel> modelCase, TModel model) : IModelUnderTest
    {
        private readonly Stepper _step = modelCase.StepOf(model);

        public ModelCase Case => modelCase;

        public object Instance => model;

        public Span<float> Parameters => model.Parameters;

        public FeatureStandardization? Standardization => model.Standardization;

        public void Predict(SequenceInput input, Span<float> outputs) => modelCase.Predict(model, input, outputs);

        public void PredictMany(SequenceInput input, ReadOnlySpan<int> lengths, Span<float> outputs) =>
            modelCase.PredictMany(model, input, lengths, outputs);

        public int Step(SequenceInput step, Span<float> state, Span<float> outputs) => _step(step, state, outputs);

        public float Backward(SequenceInput input, SequenceTarget target, Span<float> gradients) => modelCase.Shape switch
        {
            { Features: 0, IsRegressor: false } => SingleObservation.Backward(model, input.Tokens, target.Ids, gradients),
            { Features: 0 } => SingleObservation.Backward(model, input.Tokens, target.Values, gradients),
            { IsRegressor: false } => SingleObservation.Backward(model, input.Features, target.Ids, gradients),
            _ => SingleObservation.Backward(model, input.Features, target.Values, gradients),
        };

        public IReadOnlyList<double> Train(
            IReadOnlyList<Observation> batch,
            Optimizer optimizer,
            int steps,
            int threads = 2,
            long dropoutSeed = 0,
            IReadOnlyList<float>? labelWeights = null)
        {
            SequenceDataset dataset = BatchPass.ToDataset(modelCase, batch);
            int[] all = [.. Enumerable.Range(0, batch.Count)];
            using var session = new TrainingSession<TModel>(model, optimizer, threads, labelWeights: labelWeights) { DropoutSeed = dropoutSeed };
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
