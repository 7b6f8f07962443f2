using System.Text;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference.OnnxRuntime.Native;

/// <summary>Copies what ONNX Runtime made into tensors.</summary>
internal static unsafe class ValueReader
{
    public static Tensor Read(OrtApi api, string name, nint value)
    {
        var type = api.TypeOf(value);
        var shape = Array.ConvertAll([.. type.Shape], size => checked((int)size.GetValueOrDefault()));
        var count = shape.Aggregate(1, (product, size) => checked(product * size));
        return type.Element switch
        {
            OnnxType.Float => Numbers<float>(api, value, count, shape),
            OnnxType.Double => Numbers<double>(api, value, count, shape),
            OnnxType.Int64 => Numbers<long>(api, value, count, shape),
            OnnxType.Int32 => Numbers<int>(api, value, count, shape),
            OnnxType.UInt8 => Numbers<byte>(api, value, count, shape),
            OnnxType.Bool => Numbers<bool>(api, value, count, shape),
            OnnxType.String => Tensor.Create(Texts(api, value, count), shape),
            var other => throw new InferenceException(
                $"Output '{name}' is a tensor of ONNX's type {(int)other}; predictions are float, double, int64, int32, uint8, bool or string. "
                + "Cast it in the model."),
        };
    }

    private static Tensor<T> Numbers<T>(OrtApi api, nint value, int count, int[] shape)
        where T : unmanaged =>
        Tensor.Create(count == 0 ? [] : new ReadOnlySpan<T>(api.Data(value), count).ToArray(), shape);

    private static string[] Texts(OrtApi api, nint value, int count)
    {
        var texts = new string[count];
        if (count == 0)
            return texts;
        var (bytes, starts) = api.Texts(value, count);
        for (var i = 0; i < count; i++)
        {
            var start = (int)starts[i];
            var end = i + 1 < count ? (int)starts[i + 1] : bytes.Length;
            texts[i] = Encoding.UTF8.GetString(bytes, start, end - start);
        }

        return texts;
    }
}
