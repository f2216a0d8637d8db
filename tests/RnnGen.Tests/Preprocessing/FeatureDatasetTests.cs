using System;
using System.Linq;

namespace RnnGen.Tests.Preprocessing;

public class FeatureDatasetTests
{
    private static readonly SequenceDataset Labeled = SequenceDataset.FromFeatures(
        SequenceTask.Labeling, 3, 2, [[1, 2, 3, 4], [5, 6], [7, 8, 9, 10, 11, 12]], [[0, -1], [1], [2, 1, 0]]);

    [Fact]
    public void It_holds_rows_of_numbers_and_their_labels()
    {
        Assert.Equal((SequenceTask.Labeling, 3, 3, 2), (Labeled.Task, Labeled.Count, Labeled.SequenceLength, Labeled.FeatureCount));
        Assert.Equal((0, true), (Labeled.TargetSize, Labeled.HasTargetEveryStep));
        Assert.Equal([2, 1, 3], Enumerable.Range(0, 3).Select(Labeled.LengthOf));
        Assert.Equal([1f, 2, 3, 4], Labeled.FeaturesOf(0).ToArray());
        Assert.Equal([5f, 6], Labeled.FeaturesOf(1).ToArray());
        Assert.Equal([7f, 8, 9, 10, 11, 12], Labeled.FeaturesOf(2).ToArray());
        Assert.Equal([2, 1, 0], Labeled.TargetsOf(2).ToArray());
        Assert.Equal(new EncodingReport(3, Tokens: 0, UnknownTokens: 0, SequencesCut: 0, TokensCut: 0), Labeled.Report);
    }

    [Fact]
    public void A_change_of_what_it_was_made_from_does_not_reach_it()
    {
        float[] input = [1, 2];
        float[] target = [3];
        SequenceDataset dataset = SequenceDataset.FromFeatures(2, 1, [input], 1, [target]);
        (input[0], target[0]) = (9, 9);
        Assert.Equal([1f, 2], dataset.FeaturesOf(0).ToArray());
        Assert.Equal([3f], dataset.TargetValuesOf(0).ToArray());
    }

    [Fact]
    public void Targets_of_a_regression_are_a_row_a_sequence_or_a_row_a_step()
    {
        SequenceDataset once = SequenceDataset.FromFeatures(3, 2, [[1, 2, 3, 4], [5, 6]], 2, [[10, 11], [12, 13]]);
        Assert.Equal((SequenceTask.Regression, 2, false), (once.Task, once.TargetSize, once.HasTargetEveryStep));
        Assert.Equal([12f, 13], once.TargetValuesOf(1).ToArray());

        float none = float.NaN;
        SequenceDataset often = SequenceDataset.FromTokens(3, [[1, 2], [3]], 2, [[10, 11, none, none], [12, 13]], everyStep: true);
        Assert.Equal((SequenceTask.Regression, 0, 2, true), (often.Task, often.FeatureCount, often.TargetSize, often.HasTargetEveryStep));
        Assert.Equal([10f, 11, none, none], often.TargetValuesOf(0).ToArray());
        Assert.Equal([12f, 13], often.TargetValuesOf(1).ToArray());
        Assert.Equal([3], often.InputsOf(1).ToArray());
    }

    [Fact]
    public void A_subset_shares_them_in_the_order_given()
    {
        SequenceDataset subset = Labeled.Subset([2, 0]);
        Assert.Equal([7f, 8, 9, 10, 11, 12], subset.FeaturesOf(0).ToArray());
        Assert.Equal([0, -1], subset.TargetsOf(1).ToArray());
        Assert.Equal(2, subset.FeatureCount);
    }

    [Fact]
    public void A_classifiers_data_are_split_class_by_class()
    {
        float[][] inputs = [.. Enumerable.Range(0, 40).Select(i => new float[] { i })];
        int[][] targets = [.. Enumerable.Range(0, 40).Select(i => new[] { i % 4 == 0 ? 1 : 0 })];
        SequenceDataset all = SequenceDataset.FromFeatures(SequenceTask.Classification, 1, 1, inputs, targets, LabelSet.FromNames(["a", "b"]));
        (SequenceDataset training, SequenceDataset heldOut) = all.Split(0.2, seed: 1, stratified: true);
        Assert.Equal(2, Enumerable.Range(0, 8).Count(i => heldOut.TargetsOf(i)[0] == 1));
        Assert.Equal(["a", "b"], heldOut.Labels!.Names);
        Assert.Equal(
            Enumerable.Range(0, 40).Select(i => (float)i),
            Enumerable.Range(0, 32).Select(i => training.FeaturesOf(i)[0]).Concat(Enumerable.Range(0, 8).Select(i => heldOut.FeaturesOf(i)[0])).Order());
    }

