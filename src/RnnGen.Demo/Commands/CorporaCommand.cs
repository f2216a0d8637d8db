using System.CommandLine;
using System.IO;
using RnnGen.Demo.Corpora;

namespace RnnGen.Demo.Commands;

/// <summary><c>corpora</c>: writes the demo's corpora as files, to read or to try the other commands on.</summary>
internal static class CorporaCommand
{
    public static Command Create(DemoConsole console)
    {
        var folder = new Option<DirectoryInfo>("--out")
        {
            Description = "The folder to write to; it is made if it is not there.",
            HelpName = "folder",
            Required = true,
        };
        var command = new Command("corpora", "Writes the corpora that ship with the demo into a folder.") { folder };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(folder).ToString();
            foreach (string name in CorpusWriter.WriteTo(path).Keys)
            {
                console.PlainOutput.WriteLine(Path.Combine(path, name));
            }
        });
        return command;
    }
}
