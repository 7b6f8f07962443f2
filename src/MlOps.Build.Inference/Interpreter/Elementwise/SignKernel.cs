namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>Neg, Abs, Sign and Relu on any number.</summary>
internal sealed class SignKernel<TOperation> : Kernel
    where TOperation : struct, ISignOperation
{
    public override void Run(NodeCall call) => call.Return(call[0] switch
    {
        Tensor<float> x => Map(call, x),
        Tensor<double> x => Map(call, x),
        Tensor<long> x => Map(call, x),
        Tensor<int> x => Map(call, x),
        _ => throw call.Unsupported(0),
    });

    private static Tensor<T> Map<T>(NodeCall call, Tensor<T> x)
        where T : struct
    {
        var result = call.Like<T>(x);
        var values = result.Values;
        for (var i = 0; i < values.Length; i++)
            values[i] = default(TOperation).Apply(x.Values[i]);
        return result;
    }
}
