using System.CommandLine;
using System.IO;
using RnnGen.Demo.Corpora;

namespace RnnGen.Demo.Commands;

/// <summary><c>corpora</c>: writes the demo's corpora as files, to read or to try the other commands on.</summary>
internal static class CorporaCommand
{
    public static Command Create(DemoConsole console)
    {
        Option<string> folder = PathOption.Folder(
            "--out", "The folder to write to; it is made if it is not there. Other files of the same names are not overwritten.", required: true);
        var command = new Command("corpora", "Writes the corpora that ship with the demo into a folder.") { folder };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(folder);
            foreach (string name in CorpusWriter.WriteTo(path).Keys)
            {
                console.PlainOutput.WriteLine(Path.Combine(path, name));
            }
        });
        return command;
    }
}
