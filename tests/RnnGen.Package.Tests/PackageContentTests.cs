using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using System.Xml.Linq;
using RnnGen.Package.Tests.Harness;

namespace RnnGen.Package.Tests;

public sealed class PackageContentTests(PackedPackage package)
{
    [Fact]
    public async Task The_package_holds_the_runtime_the_generator_and_nothing_more()
    {
        await using ZipArchive archive = await ZipFile.OpenReadAsync(package.PackagePath, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "README.md",
                "RnnGen.nuspec",
                "analyzers/dotnet/cs/RnnGen.Generators.dll",
                "buildTransitive/net10.0/RnnGen.targets",
                "lib/net10.0/RnnGen.dll",
                "lib/net10.0/RnnGen.xml",
            ],
            ContentOf(archive));
    }

    [Fact]
    public async Task The_symbols_are_those_of_the_runtime()
    {
        await using ZipArchive archive = await ZipFile.OpenReadAsync(package.SymbolsPath, TestContext.Current.CancellationToken);

        Assert.Equal(["RnnGen.nuspec", "lib/net10.0/RnnGen.pdb"], ContentOf(archive));
    }

    [Fact]
    public async Task The_package_depends_on_nothing()
    {
        XElement metadata = await ReadMetadata();
        XNamespace space = metadata.Name.Namespace;

        XElement group = Assert.Single(metadata.Element(space + "dependencies")!.Elements());
        Assert.Equal("net10.0", group.Attribute("targetFramework")!.Value);
        Assert.Empty(group.Elements());
        Assert.Null(metadata.Element(space + "frameworkReferences"));
    }

    [Fact]
    public async Task The_package_says_its_licence_and_has_a_readme()
    {
        XElement metadata = await ReadMetadata();
        XNamespace space = metadata.Name.Namespace;

        Assert.Equal("MIT", metadata.Element(space + "license")!.Value);
        Assert.Equal("expression", metadata.Element(space + "license")!.Attribute("type")!.Value);
        Assert.Equal("README.md", metadata.Element(space + "readme")!.Value);
        Assert.Equal("https://github.com/rnngen/rnngen", metadata.Element(space + "repository")!.Attribute("url")!.Value);
    }

    [Fact]
    public async Task The_readme_leads_to_the_repository_where_it_led_to_files_beside_it()
    {
        await using ZipArchive archive = await ZipFile.OpenReadAsync(package.PackagePath, TestContext.Current.CancellationToken);
        string packed = Encoding.UTF8.GetString(await ReadBytes(archive.GetEntry("README.md")!));
        string source = await File.ReadAllTextAsync(Path.Combine(BuildSettings.RepositoryRoot, "README.md"), TestContext.Current.CancellationToken);

        Assert.Contains("](https://github.com/rnngen/rnngen/blob/main/docs/results.md)", packed, System.StringComparison.Ordinal);
        Assert.Equal(source.TrimEnd(), packed.Replace("](https://github.com/rnngen/rnngen/blob/main/", "](", System.StringComparison.Ordinal).TrimEnd());
        Assert.DoesNotMatch(@"\]\((?!https?://|#)", packed);
    }

    [Fact]
    public async Task Nothing_in_a_release_tells_the_folder_it_was_built_in()
    {
        Assert.SkipUnless(BuildSettings.Configuration == "Release", "Debug builds keep the paths of their sources, for the debugger.");

        // Names in metadata are UTF-8, string literals UTF-16.
        string root = Path.TrimEndingDirectorySeparator(BuildSettings.RepositoryRoot);
        byte[][] spellings = [Encoding.UTF8.GetBytes(root), Encoding.Unicode.GetBytes(root)];
        foreach (string path in new[] { package.PackagePath, package.SymbolsPath })
        {
            await using ZipArchive archive = await ZipFile.OpenReadAsync(path, TestContext.Current.CancellationToken);
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                byte[] content = await ReadBytes(entry);
                Assert.DoesNotContain(spellings, spelling => System.MemoryExtensions.IndexOf(content, spelling) >= 0);
            }
        }
    }

    // The rest of the archive is the packaging format's own.
    private static IEnumerable<string> ContentOf(ZipArchive archive) => archive.Entries
        .Select(entry => entry.FullName)
        .Where(name => name is not ("_rels/.rels" or "[Content_Types].xml") && !name.StartsWith("package/services/", System.StringComparison.Ordinal))
        .Order(System.StringComparer.Ordinal);

    private async Task<XElement> ReadMetadata()
    {
        await using ZipArchive archive = await ZipFile.OpenReadAsync(package.PackagePath, TestContext.Current.CancellationToken);
        var nuspec = XDocument.Load(new MemoryStream(await ReadBytes(archive.GetEntry("RnnGen.nuspec")!)));
        return nuspec.Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    private static async Task<byte[]> ReadBytes(ZipArchiveEntry entry)
    {
        await using Stream stream = await entry.OpenAsync(TestContext.Current.CancellationToken);
        MemoryStream content = new();
        await stream.CopyToAsync(content, TestContext.Current.CancellationToken);
        return content.ToArray();
    }
}
