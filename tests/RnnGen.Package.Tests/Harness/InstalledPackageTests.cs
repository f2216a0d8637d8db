namespace RnnGen.Package.Tests.Harness;

/// <summary>The tests that share one consumer, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class InstalledPackageTests : ICollectionFixture<InstalledPackage>
{
    public const string Name = "Installed package";
}
