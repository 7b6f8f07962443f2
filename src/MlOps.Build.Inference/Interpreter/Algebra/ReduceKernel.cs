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
        var layout = call.Derive(this, static (kernel, call) => kernel.Layout(call), lists: 1);
        if (layout.Count == ReduceLayout.Nothing)
        {
            call.Return(call[0]);
            return;
        }

        call.Return(Arranged(call, layout) switch
        {
            Tensor<float> t => Widened(call, t, layout),
            Tensor<double> t => Reduce(call, t.Values, call.New<double>(layout.Shape), layout.Count),
            Tensor<long> t => Reduce(call, t.Values, call.New<long>(layout.Shape), layout.Count),
            Tensor<int> t => Reduce(call, t.Values, call.New<int>(layout.Shape), layout.Count),
            _ => throw call.Unsupported(0),
        });
    }

    private ReduceLayout Layout(NodeCall call)
    {
        var given = call.Optional(1) is null ? _axes : Axes.Numbers(call, 1);
        return given.Length == 0 && _nothingWhenEmpty
            ? ReduceLayout.OfNothing
            : ReduceLayout.Of(call[0].Sizes, given.Length == 0 ? null : Axes.Normalize(call.Node, given, call[0].Sizes.Length), _keep);
    }

    private static Tensor Arranged(NodeCall call, ReduceLayout layout) =>
        layout.Arranged is { } arranged ? Strided.Copy(call, call[0], arranged) : call[0];

    private static Tensor<float> Widened(NodeCall call, Tensor<float> x, ReduceLayout layout)
    {
        var wide = call.Scratch<double>(x.Length);
        for (var i = 0; i < wide.Length; i++)
            wide[i] = x.Values[i];
        var sums = Reduce(call, wide, call.New<double>(layout.Shape), layout.Count);
        var result = call.New<float>(layout.Shape);
        for (var i = 0; i < result.Length; i++)
            result.Values[i] = (float)sums.Values[i];
        return result;
    }

    private static Tensor<T> Reduce<T>(NodeCall call, T[] x, Tensor<T> result, int count)
        where T : struct
    {
        if (count == 0)
            result.Values.AsSpan().Fill(Number.Of<T>(default(TReduction).Empty ?? throw call.Node.Fail("it reduces no values to one")));
        for (var i = 0; i < result.Length && count > 0; i++)
        {
            var values = x.AsSpan(i * count, count);
            var sum = values[0];
            foreach (var value in values[1..])
                sum = default(TReduction).Combine(sum, value);
            result.Values[i] = default(TReduction).Finish(sum, count);
        }

        return result;
    }
}
