using System;
using System.IO;

namespace RnnGen;

/// <summary>A model file or checkpoint that is damaged, or that was written for another model. Nothing of it has been applied.</summary>
public sealed class ModelFileException : IOException
{
    /// <summary>An exception for one problem of one file.</summary>
    /// <param name="problem">What is wrong, and what it should be: a sentence.</param>
    /// <param name="path">The file's path; null for a stream.</param>
    /// <param name="innerException">What led to it, if anything did.</param>
    public ModelFileException(string problem, string? path, Exception? innerException = null)
        : base(path is null ? problem : $"{path}: {problem}", innerException)
    {
        Problem = problem;
        Path = path;
    }

    /// <summary>What is wrong, without the path.</summary>
    public string Problem { get; }

    /// <summary>The file's path; null for a stream.</summary>
    public string? Path { get; }
}
