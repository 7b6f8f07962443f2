using System.Text;
using MlOps.Build.Inference;

namespace MlOps.Build.Tests.Shared;

/// <summary>
/// Tensors bit by bit, for programs on other runtimes whose numbers as text may differ: for each its name, the element type's name, rank,
/// sizes and values, as <see cref="BinaryWriter"/> writes them.
/// </summary>
internal static class TensorBits
{
    public static byte[] Write(IReadOnlyDictionary<string, Tensor> tensors)
    {
        var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8))
        {
            foreach (var pair in tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                writer.Write(pair.Key);
                Write(writer, pair.Value);
            }
        }

        return stream.ToArray();
    }

    public static Dictionary<string, Tensor> Read(byte[] bytes)
    {
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        while (reader.BaseStream.Position < bytes.Length)
        {
            var name = reader.ReadString();
            tensors.Add(name, Read(reader));
        }

        return tensors;
    }

    private static void Write(BinaryWriter writer, Tensor tensor)
    {
        writer.Write(tensor.GetType().GetGenericArguments()[0].Name);
        writer.Write(tensor.Shape.Count);
        foreach (var size in tensor.Shape)
            writer.Write(size);
        switch (tensor)
        {
            case Tensor<float> t:
                Array.ForEach(t.Values, value => writer.Write(value));
                break;
            case Tensor<double> t:
                Array.ForEach(t.Values, value => writer.Write(value));
                break;
            case Tensor<long> t:
                Array.ForEach(t.Values, value => writer.Write(value));
                break;
            case Tensor<int> t:
                Array.ForEach(t.Values, value => writer.Write(value));
                break;
            case Tensor<byte> t:
                Array.ForEach(t.Values, value => writer.Write(value));
                break;
            case Tensor<bool> t:
                Array.ForEach(t.Values, value => writer.Write(value));
                break;
            case Tensor<string> t:
                Array.ForEach(t.Values, value => writer.Write(value));
                break;
            default:
                throw new ArgumentException(tensor.GetType().Name);
        }
    }

    private static Tensor Read(BinaryReader reader)
    {
        var type = reader.ReadString();
        var shape = new int[reader.ReadInt32()];
        for (var i = 0; i < shape.Length; i++)
            shape[i] = reader.ReadInt32();
        return type switch
        {
            nameof(Single) => Read(shape, reader.ReadSingle),
            nameof(Double) => Read(shape, reader.ReadDouble),
            nameof(Int64) => Read(shape, reader.ReadInt64),
            nameof(Int32) => Read(shape, reader.ReadInt32),
            nameof(Byte) => Read(shape, reader.ReadByte),
            nameof(Boolean) => Read(shape, reader.ReadBoolean),
            nameof(String) => Read(shape, reader.ReadString),
            _ => throw new ArgumentException(type),
        };
    }

    private static Tensor<T> Read<T>(int[] shape, Func<T> read)
    {
        var values = new T[shape.Aggregate(1, (product, size) => product * size)];
        for (var i = 0; i < values.Length; i++)
            values[i] = read();
        return Tensor.Create(values, shape);
    }
}
