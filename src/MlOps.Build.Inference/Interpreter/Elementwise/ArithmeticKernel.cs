namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>Add, Sub, Mul, Div, Min, Max: two or more numbers of one type to one of the same.</summary>
internal sealed class ArithmeticKernel<TOperation> : Kernel
    where TOperation : struct, IArithmetic
{
    public override void Run(NodeCall call)
    {
        var result = call[0];
        if (call.InputCount == 1 && result.ElementType is Onnx.OnnxType.String or Onnx.OnnxType.Bool)
            throw call.Unsupported(0);
        for (var i = 1; i < call.InputCount; i++)
            result = Apply(call, result, i);
        call.Return(result);
    }

    private static Tensor Apply(NodeCall call, Tensor left, int right) => (left, call[right]) switch
    {
        (Tensor<float> a, Tensor<float> b) => Loop(call, a, b),
        (Tensor<double> a, Tensor<double> b) => Loop(call, a, b),
        (Tensor<long> a, Tensor<long> b) => Loop(call, a, b),
        (Tensor<int> a, Tensor<int> b) => Loop(call, a, b),
        _ => throw call.Unsupported(right),
    };

    private static Tensor<T> Loop<T>(NodeCall call, Tensor<T> left, Tensor<T> right)
        where T : struct =>
        BinaryLoop.Run<T, T, Operation<T>>(call, left, right);

    private readonly struct Operation<T> : IBinary<T, T>
        where T : struct
    {
        public T Apply(T left, T right) => default(TOperation).Apply(left, right);
    }
}
