using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Documentation;

/// <summary>The C# of a page, compiled with the generator as one program.</summary>
internal sealed class PageProgram
{
    // The name of the assembly that the harness compiles.
    private const string Name = "Consumer";

    // Printed where a page shows what was printed before.
    private const char EndOfOutput = '\u001e';

    // Those of the console template that the pages use.
    private const string ImplicitUsings = """
        global using System;
        global using System.Linq;
        """;

    private readonly byte[] _image;

    private PageProgram(byte[] image) => _image = image;

    /// <summary>Puts the code together, directives first, statements then, types last, and compiles it. A warning fails the test.</summary>
    /// <param name="blocks">The blocks of a page: code, and places where it shows what the code has printed.</param>
    public static PageProgram Compile(IEnumerable<CodeBlock> blocks)
    {
        CompilationUnitSyntax[] units =
        [
            .. blocks.Where(block => block.IsCode || block.IsOutput)
                .Select(block => block.IsCode ? block.Text : $"System.Console.Write('{EndOfOutput}');")
                .Select(code => CSharpSyntaxTree.ParseText(code).GetCompilationUnitRoot()),
        ];
        MemberDeclarationSyntax[] members = [.. units.SelectMany(unit => unit.Members)];
        string[] parts =
        [
            .. units.SelectMany(unit => unit.Usings).Select(directive => directive.ToString()).Distinct(StringComparer.Ordinal),
            .. members.OfType<GlobalStatementSyntax>().Select(statement => statement.ToFullString()),
            .. members.Where(member => member is not GlobalStatementSyntax).Select(type => type.ToFullString()),
        ];
        ConsumerSettings settings = ConsumerSettings.Default with
        {
            ExtraSources = [ImplicitUsings],
            OutputKind = members.OfType<GlobalStatementSyntax>().Any() ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
        };
        GeneratorRun run = new(Consumer.Compile(settings, [string.Join('\n', parts)]));
        MemoryStream image = new();
        EmitResult result = run.Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);

        // An example need not document its types.
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591"));
        return new PageProgram(image.ToArray());
    }

    /// <summary>Runs the program as its reader would: in a process and a folder of its own.</summary>
    /// <returns>What it prints up to each place of the page that shows it.</returns>
    public async Task<IReadOnlyList<string>> Run()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("RnnGen.Documentation.");
        try
        {
            string runtime = typeof(SequenceModelAttribute).Assembly.Location;
            string program = Path.Combine(folder.FullName, Name + ".dll");
            await File.WriteAllBytesAsync(program, _image, cancellation);
            File.Copy(runtime, Path.Combine(folder.FullName, Path.GetFileName(runtime)));
            File.Copy(
                Path.ChangeExtension(typeof(PageProgram).Assembly.Location, ".runtimeconfig.json"),
                Path.Combine(folder.FullName, Name + ".runtimeconfig.json"));

            using Process process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            Assert.True(process.ExitCode == 0, $"{await output}\n{await error}");
            string[] outputs = (await output).ReplaceLineEndings("\n").Split(EndOfOutput);
            Assert.Equal("", outputs[^1]);
            return outputs[..^1];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
