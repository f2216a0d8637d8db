using System;
using System.Linq;
using System.Reflection;

namespace RnnGen.Package.Tests.Harness;

/// <summary>What the build of these tests knows, and writes into their assembly.</summary>
internal static class BuildSettings
{
    /// <summary>The root of the repository, with a separator at its end.</summary>
    public static string RepositoryRoot { get; } = Read(nameof(RepositoryRoot));

    /// <summary>Release or Debug: the package is packed from what was built together with the tests.</summary>
    public static string Configuration { get; } = Read(nameof(Configuration));

    /// <summary>The folder of the packages that were restored with the tests.</summary>
    public static string PackageFolder { get; } = Read(nameof(PackageFolder));

    /// <summary>The platform that the tests run on, for example linux-x64.</summary>
    public static string RuntimeIdentifier { get; } = Read(nameof(RuntimeIdentifier));

    private static string Read(string key) => typeof(BuildSettings).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .SingleOrDefault(attribute => attribute.Key == key)?.Value
        ?? throw new InvalidOperationException($"The project file does not say {key}.");
}
