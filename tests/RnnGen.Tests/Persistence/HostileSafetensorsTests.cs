using System;
using System.IO;
using System.Linq;
using System.Text;
using RnnGen.Persistence;

namespace RnnGen.Tests.Persistence;

/// <summary>Files that break one rule of the format each.</summary>
public class HostileSafetensorsTests
{
    public static TheoryData<string, string, int> Headers => new()
    {
        { "", "does not begin with '{'", 0 },
        { " {}", "does not begin with '{'", 0 },
        { "[]", "does not begin with '{'", 0 },
        { "{", "not valid JSON", 0 },
        { "{}x", "not valid JSON", 0 },
        { "{}{}", "not valid JSON", 0 },
        { "{} \0", "not valid JSON", 0 },
        { "{'a':1}", "not valid JSON", 0 },
        { "{\"a\":{},}", "needs a dtype, a shape and two data_offsets", 0 },
        { "{\"__metadata__\":{\"a\":\"b\"},}", "not valid JSON", 0 },
        { "{/* comment */}", "not valid JSON", 0 },
        { "{\"a\":1}", "entry 'a' is not an object", 0 },
        { "{\"a\":[]}", "entry 'a' is not an object", 0 },
        { "{\"__metadata__\":[]}", "__metadata__ is not an object", 0 },
        { "{\"__metadata__\":{\"k\":1}}", "metadata entry 'k' is not a string", 0 },
        { "{\"__metadata__\":{\"k\":{\"l\":\"m\"}}}", "metadata entry 'k' is not a string", 0 },
        { "{\"__metadata__\":{\"k\":\"a\",\"k\":\"b\"}}", "two entries named 'k'", 0 },
        { "{\"__metadata__\":{},\"__metadata__\":{}}", "two entries named '__metadata__'", 0 },
        { "{\"__metadata__\":{\"k\":\"\\ud800\"}}", "not valid Unicode", 0 },
        { "{\"__metadata__\":{\"\\ud800\":\"k\"}}", "not valid Unicode", 0 },
        { "{\"\\udc00\":{}}", "not valid Unicode", 0 },
        { Tensor("F32", "[1]", "[0,4]") + "," + Tensor("F32", "[1]", "[4,8]"), "two entries named 'a'", 8 },
        { Tensor("F32", "[1]", "[0,4]") + "," + Tensor("F32", "[1]", "[4,8]", "\\u0061"), "two entries named 'a'", 8 },
        { "\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}", "two fields named 'dtype'", 4 },
        { "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"shape\":[1],\"data_offsets\":[0,4]}", "two fields named 'shape'", 4 },
        { "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"data_offsets\":[0,4]}", "two fields named 'data_offsets'", 4 },
        { "\"a\":{\"shape\":[1],\"data_offsets\":[0,4]}", "needs a dtype", 4 },
        { "\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}", "needs a dtype", 4 },
        { "\"a\":{\"dtype\":\"F32\",\"shape\":[1]}", "needs a dtype", 4 },
        { "\"a\":{\"dtype\":1,\"shape\":[1],\"data_offsets\":[0,4]}", "dtype of tensor 'a' is not a string", 4 },
        { Tensor("I32", "[1]", "[0,4]"), "element type I32", 4 },
        { Tensor("f32", "[1]", "[0,4]"), "element type f32", 4 },
        { Tensor("F32", "1", "[0,4]"), "shape of tensor 'a' is not a list", 4 },
        { Tensor("F32", "[-1]", "[0,4]"), "shape of tensor 'a' is not a list of whole numbers", 4 },
        { Tensor("F32", "[1.0]", "[0,4]"), "shape of tensor 'a' is not a list of whole numbers", 4 },
        { Tensor("F32", "[1e0]", "[0,4]"), "shape of tensor 'a' is not a list of whole numbers", 4 },
        { Tensor("F32", "[\"1\"]", "[0,4]"), "shape of tensor 'a' is not a list of whole numbers", 4 },
        { Tensor("F32", "[9223372036854775808]", "[0,4]"), "shape of tensor 'a' is not a list of whole numbers", 4 },
        { Tensor("F32", "[4611686018427387904]", "[0,4]"), "larger than any file", 4 },
        { Tensor("F32", "[4294967296,4294967296]", "[0,0]"), "larger than any file", 0 },
        { Tensor("F32", "[4294967296,4294967296,0]", "[0,0]"), "larger than any file", 0 },
        { Tensor("F32", "[" + string.Join(',', Enumerable.Repeat("1", 65)) + "]", "[0,4]"), "more than 64 numbers", 4 },
        { Tensor("F32", "[1]", "[0]"), "needs a dtype, a shape and two data_offsets", 4 },
        { Tensor("F32", "[1]", "[0,4,8]"), "more than 2 numbers", 4 },
        { Tensor("F32", "[1]", "[4,0]"), "ends at byte 0, before it begins at 4", 4 },
        { Tensor("F32", "[1]", "[-4,0]"), "data_offsets of tensor 'a' is not a list of whole numbers", 4 },
        { Tensor("F32", "[2]", "[0,4]"), "takes 8 bytes, its data_offsets span 4", 4 },
        { Tensor("F32", "[1]", "[0,8]"), "takes 4 bytes, its data_offsets span 8", 8 },
        { Tensor("F64", "[1]", "[0,4]"), "takes 8 bytes, its data_offsets span 4", 4 },
        { Tensor("F32", "[1]", "[4,8]"), "leaves a hole", 8 },
        { Tensor("F32", "[1]", "[0,4]") + "," + Tensor("F32", "[1]", "[8,12]", "b"), "begins at byte 8 of the data and not at 4", 12 },
        { Tensor("F32", "[2]", "[0,8]") + "," + Tensor("F32", "[1]", "[4,8]", "b"), "overlaps", 8 },
        { Tensor("F32", "[1]", "[0,4]") + "," + Tensor("F32", "[1]", "[0,4]", "b"), "overlaps", 4 },
        { Tensor("F32", "[1]", "[0,4]"), "accounts for 4 bytes of data, the file holds 3", 3 },
        { Tensor("F32", "[1]", "[0,4]"), "accounts for 4 bytes of data, the file holds 5", 5 },
        { Tensor("F32", "[2000000000000]", "[0,8000000000000]"), "accounts for 8000000000000 bytes of data, the file holds 4", 4 },
        { "{}", "accounts for 0 bytes of data, the file holds 4", 4 },
        { "\"a\":{\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}", "not valid JSON", 0 },
        { new string('{', 100_000), "not valid JSON", 0 },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_header_that_breaks_a_rule_is_refused(string header, string problem, int dataLength)
    {
        string json = header.StartsWith('"') ? "{" + header + "}" : header;
        AssertRefused(SafetensorsBytes.File(json, new byte[dataLength]), problem);
    }

    [Fact]
    public void A_header_that_is_not_utf8_is_refused()
    {
        byte[] header = Encoding.UTF8.GetBytes("{\"__metadata__\":{\"k\":\"?\"}}");
        header[Array.IndexOf(header, (byte)'?')] = 0xFF;
        AssertRefused(SafetensorsBytes.File(header), "not valid UTF-8");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void A_file_shorter_than_the_length_of_its_header_is_refused(int length) =>
        AssertRefused(new byte[length], "shorter than 8 bytes");

    [Theory]
    [InlineData(100_000_001ul)]
    [InlineData(ulong.MaxValue)]
    [InlineData((ulong)long.MaxValue + 1)]
    public void A_header_longer_than_the_reference_allows_is_refused(ulong length)
    {
        byte[] file = SafetensorsBytes.File("{}");
        BitConverter.GetBytes(length).CopyTo(file, 0);
        AssertRefused(file, "100000000 are allowed");
    }

    [Fact]
    public void A_header_longer_than_the_file_is_refused_without_reserving_memory_for_it()
    {
        byte[] file = SafetensorsBytes.File("{}");
        BitConverter.GetBytes(100_000_000ul).CopyTo(file, 0);
        AssertRefused(file, "ends inside its header of 100000000 bytes");

        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = Assert.Throws<ModelFileException>(() => TensorContainer.Load(new MemoryStream(file)));

        // An exception and a test's own objects take a few kilobytes; the header that the file promises would take 100 MB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_tensor_larger_than_the_file_is_refused_without_reserving_memory_for_it()
    {
        byte[] file = SafetensorsBytes.File("{" + Tensor("F32", "[200000000]", "[0,800000000]") + "}", new byte[4]);

        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = Assert.Throws<ModelFileException>(() => TensorContainer.Load(new MemoryStream(file)));

        // As above; the tensor would take 800 MB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private static string Tensor(string type, string shape, string offsets, string name = "a") =>
        $$"""
        "{{name}}":{"dtype":"{{type}}","shape":{{shape}},"data_offsets":{{offsets}}}
        """;

    private static void AssertRefused(byte[] file, string problem)
    {
        ModelFileException exception = Assert.Throws<ModelFileException>(() => TensorContainer.Load(new MemoryStream(file)));
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.Null(exception.Path);
    }
}
