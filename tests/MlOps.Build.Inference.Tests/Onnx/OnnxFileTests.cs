using MlOps.Build.Inference.Onnx;
using MlOps.Build.Inference.Tests.Interpreter;

namespace MlOps.Build.Inference.Tests.Onnx;

public sealed class OnnxFileTests
{
    [Fact]
    public void Every_kind_of_attribute_and_tensor_survives_the_file()
    {
        var model = Sample();
        var read = OnnxModelReader.Read(OnnxModelWriter.Write(model));
        read.Graph.Initializers.Count.ShouldBe(model.Graph.Initializers.Count);
        foreach (var (expected, actual) in model.Graph.Initializers.Zip(read.Graph.Initializers))
        {
            actual.Name.ShouldBe(expected.Name);
            actual.Value.Shape.ShouldBe(expected.Value.Shape);
            Copies.Values(actual.Value).ShouldBe(Copies.Values(expected.Value));
        }

        read.Graph.Inputs[0].Shape.ShouldBe([null, 3]);
        var attributes = read.Graph.Nodes[0].Attributes;
        attributes["f"].ShouldBe(1.5f);
        attributes["i"].ShouldBe(-7L);
        attributes["s"].ShouldBe("häh");
        attributes["floats"].ShouldBe(new[] { float.NaN, -0f, 3f });
        attributes["ints"].ShouldBe(new[] { long.MinValue, 0, long.MaxValue });
        attributes["strings"].ShouldBe(new[] { "", "a" });
        attributes["none"].ShouldBe(Array.Empty<long>());
        Copies.Values(((OnnxTensor)attributes["tensor"]).Value).ShouldBe(new[] { 1.0, 2.0 });
        read.Metadata["k"].ShouldBe("v");
    }

    [Fact]
    public void The_order_of_maps_does_not_change_the_bytes()
    {
        var model = Sample();
        var node = model.Graph.Nodes[0];
        var turned = node with { Attributes = node.Attributes.Reverse().ToDictionary(a => a.Key, a => a.Value) };
        OnnxModelWriter.Write(model with { Graph = model.Graph with { Nodes = [turned] } }).ShouldBe(OnnxModelWriter.Write(model));
    }

    // Field by field from onnx.proto: float_data unpacked (0x25) and packed (0x22), int64_data packed with a negative number.
    [Fact]
    public void Typed_fields_are_read_packed_or_not()
    {
        Initializer([0x08, 2, 0x10, 1, 0x25, 0, 0, 128, 63, 0x25, 0, 0, 0, 64]).ShouldBe(new[] { 1f, 2f });
        Initializer([0x0A, 1, 2, 0x10, 1, 0x22, 8, 0, 0, 128, 63, 0, 0, 0, 64]).ShouldBe(new[] { 1f, 2f });
        Initializer([0x08, 2, 0x10, 7, 0x3A, 11, 5, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]).ShouldBe(new long[] { 5, -1 });
        Initializer([0x08, 2, 0x10, 9, 0x2A, 2, 1, 0]).ShouldBe(new[] { true, false });
        Initializer([0x08, 1, 0x10, 8, 0x32, 1, (byte)'a']).ShouldBe(new[] { "a" });
    }

