using System;
using System.Collections.Generic;

namespace RnnGen.Generators.Emission;

/// <summary>Where the part of a step that goes unit by unit finds its numbers, for one vector of units.</summary>
internal sealed class GateOperands
{
    /// <summary>The vector's place among the units.</summary>
    public required UnitVector Units { get; init; }

    /// <summary>The expression of a gate's part of W s_(t-1).</summary>
    public required Func<int, string> Recurrent { get; init; }

    /// <summary>The expression of a gate's part of U x_t + b.</summary>
    public required Func<int, string> Input { get; init; }

    /// <summary>Whether that expression is a sum, which needs brackets to be a term of another.</summary>
    public bool InputIsSum { get; init; }

    /// <summary>Whether <see cref="Recurrent"/> and <see cref="Input"/> are those of two gates, 2 k and 2 k + 1, which share a vector of 512 bits; what they take is the number k of the pair.</summary>
    public bool ArePairs { get; init; }

    /// <summary>What the names of the variables end with, where there are those of other vectors beside them.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>Whether the gates go to the row <c>step</c>, for the way back.</summary>
    public bool KeepsGates { get; init; } = true;

    /// <summary>Writes what comes before each nonlinearity, to be done while these keep the processor busy; null for nothing.</summary>
    public Action<SourceWriter>? WriteBefore { get; init; }

    /// <summary>Operands whose input is in a row, to which the row <c>bias</c> is to be added where it is one of U.</summary>
    /// <param name="units">The vector's place among the units.</param>
    /// <param name="input">What the step reads.</param>
    /// <param name="row">The row of the input.</param>
    /// <param name="recurrent">The expressions of W s_(t-1); null where it is in the row <c>step</c>.</param>
    /// <param name="suffix">What the names of the variables end with.</param>
    /// <param name="arePairs">Whether these are the expressions of two gates at a time.</param>
    /// <param name="writeBefore">Writes what comes before each nonlinearity.</param>
    public static GateOperands OfRows(
        UnitVector units, StepInput input, string row = "input", Func<int, string>? recurrent = null, string suffix = "", bool arePairs = false, Action<SourceWriter>? writeBefore = null)
    {
        UnitVector gates = arePairs ? units.OfPairs() : units;
        return new()
        {
            Units = units,
            Suffix = suffix,
            ArePairs = arePairs,
            Recurrent = recurrent ?? (gate => gates.LoadGate("step", gate)),
            Input = gate => gates.LoadGate(row, gate) + (input.IsToken ? " + " + gates.LoadGate("bias", gate) : ""),
            InputIsSum = input.IsToken,
            WriteBefore = writeBefore,
        };
    }

    /// <summary>Writes the same lines for each vector, so that what waits in one overlaps what waits in the next; none where they are empty.</summary>
    public static void WriteEach(SourceWriter writer, IReadOnlyList<GateOperands> vectors, Func<GateOperands, string> lines)
    {
        foreach (GateOperands operands in vectors)
        {
            string text = lines(operands);
            if (text.Length > 0)
            {
                writer.Lines(text);
            }
        }
    }

    /// <summary>Writes a gate of each vector: the nonlinearity of the sum of both products.</summary>
    public static void WriteGate(SourceWriter writer, IReadOnlyList<GateOperands> vectors, string name, string function, int gate) =>
        WriteNonlinearity(writer, vectors, v => $"""
            {v.Units.Type}<float> {name}{v.Suffix} = VectorMath.{function}(
                {v.Sum(gate)});
            """);

    /// <summary>Writes the lines of a nonlinearity for each vector, after what comes before them; nothing where they are empty.</summary>
    public static void WriteNonlinearity(SourceWriter writer, IReadOnlyList<GateOperands> vectors, Func<GateOperands, string> lines)
    {
        vectors[0].WriteBefore?.Invoke(writer);
        WriteEach(writer, vectors, lines);
    }

    /// <summary>What the nonlinearity of a gate, or of each of a pair, is taken of: W s_(t-1) + U x_t + b.</summary>
    public string Sum(int gate) => $"{Recurrent(gate)} + {InputTerm(gate)}";

    /// <summary>A gate's part of U x_t + b, as a term of a sum.</summary>
    public string InputTerm(int gate) => InputIsSum ? $"({Input(gate)})" : Input(gate);
}
