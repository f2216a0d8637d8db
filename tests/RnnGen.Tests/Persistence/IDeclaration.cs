namespace RnnGen.Tests.Persistence;

/// <summary>What an attribute would say.</summary>
internal interface IDeclaration
{
    static abstract ModelDescription Description { get; }
}