    [Fact]
    public void Classes_with_names_get_ids_in_ordinal_order_or_those_given()
    {
        ClassifiedFeatures[] samples = [new(new float[] { 1, 2 }, "walk"), new(new float[] { 3, 4, 5, 6 }, "run"), new(new float[] { 7, 8 }, "walk")];
        SequenceDataset dataset = SequenceDataset.ForClassification(samples, featureCount: 2, sequenceLength: 2);
        Assert.Equal((SequenceTask.Classification, 2, 2), (dataset.Task, dataset.FeatureCount, dataset.SequenceLength));
        Assert.Equal(["run", "walk"], dataset.Labels!.Names);
        Assert.Equal([1, 0, 1], Enumerable.Range(0, 3).Select(i => dataset.TargetsOf(i)[0]));
        Assert.Equal([3f, 4, 5, 6], dataset.FeaturesOf(1).ToArray());

        LabelSet known = LabelSet.FromNames(["walk", "sit", "run"]);
        SequenceDataset again = SequenceDataset.ForClassification(samples, 2, 2, known);
        Assert.Equal([0, 2, 0], Enumerable.Range(0, 3).Select(i => again.TargetsOf(i)[0]));
    }

    [Fact]
    public void Labels_with_names_are_one_a_step_or_null()
    {
        SequenceDataset dataset = SequenceDataset.ForLabeling(
            [new LabeledFeatures(new float[] { 1, 2, 3 }, ["b", null, "a"]), new LabeledFeatures(new float[] { 4 }, ["b"])], 1, 3);
        Assert.Equal(SequenceTask.Labeling, dataset.Task);
        Assert.Equal(["a", "b"], dataset.Labels!.Names);
        Assert.Equal([1, -1, 0], dataset.TargetsOf(0).ToArray());
        Assert.Equal([1], dataset.TargetsOf(1).ToArray());
    }

    [Fact]
    public void Samples_with_names_that_do_not_fit_are_refused()
    {
        void RefusedClasses(string name, string message, params ClassifiedFeatures[] samples) =>
            AssertRefused(name, message, () => SequenceDataset.ForClassification(samples, 2, 2, LabelSet.FromNames(["a"])));
        RefusedClasses("samples", "A data set needs at least one sequence");
        RefusedClasses("samples", "Sequence 1 must have 1 to 2 steps of 2 numbers and has 3 numbers", new(new float[2], "a"), new(new float[3], "a"));
        RefusedClasses("samples", "Sequence 0 must have 1 to 2 steps of 2 numbers and has 0 numbers", default(ClassifiedFeatures));
        RefusedClasses("samples", "Feature 1 of step 0 of sequence 0 is NaN", new ClassifiedFeatures(new[] { 0, float.NaN }, "a"));
        RefusedClasses("samples", "The label \"b\" of sample 0 is not among", new ClassifiedFeatures(new float[2], "b"));
        RefusedClasses("samples", "The label of sample 0 is null or empty", new ClassifiedFeatures(new float[2], ""));
        void RefusedLabels(string name, string message, params LabeledFeatures[] samples) =>
            AssertRefused(name, message, () => SequenceDataset.ForLabeling(samples, 2, 2));
        RefusedLabels("samples", "A data set needs at least one sequence");
        RefusedLabels("samples", "Sequence 0 has 2 steps and 1 labels; every step needs one, or null", new LabeledFeatures(new float[4], ["a"]));
        RefusedLabels("samples", "Sequence 0 has 1 steps and 0 labels", new LabeledFeatures(new float[2], null!));
        RefusedLabels("samples", "The label of sample 0 is null or empty", new LabeledFeatures(new float[2], [""]));
        RefusedLabels("samples", "No sample has a label", new LabeledFeatures(new float[2], [null]));
        Assert.Throws<ArgumentOutOfRangeException>("featureCount", () => SequenceDataset.ForLabeling([default(LabeledFeatures)], 0, 2));
        Assert.Throws<ArgumentOutOfRangeException>("sequenceLength", () => SequenceDataset.ForClassification([default(ClassifiedFeatures)], 2, 0));
    }

