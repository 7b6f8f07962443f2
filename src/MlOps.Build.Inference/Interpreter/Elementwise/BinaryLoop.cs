namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>Applies an operation to two broadcast tensors.</summary>
internal static class BinaryLoop
{
    public static Tensor<TResult> Run<T, TResult, TOperation>(NodeInfo node, Tensor<T> left, Tensor<T> right)
        where TOperation : struct, IBinary<T, TResult>
    {
        if (Shapes.Equal(left.Sizes, right.Sizes))
            return Same<T, TResult, TOperation>(left, right);
        var plan = new Broadcast(node, left.Sizes, right.Sizes);
        var values = new TResult[Shapes.Length(plan.Shape)];
        var to = 0;
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

        return new Tensor<TResult>(values, plan.Shape);
    }

    private static Tensor<TResult> Same<T, TResult, TOperation>(Tensor<T> left, Tensor<T> right)
        where TOperation : struct, IBinary<T, TResult>
    {
        var (a, b) = (left.Values, right.Values);
        var values = new TResult[a.Length];
        for (var i = 0; i < values.Length && i < a.Length && i < b.Length; i++)
            values[i] = default(TOperation).Apply(a[i], b[i]);
        return new Tensor<TResult>(values, left.Sizes);
    }
}
