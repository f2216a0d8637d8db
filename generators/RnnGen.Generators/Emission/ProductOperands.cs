using System;
using System.Collections.Generic;

namespace RnnGen.Generators.Emission;

/// <summary>What a product multiplies, by the names that its generated method gives them.</summary>
internal sealed record ProductOperands
{
    /// <summary>The reference to the left matrix's first row; null where <see cref="Spread"/> says where its numbers are.</summary>
    public required string? Left { get; init; }

    /// <summary>The constant that names the distance between its rows.</summary>
    public required string LeftStride { get; init; }

    /// <summary>The expression that has a number of the left row in every lane, where it is not in memory; only for products without a loop.</summary>
    public Func<int, string>? Spread { get; init; }

    /// <summary>
    /// Whether each of its numbers is spread by the load itself: in a step of few units, which is bound by latency and not by its loads, the permutation that spreads one of four is a detour.
    /// </summary>
    public bool LoadsOneByOne { get; init; }

    /// <summary>The reference to the weights' first row.</summary>
    public required string Weights { get; init; }

    /// <summary>The constant that names the distance between their rows.</summary>
    public required string WeightStride { get; init; }

    /// <summary>Their panels; null where rows are whole.</summary>
    public WeightPanels? Panels { get; init; }

    /// <summary>The reference to the first row of the result; null where the sums go elsewhere.</summary>
    public required string? Destination { get; init; }

    /// <summary>The constant that names the distance between the result's rows.</summary>
    public required string DestinationStride { get; init; }

    /// <summary>The constant that names how many columns the result has; null where none does.</summary>
    public string? Columns { get; init; }

    /// <summary>The constant that names the distance between the gates, where a tile takes the same columns of several.</summary>
    public string GateStride { get; init; } = "HiddenStride";

    /// <summary>Lines that come before a row's tiles: (row of the tile, expression of its index).</summary>
    public Func<int, string, IEnumerable<string>> BeginRow { get; init; } = (_, _) => [];

    /// <summary>The expression a sum starts from: (row of the tile, column).</summary>
    public required Func<int, string, string> Initial { get; init; }

    /// <summary>Writes what becomes of a sum: (row of the tile, column, expression of the sum); null where it goes to the destination as it is.</summary>
    public Action<SourceWriter, int, string, string>? Finish { get; init; }

    /// <summary>Whether <see cref="Finish"/> still reads the numbers that were in the destination, so that no sums can wait there.</summary>
    public bool KeepsDestination { get; init; }

    /// <summary>Writes what follows a tile: (its first column).</summary>
    public Action<SourceWriter, string> EndTile { get; init; } = (_, _) => { };

    /// <summary>Writes an expression to its place in the destination.</summary>
    public void Store(SourceWriter writer, int row, string column, string expression) =>
        writer.Line($"{IndexExpression.Bracketed(expression)}.StoreUnsafe(ref destination{At(row, column)});");

    /// <summary>The offset of a row of the tile and a column in the destination, as an argument after a reference; empty for none.</summary>
    public string At(int row, string column) => At(row, column, DestinationStride);

    /// <summary>The offset of a row of the tile and a column where rows are a named stride apart.</summary>
    public static string At(int row, string column, string stride) =>
        IndexExpression.Argument(IndexExpression.Plus(column, IndexExpression.Times(row, stride)));
}
