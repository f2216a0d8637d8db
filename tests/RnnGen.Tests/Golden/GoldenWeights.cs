using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using System.Text.Json;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Golden;

/// <summary>
/// Reads a trusted .safetensors file of 32-bit floats: 8 bytes of header length, a JSON header, the numbers. Written apart from the
/// runtime's reader, so that each checks the other.
/// </summary>
internal static class GoldenWeights
{
    public static TensorSet Read(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        int headerLength = checked((int)BinaryPrimitives.ReadInt64LittleEndian(file));
        using JsonDocument header = JsonDocument.Parse(file.AsMemory(8, headerLength));
        var tensors = new TensorSet();
        foreach (JsonProperty tensor in header.RootElement.EnumerateObject().Where(property => property.Name != "__metadata__"))
        {
            int[] offsets = tensor.Value.GetProperty("data_offsets").Deserialize<int[]>()!;
            byte[] data = file[(8 + headerLength + offsets[0])..(8 + headerLength + offsets[1])];
            double[] values =
                [.. data.Chunk(sizeof(float)).Select(bytes => (double)BinaryPrimitives.ReadSingleLittleEndian(bytes))];
            Add(tensors, tensor.Name, tensor.Value.GetProperty("shape").Deserialize<int[]>()!, values);
        }

        return tensors;
    }

    /// <summary>Adds a tensor in row-major order. PyTorch's second bias, which these models hold at zero, is left out.</summary>
    public static void Add(TensorSet tensors, string name, int[] shape, double[] data)
    {
        if (name.StartsWith("rnn.bias_hh_", StringComparison.Ordinal))
        {
            Assert.All(data, value => Assert.Equal(0, value));
            return;
        }

        int columns = shape.Length == 1 ? 1 : shape[1];
        var tensor = new double[shape[0], columns];
        Buffer.BlockCopy(data, 0, tensor, 0, data.Length * sizeof(double));
        tensors.Add(name, tensor);
    }
}
