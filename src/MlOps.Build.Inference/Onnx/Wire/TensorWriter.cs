using System.Runtime.InteropServices;

namespace MlOps.Build.Inference.Onnx.Wire;

/// <summary>Writes <c>TensorProto</c>: numbers as <c>raw_data</c>, little-endian, strings as <c>string_data</c>.</summary>
internal static class TensorWriter
{
    public static void Write(ProtoWriter writer, OnnxTensor tensor)
    {
        if (tensor.Value.Shape.Count > 0)
            writer.Int64s(TensorFields.Dimensions, tensor.Value.Shape.Select(size => (long)size));
        writer.Int64(TensorFields.DataType, (long)tensor.Value.ElementType);
        if (tensor.Value is Tensor<string> texts)
            Array.ForEach(texts.Values, text => writer.String(TensorFields.StringData, text));
        writer.String(TensorFields.Name, tensor.Name);
        if (tensor.Value is not Tensor<string>)
            writer.Bytes(TensorFields.RawData, Raw(tensor.Value));
    }

    private static ReadOnlySpan<byte> Raw(Tensor tensor)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("ONNX files are written on little-endian machines only.");
        return tensor switch
        {
            Tensor<float> t => MemoryMarshal.AsBytes<float>(t.Values),
            Tensor<double> t => MemoryMarshal.AsBytes<double>(t.Values),
            Tensor<long> t => MemoryMarshal.AsBytes<long>(t.Values),
            Tensor<int> t => MemoryMarshal.AsBytes<int>(t.Values),
            Tensor<byte> t => t.Values,
            Tensor<bool> t => MemoryMarshal.AsBytes<bool>(t.Values),
            _ => throw new ArgumentException($"A tensor of {tensor.ElementType} cannot be written."),
        };
    }
}
