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
    private const string SecondBias = "rnn.bias_hh_";

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

    /// <summary>
    /// Adds a tensor in row-major order, after those that come before it in the state_dict. PyTorch's second bias, which these models hold at zero,
    /// is left out, but for the GRU, which has three gates: the third of its candidate is free.
    /// </summary>
    public static void Add(TensorSet tensors, string name, int[] shape, double[] data)
    {
        if (name.StartsWith(SecondBias, StringComparison.Ordinal))
        {
            int hidden = tensors[name.Replace(SecondBias, "rnn.weight_hh_", StringComparison.Ordinal)].GetLength(1);
            bool isGru = shape[0] == 3 * hidden;
            Assert.All(data.Take(isGru ? 2 * hidden : data.Length), value => Assert.Equal(0, value));
            if (!isGru)
            {
                return;
            }
        }

        int columns = shape.Length == 1 ? 1 : shape[1];
        var tensor = new double[shape[0], columns];
        Buffer.BlockCopy(data, 0, tensor, 0, data.Length * sizeof(double));
        tensors.Add(name, tensor);
    }
}
