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
        Converter<string, T> ofText) => new(
            call[0] switch
            {
                Tensor<float> x => Array.ConvertAll(x.Values, ofFloat),
                Tensor<double> x => Array.ConvertAll(x.Values, ofDouble),
                Tensor<long> x => Array.ConvertAll(x.Values, ofInt64),
                Tensor<int> x => Array.ConvertAll(x.Values, ofInt32),
                Tensor<byte> x => Array.ConvertAll(x.Values, v => ofInt32(v)),
                Tensor<bool> x => Array.ConvertAll(x.Values, ofBool),
                Tensor<string> x => Array.ConvertAll(x.Values, ofText),
                _ => throw call.Unsupported(0),
            },
            call[0].Sizes);
}
