namespace RnnGen.Generators.Emission;

/// <summary>Some consecutive units of a layer, in rows that hold one number for each unit, or one part after another that does.</summary>
/// <param name="Type">The vector type.</param>
/// <param name="First">The first unit: a variable or a number.</param>
/// <param name="PartStride">The constant that is the distance from a part of a state to the next.</param>
/// <param name="GateStride">The constant that is the distance from a gate to the next.</param>
internal sealed record UnitVector(string Type, string First, string PartStride = "HiddenStride", string GateStride = "HiddenStride")
{
    /// <summary>The expression that loads the units from a part of a row.</summary>
    public string Load(string row, int part = 0) => $"{Type}.LoadUnsafe(ref {row}{Offset(part)})";

    /// <summary>The statement that stores a variable, or an expression that needs no brackets, there.</summary>
    public string Store(string value, string row, int part = 0) => $"{value}.StoreUnsafe(ref {row}{Offset(part)});";

    /// <summary>The expression that loads a gate of the units from a row of gates.</summary>
    public string LoadGate(string row, int gate) => (this with { PartStride = GateStride }).Load(row, gate);

    /// <summary>The statement that stores a variable there.</summary>
    public string StoreGate(string value, string row, int gate) => (this with { PartStride = GateStride }).Store(value, row, gate);

    /// <summary>Two gates side by side, of units that fill half a vector of 512 bits: those of gate k are a pair's k.</summary>
    public UnitVector OfPairs() => this with { Type = "Vector512", GateStride = IndexExpression.Times(2, GateStride) };

    private string Offset(int part) => IndexExpression.Argument(IndexExpression.Plus(IndexExpression.Times(part, PartStride), First));
}
