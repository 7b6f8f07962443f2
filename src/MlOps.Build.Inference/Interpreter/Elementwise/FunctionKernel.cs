namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>Exp, Log, Sqrt and their like on floats and doubles.</summary>
internal sealed class FunctionKernel<TFunction> : Kernel
    where TFunction : struct, IFunction
{
    public override void Run(NodeCall call) => call.Return(call[0] switch
    {
        Tensor<float> x => Map(x),
        Tensor<double> x => Map(x),
        _ => throw call.Unsupported(0),
    });

    private static Tensor<float> Map(Tensor<float> x)
    {
        var values = new float[x.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = (float)default(TFunction).Apply(x.Values[i]);
        return new Tensor<float>(values, x.Sizes);
    }

    private static Tensor<double> Map(Tensor<double> x)
    {
        var values = new double[x.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = default(TFunction).Apply(x.Values[i]);
        return new Tensor<double>(values, x.Sizes);
    }
}