    [Fact]
    public void What_it_does_not_have_is_not_given()
    {
        SequenceDataset tokens = SequenceDataset.FromTokens(1, [[1]], 1, [[1]]);
        Assert.Throws<InvalidOperationException>(() => Labeled.InputsOf(0));
        Assert.Throws<InvalidOperationException>(() => Labeled.TargetValuesOf(0));
        Assert.Throws<InvalidOperationException>(() => Labeled.CopyPaddedInputs(0, new int[3]));
        Assert.Throws<InvalidOperationException>(() => tokens.FeaturesOf(0));
        Assert.Throws<InvalidOperationException>(() => tokens.TargetsOf(0));
        Assert.Throws<InvalidOperationException>(() => SequenceDataset.FromTokens(1, [[1], [2]], 1, [[1], [2]]).Split(0.5, 1, stratified: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => Labeled.FeaturesOf(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => tokens.TargetValuesOf(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => tokens.LengthOf(1));
    }

    [Fact]
    public void Features_that_are_no_whole_steps_or_no_numbers_are_refused()
    {
        void Refused(string message, params float[][] inputs) => AssertRefused(
            "inputs", message, () => SequenceDataset.FromFeatures(SequenceTask.Classification, 2, 2, inputs, [[0], [0]]));
        Refused("Sequence 1 must have 1 to 2 steps of 2 numbers and has 0 numbers", [1, 2], []);
        Refused("Sequence 1 must have 1 to 2 steps of 2 numbers and has 0 numbers", [1, 2], null!);
        Refused("Sequence 0 must have 1 to 2 steps of 2 numbers and has 3 numbers", [1, 2, 3], [1, 2]);
        Refused("Sequence 1 must have 1 to 2 steps of 2 numbers and has 6 numbers", [1, 2], new float[6]);
        Refused("Feature 1 of step 1 of sequence 1 is NaN; it must be finite", [1, 2], [1, 2, 3, float.NaN]);
        Refused("Feature 0 of step 0 of sequence 0 is -Infinity; it must be finite", [float.NegativeInfinity, 2], [1, 2]);
    }

    [Fact]
    public void Targets_that_do_not_fit_are_refused()
    {
        AssertRefused(
            "targets", "Sequence 0 must have 2 targets for Labeling and has 1",
            () => SequenceDataset.FromFeatures(SequenceTask.Labeling, 2, 2, [[1, 2, 3, 4]], [[0]]));
        AssertRefused(
            "targets", "Sequence 0 has the target 2 at place 0; there are 2 labels: a, b",
            () => SequenceDataset.FromFeatures(SequenceTask.Classification, 2, 2, [[1, 2]], [[2]], LabelSet.FromNames(["a", "b"])));
        AssertRefused(
            "targets", "Sequence 0 must have 1 rows of 2 targets and has 4 targets", () => SequenceDataset.FromFeatures(2, 2, [[1, 2, 3, 4]], 2, [new float[4]]));
        AssertRefused(
            "targets",
            "Sequence 0 must have 2 rows of 2 targets and has 2 targets",
            () => SequenceDataset.FromTokens(2, [[1, 2]], 2, [new float[2]], everyStep: true));
        AssertRefused(
            "targets", "Target 0 of row 0 of sequence 0 is NaN; it must be finite", () => SequenceDataset.FromTokens(2, [[1]], 1, [[float.NaN]]));
        AssertRefused(
            "targets",
            "Target 1 of row 1 of sequence 0 is 3; a row must be finite numbers, or NaN throughout",
            () => SequenceDataset.FromTokens(2, [[1, 2]], 2, [[1, 2, float.NaN, 3]], everyStep: true));
        AssertRefused(
            "targets",
            "Target 1 of row 0 of sequence 0 is NaN; a row must be finite numbers, or NaN throughout",
            () => SequenceDataset.FromTokens(2, [[1, 2]], 2, [[1, float.NaN, 3, 3]], everyStep: true));
        AssertRefused(
            "targets",
            "Target 0 of row 1 of sequence 0 is Infinity",
            () => SequenceDataset.FromTokens(2, [[1, 2]], 1, [[1, float.PositiveInfinity]], everyStep: true));
    }

    [Fact]
    public void Sizes_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("featureCount", () => SequenceDataset.FromFeatures(SequenceTask.Labeling, 2, 0, [[1]], [[0]]));
        Assert.Throws<ArgumentOutOfRangeException>("sequenceLength", () => SequenceDataset.FromFeatures(SequenceTask.Labeling, 0, 1, [[1]], [[0]]));
        Assert.Throws<ArgumentOutOfRangeException>("sequenceLength", () => SequenceDataset.FromFeatures(4097, 1, [[1]], 1, [[0]]));
        Assert.Throws<ArgumentOutOfRangeException>("targetSize", () => SequenceDataset.FromTokens(1, [[1]], 0, [[]]));
        Assert.Throws<ArgumentOutOfRangeException>("task", () => SequenceDataset.FromFeatures(SequenceTask.Generation, 1, 1, [[1]], [[0]]));
        Assert.Throws<ArgumentOutOfRangeException>("task", () => SequenceDataset.FromTokens(SequenceTask.Regression, 1, [[1]], [[0]]));
    }

    private static void AssertRefused(string name, string message, Func<SequenceDataset> make)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(name, make);
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }
}
