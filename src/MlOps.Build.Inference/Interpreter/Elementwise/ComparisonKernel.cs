namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>Less, Greater and their like on numbers; Equal also on booleans and strings.</summary>
internal sealed class ComparisonKernel<TOperation> : Kernel
    where TOperation : struct, IComparison
{
    public override void Run(NodeCall call) => call.Return((call[0], call[1]) switch
    {
        (Tensor<float> a, Tensor<float> b) => Loop(call, a, b),
        (Tensor<double> a, Tensor<double> b) => Loop(call, a, b),
        (Tensor<long> a, Tensor<long> b) => Loop(call, a, b),
        (Tensor<int> a, Tensor<int> b) => Loop(call, a, b),
        (Tensor<bool> a, Tensor<bool> b) when default(TOperation).IsEquality => BinaryLoop.Run<bool, bool, SameBoolean>(call, a, b),
        (Tensor<string> a, Tensor<string> b) when default(TOperation).IsEquality => BinaryLoop.Run<string, bool, SameText>(call, a, b),
        _ => throw call.Unsupported(1),
    });

    private static Tensor<bool> Loop<T>(NodeCall call, Tensor<T> left, Tensor<T> right)
        where T : struct =>
        BinaryLoop.Run<T, bool, Operation<T>>(call, left, right);

    private readonly struct Operation<T> : IBinary<T, bool>
        where T : struct
    {
        public bool Apply(T left, T right) => default(TOperation).Apply(left, right);
    }

    private readonly struct SameBoolean : IBinary<bool, bool>
    {
        public bool Apply(bool left, bool right) => left == right;
    }

    private readonly struct SameText : IBinary<string, bool>
    {
        public bool Apply(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
    }
}
