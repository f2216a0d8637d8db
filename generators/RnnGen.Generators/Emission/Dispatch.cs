namespace RnnGen.Generators.Emission;

/// <summary>Writes a method that passes its arguments to the version for the widest vectors that the hardware has.</summary>
internal static class Dispatch
{
    public static void Write(SourceWriter writer, string access, string type, string name, string parameters, string arguments)
    {
        string prefix = type == "void" ? "" : "return ";
        writer.Open($"{access} static {type} {name}({parameters})");
        writer.Open("if (Vector512.IsHardwareAccelerated)");
        writer.Line($"{prefix}{name}<Kernels512>({arguments});");
        writer.Close();
        writer.Open("else if (Vector256.IsHardwareAccelerated)");
        writer.Line($"{prefix}{name}<Kernels256>({arguments});");
        writer.Close();
        writer.Open("else");
        writer.Line($"{prefix}{name}<Kernels128>({arguments});");
        writer.Close();
        writer.Close();
    }
}
