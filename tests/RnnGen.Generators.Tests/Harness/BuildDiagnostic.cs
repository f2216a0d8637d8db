using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace RnnGen.Generators.Tests.Harness;

/// <summary>A diagnostic that the package's targets report, and not the analyzer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Severity">Its severity, as the tables write it.</param>
/// <param name="HelpLink">Where it leads.</param>
/// <param name="Text">What it says.</param>
internal sealed record BuildDiagnostic(string Id, string Severity, string HelpLink, string Text)
{
    /// <summary>All of them, in the order of their ids.</summary>
    public static IReadOnlyList<BuildDiagnostic> All { get; } =
    [
        .. XDocument.Parse(Repository.Read("src", "RnnGen", "buildTransitive", "RnnGen.targets"))
            .Descendants()
            .Where(element => element.Name.LocalName is "Warning" or "Error")
            .Select(element => new BuildDiagnostic(
                (string)element.Attribute("Code")!,
                element.Name.LocalName == "Warning" ? "warning" : "error",
                (string)element.Attribute("HelpLink")!,
                (string)element.Attribute("Text")!))
            .OrderBy(diagnostic => diagnostic.Id, System.StringComparer.Ordinal),
    ];

    /// <summary>The title, which nothing but its page has.</summary>
    public string Title => Repository.Read("docs", "diagnostics", Id + ".md").Split('\n')[0].Replace($"# {Id}: ", "", System.StringComparison.Ordinal);
}
