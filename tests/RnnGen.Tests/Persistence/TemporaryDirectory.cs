using System;
using System.IO;

namespace RnnGen.Tests.Persistence;

/// <summary>A directory that is gone after the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("rnngen-tests-");

    public string[] FileNames => Array.ConvertAll(_directory.GetFileSystemInfos(), static entry => entry.Name);

    public string PathOf(string name) => Path.Combine(_directory.FullName, name);

    public void Dispose() => _directory.Delete(recursive: true);
}
