namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>Applies an operation to two broadcast tensors.</summary>
internal static class BinaryLoop
{
    public static Tensor<TResult> Run<T, TResult, TOperation>(NodeCall call, Tensor<T> left, Tensor<T> right)
        where TOperation : struct, IBinary<T, TResult>
    {
        if (Shapes.Equal(left.Sizes, right.Sizes))
            return Same<T, TResult, TOperation>(call, left, right);
        var plan = call.Derive((left, right), static (pair, call) => new Broadcast(call.Node, pair.left.Sizes, pair.right.Sizes));
        var result = call.New<TResult>(plan.Shape);
        var values = result.Values;
        var to = 0;
        plan.Restart();
        for (; plan.HasRun; plan.Next())
        {
            var (a, b, stepA, stepB) = (plan.Offset(0), plan.Offset(1), plan.Step(0), plan.Step(1));
            foreach (ref var value in values.AsSpan(to, plan.RunLength))
            {
                value = default(TOperation).Apply(left.Values[a], right.Values[b]);
                a += stepA;
                b += stepB;
            }

            to += plan.RunLength;
        }

        return result;
    }

    private static Tensor<TResult> Same<T, TResult, TOperation>(NodeCall call, Tensor<T> left, Tensor<T> right)
        where TOperation : struct, IBinary<T, TResult>
    {
        var (a, b) = (left.Values, right.Values);
        var result = call.Like<TResult>(left);
        var values = result.Values;
        for (var i = 0; i < values.Length && i < a.Length && i < b.Length; i++)
            values[i] = default(TOperation).Apply(a[i], b[i]);
        return result;
    }
}
