using MlOps.Build.Inference.Interpreter.Elementwise;
namespace MlOps.Build.Inference.Interpreter.Algebra;

/// <summary>ArgMax and ArgMin along one axis: the first of equals, or the last with <c>select_last_index</c>.</summary>
internal sealed class ArgExtremeKernel(NodeInfo node, bool largest) : Kernel
{
    private readonly int _axis = node.Axis("axis", 0);
    private readonly bool _keep = node.Int("keepdims", 1) != 0;
    private readonly bool _last = node.Int("select_last_index", 0) != 0;

    public override void Run(NodeCall call) => call.Return(call[0] switch
    {
        Tensor<float> x => Find(call, x),
        Tensor<double> x => Find(call, x),
        Tensor<long> x => Find(call, x),
        Tensor<int> x => Find(call, x),
        _ => throw call.Unsupported(0),
    });

    private Tensor<long> Find<T>(NodeCall call, Tensor<T> x)
        where T : struct
    {
        var axis = Axes.Normalize(call.Node, _axis, x.Sizes.Length);
        var inner = Shapes.Product(x.Sizes, axis + 1, x.Sizes.Length);
        var size = x.Sizes[axis];
        var result = call.New<long>(call.Derive((axis, _keep), static (wish, call) => Shape(call[0].Sizes, wish.axis, wish._keep)));
        if (size == 0 && result.Length > 0)
            throw call.Node.Fail("it looks for an extreme among no values");
        for (var i = 0; i < result.Length; i++)
            result.Values[i] = FindOne(x.Values, ((i / inner) * size * inner) + (i % inner), inner, size);
        return result;
    }

    private static int[] Shape(int[] sizes, int axis, bool keep) =>
        [.. sizes.AsSpan(0, axis), .. keep ? [1] : Array.Empty<int>(), .. sizes.AsSpan(axis + 1)];

    private int FindOne<T>(T[] values, int start, int step, int size)
        where T : struct
    {
        var best = 0;
        for (var k = 1; k < size; k++)
        {
            var (candidate, current) = (values[start + (k * step)], values[start + (best * step)]);
            if ((largest ? Number.Less(current, candidate) : Number.Less(candidate, current)) || (_last && Number.Equal(candidate, current)))
                best = k;
        }

        return best;
    }
}
