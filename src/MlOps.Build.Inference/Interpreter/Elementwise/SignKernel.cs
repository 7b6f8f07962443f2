namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>Neg, Abs, Sign and Relu on any number.</summary>
internal sealed class SignKernel<TOperation> : Kernel
    where TOperation : struct, ISignOperation
{
    public override void Run(NodeCall call) => call.Return(call[0] switch
    {
        Tensor<float> x => Map(x),
        Tensor<double> x => Map(x),
        Tensor<long> x => Map(x),
        Tensor<int> x => Map(x),
        _ => throw call.Unsupported(0),
    });

    private static Tensor<T> Map<T>(Tensor<T> x)
        where T : struct
    {
        var values = new T[x.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = default(TOperation).Apply(x.Values[i]);
        return new Tensor<T>(values, x.Sizes);
    }
}
