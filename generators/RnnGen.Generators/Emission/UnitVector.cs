namespace RnnGen.Generators.Emission;

/// <summary>Some consecutive units of a layer, in rows that hold one number for each unit, or one part after another that does.</summary>
/// <param name="Type">The vector type.</param>
/// <param name="First">The first unit: a variable or a number.</param>
/// <param name="PartStride">The constant that is the distance from a part to the next.</param>
internal sealed record UnitVector(string Type, string First, string PartStride = "HiddenStride")
{
    /// <summary>The expression that loads the units from a part of a row.</summary>
    public string Load(string row, int part = 0) => $"{Type}.LoadUnsafe(ref {row}{Offset(part)})";

    /// <summary>The statement that stores a variable there.</summary>
    public string Store(string value, string row, int part = 0) => $"{value}.StoreUnsafe(ref {row}{Offset(part)});";

    private string Offset(int part) => IndexExpression.Argument(IndexExpression.Plus(IndexExpression.Times(part, PartStride), First));
}
