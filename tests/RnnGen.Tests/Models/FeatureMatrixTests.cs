using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Models;

/// <summary>The declared networks of real-valued input, and regressors, are all that an attribute can combine, not a choice of them.</summary>
public class FeatureMatrixTests
{
    private static readonly (SequenceTask Task, bool EveryStep, bool Features)[] Kinds =
    [
        (SequenceTask.Classification, false, true),
        (SequenceTask.Labeling, false, true),
        (SequenceTask.Regression, false, true),
        (SequenceTask.Regression, true, true),
        (SequenceTask.Regression, false, false),
        (SequenceTask.Regression, true, false),
    ];

    public static IEnumerable<TheoryDataRow<string>> Combinations =>
        from kind in Kinds
        from cell in DeclaredCell.All
        from layers in new[] { 1, 2 }
        from bidirectional in new[] { false, true }
        select new TheoryDataRow<string>(Describe(kind.Task, kind.EveryStep, kind.Features, cell, layers, bidirectional));

    public static IEnumerable<TheoryDataRow<string>> Poolings =>
        from kind in Kinds
        where kind.Task is SequenceTask.Classification || (kind.Task is SequenceTask.Regression && !kind.EveryStep)
        from cell in DeclaredCell.All
        from pooling in Enum.GetValues<Pooling>()
        select new TheoryDataRow<string>(Describe(kind.Task, kind.Features, cell, pooling));

    private static IEnumerable<ReferenceShape> Shapes => ModelCatalog.Names.Select(name => ModelCatalog.Get(name).Shape);

    [Theory]
    [MemberData(nameof(Combinations))]
    public void A_model_of_every_combination_is_declared(string combination) => Assert.Contains(
        combination,
        Shapes.Select(shape => Describe(shape.Task, shape.EveryStep, shape.Features > 0, DeclaredCell.Of(shape), shape.Layers, shape.Bidirectional)));

    [Theory]
    [MemberData(nameof(Poolings))]
    public void Every_pooling_is_declared(string combination) => Assert.Contains(
        combination, Shapes.Select(shape => Describe(shape.Task, shape.Features > 0, DeclaredCell.Of(shape), shape.Pooling)));

    [Fact]
    public void Numbers_of_features_around_the_end_of_every_vector_are_declared() =>
        Assert.Superset(new HashSet<int> { 1, 3, 4, 5, 7, 8, 9, 16, 17 }, Shapes.Select(shape => shape.Features).ToHashSet());

    private static string Describe(SequenceTask task, bool everyStep, bool features, DeclaredCell cell, int layers, bool bidirectional) =>
        $"{task}, {(everyStep ? "every step, " : "")}{Input(features)}, {cell}, {layers} layers, {(bidirectional ? "both ways" : "forward")}";

    private static string Describe(SequenceTask task, bool features, DeclaredCell cell, Pooling pooling) => $"{task}, {Input(features)}, {cell}, {pooling}";

    private static string Input(bool features) => features ? "features" : "tokens";
}
