namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>Clip: values held between two limits, either of which may be absent and is then the type's largest finite value; NaN stays.</summary>
internal sealed class ClipKernel : Kernel
{
    public override void Run(NodeCall call) => call.Return(call[0] switch
    {
        Tensor<float> x => Clip(call, x, float.MinValue, float.MaxValue),
        Tensor<double> x => Clip(call, x, double.MinValue, double.MaxValue),
        Tensor<long> x => Clip(call, x, long.MinValue, long.MaxValue),
        Tensor<int> x => Clip(call, x, int.MinValue, int.MaxValue),
        _ => throw call.Unsupported(0),
    });

    private static Tensor<T> Clip<T>(NodeCall call, Tensor<T> x, T lowest, T highest)
        where T : struct
    {
        var low = call.Optional(1) is null ? lowest : call.Typed<T>(1).Values[0];
        var high = call.Optional(2) is null ? highest : call.Typed<T>(2).Values[0];
        var result = call.Like<T>(x);
        var values = result.Values;
        for (var i = 0; i < values.Length; i++)
            values[i] = Number.Min(Number.Max(x.Values[i], low), high);
        return result;
    }
}