    [Theory]
    [InlineData(new byte[] { }, "no ONNX graph")]
    [InlineData(new byte[] { 0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F }, "bytes")]
    [InlineData(new byte[] { 0x08 }, "middle of a number")]
    [InlineData(new byte[] { 0x08, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1 }, "ten bytes")]
    [InlineData(new byte[] { 0x3D, 1, 2, 3, 4 }, "wire type Fixed32 where Bytes belongs")]
    [InlineData(new byte[] { 0x3B, 0x3C }, "wire type 3")]
    [InlineData(new byte[] { 0x00, 0x00 }, "field number 0")]
    [InlineData(new byte[] { 0x12, 2, 0xC3, 0x28 }, "not UTF-8")]
    [InlineData(new byte[] { 0x3A, 2, 0x0A, 0 }, "names no operator")]
    [InlineData(new byte[] { 0x3A, 7, 0x2A, 5, 0x08, 0xFF, 0x7F, 0x10, 1 }, "do not hold 16383 values")]
    [InlineData(new byte[] { 0x3A, 8, 0x2A, 6, 0x08, 1, 0x10, 10, 0x4A, 0 }, "element type 10")]
    public void Damaged_files_are_refused_with_a_line_that_says_why(byte[] file, string reason)
    {
        var message = Should.Throw<InferenceException>(() => OnnxModelReader.Read(file)).Message;
        message.ShouldContain(reason);
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void Huge_or_negative_dimensions_are_refused_without_allocating()
    {
        long[][] shapes = [[long.MaxValue], [1L << 40, 1L << 40], [0, long.MaxValue, long.MaxValue], [-1]];
        foreach (var shape in shapes)
        {
            var dims = shape.SelectMany(size => new byte[] { 0x08 }.Concat(Varint((ulong)size)));
            byte[] tensor = [.. dims, 0x10, 1];
            byte[] graph = [0x2A, (byte)tensor.Length, .. tensor];
            Should.Throw<InferenceException>(() => OnnxModelReader.Read((byte[])[0x3A, (byte)graph.Length, .. graph]));
        }
    }

    [Fact]
    public void Every_truncation_and_every_flipped_byte_reads_or_is_refused()
    {
        var file = OnnxModelWriter.Write(Sample());
        for (var length = 0; length < file.Length; length++)
            TryRead(file.AsMemory(0, length));
        for (var at = 0; at < file.Length; at++)
        {
            foreach (byte flip in (byte[])[0x01, 0x02, 0x04, 0x08, 0x80, 0xFF])
            {
                var damaged = (byte[])file.Clone();
                damaged[at] ^= flip;
                TryRead(damaged);
            }
        }
    }

    private static void TryRead(ReadOnlyMemory<byte> file)
    {
        try
        {
            OnnxModelReader.Read(file);
        }
        catch (InferenceException)
        {
        }
    }

    private static System.Collections.IEnumerable Initializer(byte[] tensor)
    {
        byte[] graph = [0x2A, (byte)tensor.Length, .. tensor];
        return Copies.Values(OnnxModelReader.Read((byte[])[0x3A, (byte)graph.Length, .. graph]).Graph.Initializers[0].Value);
    }

    private static byte[] Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        return [.. bytes, (byte)value];
    }

    private static OnnxModel Sample() => new()
    {
        Opsets = new Dictionary<string, long> { [""] = 18, ["ai.onnx.ml"] = 3 },
        Metadata = new Dictionary<string, string> { ["k"] = "v" },
        Graph = new OnnxGraph
        {
            Name = "sample",
            Inputs = [new OnnxValue("x", OnnxType.Float, [null, 3])],
            Outputs = [new OnnxValue("y", OnnxType.Int64, [])],
            Initializers =
            [
                new OnnxTensor("floats", Tensor.Create(new[] { 1f, float.NaN, float.PositiveInfinity, -0f }, 2, 2)),
                new OnnxTensor("doubles", Tensor.Create(new[] { 1e300, double.NaN }, 2)),
                new OnnxTensor("longs", Tensor.Create(new[] { long.MinValue }, 1)),
                new OnnxTensor("ints", Tensor.Create(new[] { int.MinValue, 3 }, 1, 2)),
                new OnnxTensor("bytes", Tensor.Create(new byte[] { 0, 255 }, 2)),
                new OnnxTensor("flags", Tensor.Create(new[] { true, false }, 2)),
                new OnnxTensor("texts", Tensor.Create(new[] { "", "ü", "b" }, 3)),
                new OnnxTensor("scalar", Tensor.Create(new[] { 3f })),
                new OnnxTensor("nothing", Tensor.Create(Array.Empty<float>(), 0, 4)),
            ],
            Nodes =
            [
                new OnnxNode
                {
                    Operator = "Test",
                    Domain = "ai.onnx.ml",
                    Name = "n",
                    Inputs = ["x", ""],
                    Outputs = ["y"],
                    Attributes = new Dictionary<string, object>
                    {
                        ["f"] = 1.5f,
                        ["i"] = -7L,
                        ["s"] = "häh",
                        ["tensor"] = new OnnxTensor("t", Tensor.Create(new[] { 1.0, 2.0 }, 2)),
                        ["floats"] = new[] { float.NaN, -0f, 3f },
                        ["ints"] = new[] { long.MinValue, 0, long.MaxValue },
                        ["strings"] = new[] { "", "a" },
                        ["none"] = Array.Empty<long>(),
                    },
                },
            ],
        },
    };
}
