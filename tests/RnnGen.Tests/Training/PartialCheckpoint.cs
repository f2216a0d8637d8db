using System;
using System.Linq;
using RnnGen.Persistence;

namespace RnnGen.Tests.Training;

/// <summary>Checkpoints that lack something.</summary>
internal static class PartialCheckpoint
{
    /// <summary>The same tensors and text entries but for some.</summary>
    /// <param name="file">A checkpoint.</param>
    /// <param name="isLeftOut">Of a tensor's name or an entry's key.</param>
    public static TensorContainer Of(TensorContainer file, Func<string, bool> isLeftOut)
    {
        var partial = new TensorContainer();
        foreach (string name in file.Names.Where(name => !isLeftOut(name)))
        {
            partial.Add(name, file.ValuesOf(name), [.. file.ShapeOf(name).Select(dimension => (int)dimension)]);
        }

        foreach ((string key, string value) in file.Metadata.Where(entry => !isLeftOut(entry.Key)))
        {
            partial.SetMetadata(key, value);
        }

        return partial;
    }
}
