using RnnGen.Package.Tests.Harness;

[assembly: AssemblyFixture(typeof(PackedPackage))]
