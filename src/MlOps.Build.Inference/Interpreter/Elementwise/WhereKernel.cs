namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>Where: one of two values by a condition, all three broadcast.</summary>
internal sealed class WhereKernel : Kernel
{
    public override void Run(NodeCall call) => call.Return((call[1], call[2]) switch
    {
        (Tensor<float> a, Tensor<float> b) => Choose(call, a, b),
        (Tensor<double> a, Tensor<double> b) => Choose(call, a, b),
        (Tensor<long> a, Tensor<long> b) => Choose(call, a, b),
        (Tensor<int> a, Tensor<int> b) => Choose(call, a, b),
        (Tensor<byte> a, Tensor<byte> b) => Choose(call, a, b),
        (Tensor<bool> a, Tensor<bool> b) => Choose(call, a, b),
        (Tensor<string> a, Tensor<string> b) => Choose(call, a, b),
        _ => throw call.Unsupported(2),
    });

    private static Tensor<T> Choose<T>(NodeCall call, Tensor<T> left, Tensor<T> right)
    {
        var condition = call.Typed<bool>(0);
        var plan = call.Derive(condition, static (condition, call) => new Broadcast(call.Node, condition.Sizes, call[1].Sizes, call[2].Sizes));
        var result = call.New<T>(plan.Shape);
        var values = result.Values;
        var to = 0;
        plan.Restart();
        for (; plan.HasRun; plan.Next())
        {
            var (c, a, b) = (plan.Offset(0), plan.Offset(1), plan.Offset(2));
            var (stepC, stepA, stepB) = (plan.Step(0), plan.Step(1), plan.Step(2));
            foreach (ref var value in values.AsSpan(to, plan.RunLength))
            {
                value = condition.Values[c] ? left.Values[a] : right.Values[b];
                (c, a, b) = (c + stepC, a + stepA, b + stepB);
            }

            to += plan.RunLength;
        }

        return result;
    }
}
