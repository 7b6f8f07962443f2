using System.Text;

namespace MlOps.Build.Inference.OnnxRuntime.Native;

/// <summary>Copies tensors into memory of ONNX Runtime.</summary>
internal static unsafe class ValueWriter
{
    /// <summary>A value that the caller releases.</summary>
    public static nint Write(OrtApi api, string name, Tensor tensor)
    {
        var value = api.CreateTensor(tensor.ElementType, tensor.Shape);
        try
        {
            Fill(api, value, name, tensor);
            return value;
        }
        catch
        {
            api.ReleaseValue(value);
            throw;
        }
    }

    private static void Fill(OrtApi api, nint value, string name, Tensor tensor)
    {
        switch (tensor)
        {
            case Tensor<float> numbers:
                Copy(api, value, numbers.Values);
                break;
            case Tensor<double> numbers:
                Copy(api, value, numbers.Values);
                break;
            case Tensor<long> numbers:
                Copy(api, value, numbers.Values);
                break;
            case Tensor<int> numbers:
                Copy(api, value, numbers.Values);
                break;
            case Tensor<byte> numbers:
                Copy(api, value, numbers.Values);
                break;
            case Tensor<bool> flags:
                Copy(api, value, flags.Values);
                break;
            case Tensor<string> texts:
                Copy(api, value, texts.Values);
                break;
            default:
                throw new InferenceException($"Input '{name}' is a tensor of a type that ONNX files of the kit do not hold.");
        }
    }

    private static void Copy<T>(OrtApi api, nint value, T[] values)
        where T : unmanaged
    {
        if (values.Length > 0)
            values.CopyTo(new Span<T>(api.Data(value), values.Length));
    }

    private static void Copy(OrtApi api, nint value, string[] texts)
    {
        for (var i = 0; i < texts.Length; i++)
            Encoding.UTF8.GetBytes(texts[i], api.Text(value, i, Encoding.UTF8.GetByteCount(texts[i])));
    }
}
