using System;
using System.IO;
using System.Linq;
using System.Text;
using CsCheck;
using RnnGen.Persistence;

namespace RnnGen.Tests.Persistence;

public class TensorContainerTests
{
    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        var container = new TensorContainer();
        container.Add("b", [1f, -2f, 0.5f, 4f, 5f, 6f], 2, 3);
        container.Add("a", [7f]);
        container.Add("none", [], 0, 4);
        container.Add("scalar", [8f], []);
        container.SetMetadata("z", "\"quoted\" \\ é 漢 😀 \n");
        container.SetMetadata("epoch", "3");

        string header = """
            {"__metadata__":{"epoch":"3","z":"\"quoted\" \\ é 漢 \uD83D\uDE00 \n"},
            "b":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},
            "a":{"dtype":"F32","shape":[1],"data_offsets":[24,28]},
            "none":{"dtype":"F32","shape":[0,4],"data_offsets":[28,28]},
            "scalar":{"dtype":"F32","shape":[],"data_offsets":[28,32]}}
            """.ReplaceLineEndings("");
        int length = Encoding.UTF8.GetByteCount(header);
        string padded = header + new string(' ', (8 - (length % 8)) % 8);
        byte[] expected = SafetensorsBytes.File(padded, SafetensorsBytes.Floats(1f, -2f, 0.5f, 4f, 5f, 6f, 7f, 8f));

