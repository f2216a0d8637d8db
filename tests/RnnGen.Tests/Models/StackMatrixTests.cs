using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Models;

/// <summary>The declared networks are all that an attribute can combine, not a choice of them.</summary>
public class StackMatrixTests
{
    public static IEnumerable<TheoryDataRow<string>> Combinations =>
        from task in new[] { SequenceTask.Classification, SequenceTask.Labeling, SequenceTask.Generation }
        from cell in DeclaredCell.All
        from layers in new[] { 1, 2 }
        from bidirectional in new[] { false, true }
        where !(bidirectional && task == SequenceTask.Generation)
        from embedded in new[] { false, true }
        from pooling in Enum.GetValues<Pooling>()
        where pooling == Pooling.Last || (task == SequenceTask.Classification && embedded == (bidirectional != (layers == 2)))
        select new TheoryDataRow<string>(Describe(task, cell, layers, bidirectional, embedded, pooling));

    [Theory]
    [MemberData(nameof(Combinations))]
    public void A_model_of_every_combination_is_declared(string combination) => Assert.Contains(
        combination,
        ModelCatalog.Names.Select(name => ModelCatalog.Get(name).Shape).Select(Describe));

    private static string Describe(ReferenceShape shape) =>
        Describe(shape.Task, DeclaredCell.Of(shape), shape.Layers, shape.Bidirectional, shape.Embedding > 0, shape.Pooling);

    private static string Describe(SequenceTask task, DeclaredCell cell, int layers, bool bidirectional, bool embedded, Pooling pooling) =>
        $"{task}, {cell}, {layers} layers, {(bidirectional ? "both ways" : "forward")}, {(embedded ? "embedding" : "one-hot")}, {pooling}";
}
