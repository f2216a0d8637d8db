using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>
/// Small networks of every kind: each cell with each input, number of layers, direction, task and pooling that go together, by names that say so.
/// </summary>
internal static class ShapeMatrix
{
    /// <summary>The largest number of layers; with one above the second, a layer has a layer both above and below it.</summary>
    private const int MostLayers = 3;

    private static readonly (string Name, ReferenceShape Shape)[] Cells =
    [
        ("tanh", new(SequenceTask.Labeling, Vocabulary: 5, Hidden: 3, Outputs: 4)),
        ("relu", new(SequenceTask.Labeling, Vocabulary: 5, Hidden: 3, Outputs: 4, Nonlinearity.Relu)),
        ("gru", new(SequenceTask.Labeling, Vocabulary: 5, Hidden: 3, Outputs: 4, Cell: CellKind.Gru)),
        ("gru-reset-before", new(SequenceTask.Labeling, Vocabulary: 5, Hidden: 3, Outputs: 4, Cell: CellKind.Gru) { ResetBefore = true }),
        ("lstm", new(SequenceTask.Labeling, Vocabulary: 5, Hidden: 3, Outputs: 4, Cell: CellKind.Lstm)),
    ];

    public static IReadOnlyDictionary<string, ReferenceShape> Shapes { get; } = new OrderedDictionary<string, ReferenceShape>(
        from cell in Cells
        from task in Tasks(cell.Shape)
        from input in Inputs(task.Shape)
        from layers in Enumerable.Range(1, MostLayers)
        from bidirectional in task.Shape.Task == SequenceTask.Generation ? [false] : new[] { false, true }
        select KeyValuePair.Create(
            string.Create(CultureInfo.InvariantCulture, $"{task.Name}_{cell.Name}_{input.Name}_l{layers}{(bidirectional ? "_bi" : "")}"),
            input.Shape with { Layers = layers, Bidirectional = bidirectional }));

    private static IEnumerable<(string Name, ReferenceShape Shape)> Tasks(ReferenceShape shape)
    {
        foreach (Pooling pooling in Enum.GetValues<Pooling>())
        {
            ReferenceShape one = shape with { Task = SequenceTask.Classification, Pooling = pooling };
            yield return ($"classifier-{pooling}", one);
            yield return ($"regressor-{pooling}", one with { Task = SequenceTask.Regression });
        }

        yield return ("labeler", shape);
        yield return ("regressor-each-step", shape with { Task = SequenceTask.Regression, EveryStep = true });
        yield return ("generator", shape with { Task = SequenceTask.Generation, Outputs = shape.Vocabulary });
    }

    private static IEnumerable<(string Name, ReferenceShape Shape)> Inputs(ReferenceShape shape)
    {
        yield return ("tokens", shape);
        yield return ("embedding", shape with { Embedding = 2 });
        if (shape.Task == SequenceTask.Generation)
        {
            yield return ("tied", shape with { Embedding = shape.Hidden, TieEmbedding = true });
        }
        else
        {
            yield return ("features", shape with { Vocabulary = 0, Features = 2 });
        }
    }
}
