using System;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>
/// What is done with the sums of a single row in the last pass over its weights: a few units at a time, so that the next ones' weights are on their way meanwhile.
/// </summary>
/// <param name="Plan">The tiles of units.</param>
/// <param name="Value">From the expression of a sum to that of what is stored.</param>
/// <param name="EndTile">Writes what follows a tile: (its first unit).</param>
internal sealed record UnitPass(ProductPlan Plan, Func<string, string> Value, Action<SourceWriter, string> EndTile);
