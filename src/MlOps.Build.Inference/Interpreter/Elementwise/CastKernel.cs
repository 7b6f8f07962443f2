using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>Cast between all types of the kit. Floats lose their fraction; beyond an integer's range they give its nearest limit, NaN 0.</summary>
internal sealed class CastKernel(NodeInfo node) : Kernel
{
    private readonly OnnxType _to = (OnnxType)node.Int("to", 0);

    public override void Run(NodeCall call) => call.Return(call[0].ElementType == _to ? call[0] : _to switch
    {
        OnnxType.Float => Convert(call, v => v, v => (float)v, v => v, v => v, v => v ? 1f : 0f, CastText.ToFloat),
        OnnxType.Double => Convert(call, v => v, v => v, v => v, v => v, v => v ? 1.0 : 0.0, CastText.ToDouble),
        OnnxType.Int64 => Convert(call, v => (long)v, v => (long)v, v => v, v => v, v => v ? 1L : 0L, CastText.ToInt64),
        OnnxType.Int32 => Convert(call, v => (int)v, v => (int)v, v => (int)v, v => v, v => v ? 1 : 0, v => (int)CastText.ToInt64(v)),
        OnnxType.Bool => Convert(call, v => v != 0, v => v != 0, v => v != 0, v => v != 0, v => v, v => CastText.ToInt64(v) != 0),
        OnnxType.String => Convert(call, CastText.Of, CastText.Of, CastText.Of, v => CastText.Of(v), v => v ? "1" : "0", v => v),
        _ => throw call.Node.Fail($"it casts to the ONNX type {(int)_to}, which the managed interpreter lacks. {NodeInfo.WayOut}"),
    });

    private static Tensor<T> Convert<T>(
        NodeCall call,
        Converter<float, T> ofFloat,
        Converter<double, T> ofDouble,
        Converter<long, T> ofInt64,
        Converter<int, T> ofInt32,
        Converter<bool, T> ofBool,
        Converter<string, T> ofText)
    {
        var result = call.Like<T>(call[0]);
        switch (call[0])
        {
            case Tensor<float> x:
                Fill(result, x, ofFloat);
                break;
            case Tensor<double> x:
                Fill(result, x, ofDouble);
                break;
            case Tensor<long> x:
                Fill(result, x, ofInt64);
                break;
            case Tensor<int> x:
                Fill(result, x, ofInt32);
                break;
            case Tensor<byte> x:
                for (var i = 0; i < x.Values.Length; i++)
                    result.Values[i] = ofInt32(x.Values[i]);
                break;
            case Tensor<bool> x:
                Fill(result, x, ofBool);
                break;
            case Tensor<string> x:
                Fill(result, x, ofText);
                break;
            default:
                throw call.Unsupported(0);
        }

        return result;
    }

    private static void Fill<TFrom, T>(Tensor<T> result, Tensor<TFrom> x, Converter<TFrom, T> convert)
    {
        var (from, to) = (x.Values, result.Values);
        for (var i = 0; i < to.Length && i < from.Length; i++)
            to[i] = convert(from[i]);
    }
}
