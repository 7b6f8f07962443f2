using System.Buffers.Binary;
using MlOps.Build.Inference.Interpreter;

namespace MlOps.Build.Inference.Onnx.Wire;

/// <summary>A <c>TensorProto</c> as its fields come in.</summary>
internal sealed class TensorData
{
    public string Name { get; set; } = "";

    public OnnxType Type { get; set; }

    public byte[]? Raw { get; set; }

    public List<long> Dimensions { get; } = [];

    public List<float> Floats { get; } = [];

    public List<long> Integers { get; } = [];

    public List<double> Doubles { get; } = [];

    public List<string> Strings { get; } = [];

    private string ShapeText => string.Join(", ", Dimensions);

    public OnnxTensor ToTensor()
    {
        var shape = Shape();
        var count = shape.Aggregate(1L, (product, size) => product * size);
        return new OnnxTensor(Name, Type switch
        {
            OnnxType.Float => Tensor.Create(Fill(Floats, 4, count, BinaryPrimitives.ReadSingleLittleEndian), shape),
            OnnxType.Double => Tensor.Create(Fill(Doubles, 8, count, BinaryPrimitives.ReadDoubleLittleEndian), shape),
            OnnxType.Int64 => Tensor.Create(Fill(Integers, 8, count, BinaryPrimitives.ReadInt64LittleEndian), shape),
            OnnxType.Int32 => Tensor.Create(Narrow(Fill(Integers, 4, count, raw => BinaryPrimitives.ReadInt32LittleEndian(raw)), v => (int)v), shape),
            OnnxType.UInt8 => Tensor.Create(Narrow(Fill(Integers, 1, count, raw => raw[0]), v => (byte)v), shape),
            OnnxType.Bool => Tensor.Create(Narrow(Fill(Integers, 1, count, raw => raw[0]), v => v != 0), shape),
            OnnxType.String => Tensor.Create(Fill(Strings, int.MaxValue, count, _ => ""), shape),
            _ => throw new InferenceException(
                $"Tensor '{Name}' has the ONNX element type {(int)Type}; supported are float, double, int64, int32, uint8, bool and string."),
        });
    }

    private static TTo[] Narrow<TFrom, TTo>(TFrom[] values, Converter<TFrom, TTo> convert) => Array.ConvertAll(values, convert);

    private delegate T ReadElement<T>(ReadOnlySpan<byte> bytes);

    private T[] Fill<T>(List<T> typed, int size, long count, ReadElement<T> read)
    {
        var present = Raw is null ? typed.Count : Raw.Length % size == 0 ? Raw.Length / size : -1;
        if (present != count)
            throw new InferenceException($"Tensor '{Name}' has the shape [{ShapeText}], but its data do not hold {count} values. Write the file again.");
        if (Raw is null)
            return [.. typed];
        var values = new T[present];
        for (var i = 0; i < values.Length; i++)
            values[i] = read(Raw.AsSpan(i * size, size));
        return values;
    }

    private int[] Shape()
    {
        var largest = 1L;
        foreach (var size in Dimensions)
        {
            largest *= Math.Clamp(size, 1, Shapes.LargestLength + 1L);
            if (size < 0 || largest > Shapes.LargestLength)
                throw new InferenceException($"Tensor '{Name}' has the shape [{ShapeText}]; sizes are 0 or more, at most {Shapes.LargestLength} in all.");
        }

        return [.. Dimensions.Select(size => (int)size)];
    }
}