        Assert.Equal(expected, Bytes(container));
    }

    [Fact]
    public void An_empty_container_is_an_empty_object_padded_to_eight_bytes()
    {
        Assert.Equal(SafetensorsBytes.File("{}      "), Bytes(new TensorContainer()));
        Assert.Empty(Load(SafetensorsBytes.File("{}      ")).Names);
    }

    [Fact]
    public void Any_bits_come_back_and_the_data_starts_on_eight_bytes() =>
        Gen.Select(Gen.UInt.Array[0, 40], Gen.String, Gen.String).Sample((bits, key, text) =>
        {
            float[] values = Array.ConvertAll(bits, BitConverter.UInt32BitsToSingle);
            var container = new TensorContainer();
            container.Add("values", values);
            if (IsWellFormed(key) && IsWellFormed(text))
            {
                container.SetMetadata(key, text);
            }

            byte[] bytes = Bytes(container);
            TensorContainer loaded = Load(bytes);

            Assert.Equal(0, (bytes.Length - (4 * bits.Length)) % 8);
            Assert.Equal(bits, Array.ConvertAll(loaded.ValuesOf("values").ToArray(), BitConverter.SingleToUInt32Bits));
            Assert.Equal(container.Metadata, loaded.Metadata);
        });

    [Fact]
    public void More_values_than_one_chunk_holds_come_back()
    {
        float[] values = [.. Enumerable.Range(0, 100_003).Select(i => (float)i)];
        var container = new TensorContainer();
        container.Add("before", [1f]);
        container.Add("values", values);
        container.Add("after", [2f]);

        TensorContainer loaded = Load(Bytes(container));

        Assert.Equal(values, loaded.ValuesOf("values"));
        Assert.Equal([2f], loaded.ValuesOf("after"));
    }

    [Fact]
    public void Shapes_and_order_come_back()
    {
        var container = new TensorContainer();
        container.Add("second", new float[6], 3, 2);
        container.Add("first", new float[4]);

        TensorContainer loaded = Load(Bytes(container));

        Assert.Equal(["second", "first"], loaded.Names);
        Assert.Equal([3L, 2L], loaded.ShapeOf("second"));
        Assert.Equal([4L], loaded.ShapeOf("first"));
    }

    [Fact]
    public void Other_floating_point_types_are_converted()
    {
        byte[] data =
        [
            .. BitConverter.GetBytes(0.1), .. BitConverter.GetBytes(-1e300),
            .. BitConverter.GetBytes((Half)1.5f), .. BitConverter.GetBytes(Half.NegativeInfinity),
            0x80, 0x3F, 0x20, 0xC0,
        ];
        TensorContainer loaded = Load(SafetensorsBytes.File(
            """
            {"d":{"dtype":"F64","shape":[2],"data_offsets":[0,16]},"h":{"dtype":"F16","shape":[2],"data_offsets":[16,20]},
             "b":{"dtype":"BF16","shape":[2],"data_offsets":[20,24]}}
            """,
            data));

        Assert.Equal([0.1f, float.NegativeInfinity], loaded.ValuesOf("d"));
        Assert.Equal([1.5f, float.NegativeInfinity], loaded.ValuesOf("h"));
        Assert.Equal([1f, -2.5f], loaded.ValuesOf("b"));
    }

    [Fact]
    public void Tensors_may_stand_in_the_header_in_any_order_and_have_unknown_fields()
    {
        TensorContainer loaded = Load(SafetensorsBytes.File(
            """
            {"y":{"data_offsets":[4,8],"shape":[1],"extra":{"a":[1]},"dtype":"F32"},
             "x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}
            """,
            SafetensorsBytes.Floats(1f, 2f)));

        Assert.Equal([1f], loaded.ValuesOf("x"));
        Assert.Equal([2f], loaded.ValuesOf("y"));
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("checkpoint");
        var container = new TensorContainer();
        container.Add("m", [1f, 2f]);
        container.Save(path);
        TensorContainer loaded = TensorContainer.Load(path);

        Assert.True(loaded.Contains("m"));
        Assert.False(loaded.Contains("v"));
        Assert.Equal($"{path}: The file has no tensor 'v'.", Assert.Throws<ModelFileException>(() => loaded.ValuesOf("v").Length).Message);
        Assert.Equal(
            "The file's tensor 'm' has 2 values, 3 are needed.",
            Assert.Throws<ModelFileException>(() => loaded.ValuesOf("m", 3).Length).Problem);
        ModelFileException missing = Assert.Throws<ModelFileException>(() => loaded.MetadataOf("epoch"));
        Assert.Equal("The file's metadata has no entry 'epoch'.", missing.Problem);
        Assert.Equal(path, missing.Path);
    }

    [Fact]
    public void What_the_format_cannot_hold_is_refused()
    {
        var container = new TensorContainer();
        container.Add("taken", [1f]);

        Assert.Throws<ArgumentException>("name", () => container.Add("taken", [1f]));
        Assert.Throws<ArgumentException>("name", () => container.Add("__metadata__", [1f]));
        Assert.Throws<ArgumentException>("name", () => container.Add("half \uD83D", [1f]));
        Assert.Throws<ArgumentException>("shape", () => container.Add("a", [1f, 2f], 3));
        Assert.Throws<ArgumentException>("shape", () => container.Add("a", [], int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, 0));
        Assert.Throws<ArgumentException>("shape", () => container.Add("a", [1f], [.. Enumerable.Repeat(1, 65)]));
        Assert.Throws<ArgumentOutOfRangeException>("shape", () => container.Add("a", [1f], -1, -1));
        Assert.Throws<ArgumentException>("value", () => container.SetMetadata("key", "\uDE00"));
        Assert.Throws<ArgumentException>("key", () => container.SetMetadata("\uDE00", "value"));
        Assert.Equal(["taken"], container.Names);
        Assert.Empty(container.Metadata);
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_refused_because_its_claims_cannot_be_checked()
    {
        using var stream = new ForwardOnlyStream(Bytes(new TensorContainer()));
        Assert.Throws<ArgumentException>("stream", () => TensorContainer.Load(stream));
    }

    [Fact]
    public void Saving_replaces_the_file_and_leaves_nothing_beside_it()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("checkpoint");
        File.WriteAllText(path, new string('x', 10_000));
        var container = new TensorContainer();
        container.Add("m", [1f, 2f]);

        container.Save(path);

        Assert.Equal(Bytes(container), File.ReadAllBytes(path));
        Assert.Equal(["checkpoint"], directory.FileNames);
    }

    [Fact]
    public void A_save_that_fails_before_the_header_is_written_leaves_the_file_as_it_was()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("checkpoint");
        File.WriteAllText(path, "old");
        var container = new TensorContainer();
        container.SetMetadata("long", new string('x', 100_000_000));

        Assert.Throws<ArgumentException>(() => container.Save(path));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["checkpoint"], directory.FileNames);
    }

    [Fact]
    public void A_save_whose_rename_fails_leaves_nothing_behind()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("directory");
        Directory.CreateDirectory(path);

        Assert.ThrowsAny<Exception>(() => new TensorContainer().Save(path));

        Assert.Equal(["directory"], directory.FileNames);
        Assert.Empty(Directory.GetFileSystemEntries(path));
    }

    [Fact]
    public void A_directory_that_is_missing_is_the_systems_own_exception()
    {
        using var directory = new TemporaryDirectory();
        string path = Path.Combine(directory.PathOf("missing"), "checkpoint");

        Assert.Throws<DirectoryNotFoundException>(() => new TensorContainer().Save(path));
        Assert.Throws<DirectoryNotFoundException>(() => TensorContainer.Load(path));
    }

    private static bool IsWellFormed(string text) => !text.Any(char.IsSurrogate);

    private static byte[] Bytes(TensorContainer container)
    {
        using var stream = new MemoryStream();
        container.Save(stream);
        return stream.ToArray();
    }

    private static TensorContainer Load(byte[] bytes) => TensorContainer.Load(new MemoryStream(bytes));
}
