using MlOps.Build.Inference.Interpreter.Elementwise;
using MlOps.Build.Inference.Interpreter.Movement;

namespace MlOps.Build.Inference.Interpreter.Algebra;

/// <summary>ReduceSum, ReduceMean, ReduceMin, ReduceMax; axes as an input or, in older operator sets, an attribute.</summary>
internal sealed class ReduceKernel<TReduction>(NodeInfo node) : Kernel
    where TReduction : struct, IReduction
{
    private readonly bool _keep = node.Int("keepdims", 1) != 0;
    private readonly bool _nothingWhenEmpty = node.Int("noop_with_empty_axes", 0) != 0;
    private readonly long[] _axes = node.Ints("axes");

    public override void Run(NodeCall call)
    {
        var x = call[0];
        var given = call.Optional(1) is null ? _axes : Axes.Numbers(call, 1);
        if (given.Length == 0 && _nothingWhenEmpty)
        {
            call.Return(x);
            return;
        }

        var rank = x.Sizes.Length;
        var axes = given.Length == 0 ? [.. Enumerable.Range(0, rank)] : Axes.Normalize(call.Node, given, rank);
        int[] kept = [.. Enumerable.Range(0, rank).Except(axes)];
        int[] shape = _keep ? [.. x.Sizes.Select((size, i) => axes.Contains(i) ? 1 : size)] : [.. kept.Select(i => x.Sizes[i])];
        var count = axes.Aggregate(1, (product, axis) => product * x.Sizes[axis]);
        call.Return(Arranged(x, kept, axes) switch
        {
            Tensor<float> t => Widened(call, t, count, shape),
            Tensor<double> t => Reduce(call, t, count, shape),
            Tensor<long> t => Reduce(call, t, count, shape),
            Tensor<int> t => Reduce(call, t, count, shape),
            _ => throw call.Unsupported(0),
        });
    }

    // The reduced dimensions last, so that what becomes one value stands together; nothing moves where it already does.
    private static Tensor Arranged(Tensor x, int[] kept, int[] axes)
    {
        int[] order = [.. kept, .. axes];
        if (order.SequenceEqual(Enumerable.Range(0, order.Length)))
            return x;
        var strides = Shapes.Strides(x.Sizes);
        return Strided.Copy(x, [.. order.Select(d => x.Sizes[d])], 0, [.. order.Select(d => strides[d])]);
    }

    private static Tensor<float> Widened(NodeCall call, Tensor<float> x, int count, int[] shape)
    {
        var wide = new Tensor<double>(Array.ConvertAll(x.Values, value => (double)value), x.Sizes);
        return new Tensor<float>(Array.ConvertAll(Reduce(call, wide, count, shape).Values, value => (float)value), shape);
    }

    private static Tensor<T> Reduce<T>(NodeCall call, Tensor<T> x, int count, int[] shape)
        where T : struct
    {
        var result = new T[Shapes.Length(shape)];
        if (count == 0)
            result.AsSpan().Fill(Number.Of<T>(default(TReduction).Empty ?? throw call.Node.Fail("it reduces no values to one")));
        for (var i = 0; i < result.Length && count > 0; i++)
        {
            var values = x.Values.AsSpan(i * count, count);
            var sum = values[0];
            foreach (var value in values[1..])
                sum = default(TReduction).Combine(sum, value);
            result[i] = default(TReduction).Finish(sum, count);
        }

        return new Tensor<T>(result, shape);
    }
}
