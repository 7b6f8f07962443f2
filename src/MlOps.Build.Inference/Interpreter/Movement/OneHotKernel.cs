namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>OneHot: a new axis on which the index's place has the second value and all others the first.</summary>
internal sealed class OneHotKernel(NodeInfo node) : Kernel
{
    private readonly int _axis = node.Axis("axis", -1);

    public override void Run(NodeCall call)
    {
        var indices = Indices(call);
        var sizes = call[0].Sizes;
        var axis = Axes.Normalize(call.Node, _axis, sizes.Length + 1);
        var depth = Depth(call);
        int[] shape = [.. sizes.AsSpan(0, axis), depth, .. sizes.AsSpan(axis)];
        var inner = Shapes.Product(sizes, axis, sizes.Length);
        var positions = new int[Shapes.Length(shape)];
        for (var i = 0; i < indices.Length; i++)
        {
            var index = indices[i] < 0 ? indices[i] + depth : indices[i];
            if (index >= 0 && index < depth)
                positions[((((i / inner) * depth) + (int)index) * inner) + (i % inner)] = 1;
        }

        call.Return(call[2].Pick(positions, shape));
    }

    private static int Depth(NodeCall call)
    {
        var depth = call[1] switch
        {
            Tensor<float> t => (long)t.Values[0],
            Tensor<double> t => (long)t.Values[0],
            _ => Axes.Numbers(call, 1)[0],
        };
        return depth is > 0 and <= int.MaxValue ? (int)depth : throw call.Node.Fail($"the depth is {depth}; it must be positive");
    }

    private static long[] Indices(NodeCall call) => call[0] switch
    {
        Tensor<float> t => Array.ConvertAll(t.Values, value => (long)value),
        Tensor<double> t => Array.ConvertAll(t.Values, value => (long)value),
        _ => Axes.Numbers(call, 0),
    };
}
