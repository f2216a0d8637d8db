using System.CommandLine;
using System.CommandLine.Parsing;

namespace RnnGen.Demo.Commands;

/// <summary>Options that are the path of a file or of a folder.</summary>
internal static class PathOption
{
    /// <summary>A file.</summary>
    public static Option<string> File(string name, string description, bool required) => Create(name, description, required, "file");

    /// <summary>A folder.</summary>
    public static Option<string> Folder(string name, string description, bool required) => Create(name, description, required, "folder");

    private static Option<string> Create(string name, string description, bool required, string what)
    {
        var option = new Option<string>(name) { Description = description, HelpName = what, Required = required };
        option.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens)
            {
                // The functions that take paths would call it a mistake of the program.
                if (string.IsNullOrWhiteSpace(token.Value) || token.Value.Contains('\0'))
                {
                    result.AddError($"Option '{name}' is '{token.Value}'; it must be the path of a {what}.");
                }
            }
        });
        return option;
    }
}
