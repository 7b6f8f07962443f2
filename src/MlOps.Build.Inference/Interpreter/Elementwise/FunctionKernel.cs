namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>Exp, Log, Sqrt and their like on floats and doubles.</summary>
internal sealed class FunctionKernel<TFunction> : Kernel
    where TFunction : struct, IFunction
{
    public override void Run(NodeCall call) => call.Return(call[0] switch
    {
        Tensor<float> x => Map(call, x),
        Tensor<double> x => Map(call, x),
        _ => throw call.Unsupported(0),
    });

    private static Tensor<float> Map(NodeCall call, Tensor<float> x)
    {
        var result = call.Like<float>(x);
        var values = result.Values;
        for (var i = 0; i < values.Length; i++)
            values[i] = (float)default(TFunction).Apply(x.Values[i]);
        return result;
    }

    private static Tensor<double> Map(NodeCall call, Tensor<double> x)
    {
        var result = call.Like<double>(x);
        var values = result.Values;
        for (var i = 0; i < values.Length; i++)
            values[i] = default(TFunction).Apply(x.Values[i]);
        return result;
    }
}
