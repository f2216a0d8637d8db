using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using RnnGen.Tests.InstructionSets;
using RnnGen.Tests.Models;
using RnnGen.Tests.Reference;
using RnnGen.Training;

namespace RnnGen.Tests.Emitted;

/// <summary>One answer everywhere: the same weights and tokens give the same bits on every path that computes them.</summary>
[Trait(Rerun.Category, Rerun.Numbers)]
public class EmittedBitsTests
{
    public static IEnumerable<TheoryDataRow<string>> Models => ModelTheory.Models;

    public static IEnumerable<TheoryDataRow<string>> StreamingModels => ModelTheory.StreamingModels;

    [Theory]
    [MemberData(nameof(StreamingModels))]
    public void Streaming_gives_the_bits_of_a_whole_prediction(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        IModelUnderTest model = modelCase.Create(seed: 11);
        foreach (Observation observation in RandomBatch.Of(modelCase.Shape, seed: 12, [.. ModelTheory.LengthsUpTo(modelCase.SequenceLength)]))
        {
            float[][] streamed = ModelTheory.Stream(model, observation);
            float[][] whole = ModelTheory.Predict(model, observation);
            AssertSameBits(whole, streamed[^whole.Length..]);
        }
    }

    /// <summary>The memory of larger steps comes as the last user of the stack left it.</summary>
    [Theory]
    [MemberData(nameof(StreamingModels))]
    public void A_step_does_not_depend_on_what_is_on_the_stack(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        IModelUnderTest model = modelCase.Create(seed: 21);
        Observation observation = RandomBatch.Of(modelCase.Shape, seed: 22, Math.Min(3, modelCase.SequenceLength)).Single();
        float[][] whole = ModelTheory.Predict(model, observation);
        foreach (float left in new[] { float.NaN, float.PositiveInfinity, -float.Epsilon })
        {
            float[][] streamed = ModelTheory.Stream(model, observation, beforeStep: () => SoilStack(left));
            AssertSameBits(whole, streamed[^whole.Length..]);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Many_sequences_together_get_the_bits_of_one_at_a_time(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        IModelUnderTest model = modelCase.Create(seed: 20);
        foreach (Observation[] batch in ModelTheory.Batches(modelCase))
        {
            float[][] expected = [.. batch.SelectMany(observation => ModelTheory.Predict(model, observation))];
            AssertSameBits(expected, ModelTheory.PredictMany(model, batch));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Training_sees_the_bits_of_a_prediction_whatever_else_is_in_the_batch(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        IModelUnderTest model = modelCase.Create(seed: 13);
        Observation[] batch = ModelTheory.Batches(modelCase).Last();
        var workspace = new TrainingWorkspace(modelCase.Description);
        workspace.Load(BatchPass.ToDataset(modelCase, batch), [.. Enumerable.Range(0, batch.Length)], model.Standardization);
        for (int b = 0; b < workspace.Blocks.Length; b++)
        {
            model.ForwardBlock(workspace, b);
        }

        foreach (SequenceBlock block in workspace.Blocks)
        {
            for (int row = 0; row < block.Rows; row++)
            {
                Observation observation = batch[workspace.BatchIndex(block.FirstSequence + row)];
                AssertTrainingOutputs(model, workspace, block, row, observation);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void What_other_batches_left_in_the_workspace_changes_nothing(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        IModelUnderTest model = modelCase.Create(seed: 14);
        Observation[][] batches = [.. ModelTheory.Batches(modelCase)];
        var used = new TrainingWorkspace(modelCase.Description);
        _ = new BatchPass(model, used).Run(batches[^1]);
        foreach (Observation[] batch in batches)
        {
            AssertSameBits(new BatchPass(model).Run(batch), new BatchPass(model, used) { Prepare = Poison }.Run(batch));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void What_lies_beyond_the_end_of_a_sequence_changes_nothing(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        IModelUnderTest model = modelCase.Create(seed: 19);
        foreach (Observation[] batch in ModelTheory.Batches(modelCase))
        {
            AssertSameBits(new BatchPass(model).Run(batch), new BatchPass(model) { Prepare = FillBeyondTheEnds }.Run(batch));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Blocks_and_parts_may_run_in_any_order(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        IModelUnderTest model = modelCase.Create(seed: 15);
        foreach (Observation[] batch in ModelTheory.Batches(modelCase))
        {
            AssertSameBits(new BatchPass(model).Run(batch), new BatchPass(model) { Reversed = true }.Run(batch));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_sequence_of_a_batch_has_the_losses_that_it_has_alone(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        IModelUnderTest model = modelCase.Create(seed: 16);
        Observation[] batch = ModelTheory.Batches(modelCase).Last();
        BatchResult together = new BatchPass(model).Run(batch);
        for (int i = 0; i < batch.Length; i++)
        {
            BatchResult alone = new BatchPass(model).Run([batch[i]]);
            Assert.Equal(alone.StepLosses[0], together.StepLosses[i]);
            Assert.Equal(alone.Predicted.Take(1), together.Predicted.Skip(i).Take(1));
        }
    }

    [Theory]
    [InlineData("Classifier33")]
    [InlineData("Labeler64")]
    [InlineData("Generator17")]
    [InlineData("WidestGenerator")]
    [InlineData("LargestVocabularyGenerator")]
    [InlineData("GruClassifier31")]
    [InlineData("GruLabeler128")]
    [InlineData("GruGenerator17")]
    [InlineData("WidestGruGenerator")]
    [InlineData("LstmClassifier33")]
    [InlineData("LstmLabeler17")]
    [InlineData("LstmGenerator64")]
    [InlineData("WidestLstmClassifier")]
    [InlineData("GruGenerator64x2Embedded")]
    [InlineData("LstmBothWaysLabeler4x8Embedded")]
    [InlineData("GruFeatureLabeler16x2")]
    [InlineData("LstmBothWaysFeatureRegressor16x2Mean")]
    [InlineData("ElmanStepRegressor17x2Embedded")]
    public void Many_threads_on_one_model_get_the_bits_of_one(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        IModelUnderTest model = modelCase.Create(seed: 17);
        int[] lengths = [.. ModelTheory.LengthsUpTo(modelCase.SequenceLength)];
        Observation[] batch = RandomBatch.Of(modelCase.Shape, seed: 18, lengths);
        float[][][] expected = Array.ConvertAll(batch, observation => ModelTheory.Predict(model, observation));
        float[][] expectedGradients = Array.ConvertAll(batch, observation => GradientsOf(model, observation));
        Parallel.For(0, 8 * batch.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            Observation observation = batch[i % batch.Length];
            AssertSameBits(expected[i % batch.Length], ModelTheory.Predict(model, observation));
            if (modelCase.CanStream)
            {
                AssertSameBits(expected[i % batch.Length], ModelTheory.Stream(model, observation)[^expected[i % batch.Length].Length..]);
            }

            AssertSameBits(expectedGradients[i % batch.Length], GradientsOf(model, observation));
        });
    }

    private static float[] GradientsOf(IModelUnderTest model, Observation observation)
    {
        float[] gradients = new float[model.Case.Description.ParameterStorage];
        var flat = new FlatObservation(observation);
        _ = model.Backward(flat.Input, flat.Target, gradients);
        return gradients;
    }

    private static void AssertTrainingOutputs(
        IModelUnderTest model, TrainingWorkspace workspace, SequenceBlock block, int row, Observation observation)
    {
        // Where the forward pass leaves the outputs of a step, until the backward pass replaces them.
        int outputBuffer = model.Case.Description.TrainingRowWidths.Length - 1;
        int width = model.Case.Description.TrainingRowWidths[outputBuffer];
        float[][] expected = ModelTheory.Predict(model, observation);
        int firstStep = observation.Length - expected.Length;
        for (int i = 0; i < expected.Length; i++)
        {
            int slot = block.Slot + ((firstStep + i) * block.Rows) + row;
            if (workspace.Targets[slot] >= 0)
            {
                AssertSameBits(expected[i], workspace.Buffer(outputBuffer).Slice(slot * width, expected[i].Length));
                if (!model.Case.Shape.IsRegressor)
                {
                    Assert.Equal(ModelTheory.FirstLargest(expected[i]), workspace.Predicted[slot]);
                }
            }
        }
    }

    /// <summary>Whatever the pass reads before it has written it turns its results into NaN.</summary>
    private static void Poison(TrainingWorkspace workspace)
    {
        workspace.Losses.Fill(float.NaN);
        workspace.Predicted.Fill(int.MinValue);
        for (int buffer = 0; buffer < workspace.Description.TrainingRowWidths.Length; buffer++)
        {
            workspace.Buffer(buffer).Fill(float.NaN);
        }
    }

    /// <summary>Where a batch has room for steps that a shorter sequence does not have, tokens and NaNs take the place of padding.</summary>
    private static void FillBeyondTheEnds(TrainingWorkspace workspace)
    {
        Poison(workspace);
        int slots = workspace.Tokens.Length;
        Span<int> tokens = Writable(workspace.Tokens);
        Span<float> features = Writable(workspace.Features), values = Writable(workspace.TargetValues);
        int featureStride = features.Length / slots, valueStride = values.Length / slots;
        foreach (SequenceBlock block in workspace.Blocks)
        {
            for (int t = 0; t <= block.Steps; t++)
            {
                int active = workspace.ActiveRows[block.Slot + t];
                int first = block.Slot + (t * block.Rows) + active, count = block.Rows - active;
                tokens.Slice(first, count).Fill(Math.Max(0, workspace.Description.VocabularySize - 1));
                features.Slice(first * featureStride, count * featureStride).Fill(float.NaN);
                values.Slice(first * valueStride, count * valueStride).Fill(float.NaN);
            }
        }
    }

    private static Span<T> Writable<T>(ReadOnlySpan<T> span) => MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(span), span.Length);

    /// <summary>Leaves a number where the next method's locals will be, and the memory that it borrows.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SoilStack(float number)
    {
        Span<float> locals = stackalloc float[24 * 1024];
        locals.Fill(number);
    }

    private static void AssertSameBits(BatchResult expected, BatchResult actual)
    {
        Assert.Equal(expected.Loss, actual.Loss);
        AssertSameBits(expected.StepLosses, actual.StepLosses);
        Assert.Equal(expected.Predicted, actual.Predicted);
        AssertSameBits(expected.Gradients, actual.Gradients);
    }

    private static void AssertSameBits(float[][] expected, float[][] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int row = 0; row < expected.Length; row++)
        {
            AssertSameBits(expected[row], actual[row]);
        }
    }

    private static void AssertSameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]))
            {
                Assert.Fail(FormattableString.Invariant($"At {i}: expected {expected[i]:R}, was {actual[i]:R}."));
            }
        }
    }
}
