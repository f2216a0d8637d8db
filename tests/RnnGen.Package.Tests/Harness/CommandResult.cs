namespace RnnGen.Package.Tests.Harness;

/// <summary>What a program came to.</summary>
/// <param name="Line">The command line, to be read by people.</param>
/// <param name="ExitCode">0 if all went well.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record CommandResult(string Line, int ExitCode, string Output, string Error)
{
    public override string ToString() => $"{Line}\nexit code {ExitCode}\n{Output}\n{Error}";
}
