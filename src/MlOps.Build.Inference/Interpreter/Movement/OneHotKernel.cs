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
        var shape = call.Derive((axis, depth), static (place, call) => Shape(call[0].Sizes, place.axis, place.depth), lists: 1);
        var inner = Shapes.Product(sizes, axis, sizes.Length);
        var positions = call.Scratch<int>(Shapes.Length(shape));
        for (var i = 0; i < indices.Length; i++)
        {
            var index = indices[i] < 0 ? indices[i] + depth : indices[i];
            if (index >= 0 && index < depth)
                positions[((((i / inner) * depth) + (int)index) * inner) + (i % inner)] = 1;
        }

        var result = call[2].NewLike(call, shape);
        call[2].Pick(positions, result);
        call.Return(result);
    }

    private static int[] Shape(int[] sizes, int axis, int depth) => [.. sizes.AsSpan(0, axis), depth, .. sizes.AsSpan(axis)];

    private static int Depth(NodeCall call)
    {
        var depth = call[1] switch
        {
            Tensor<float> t => (long)t.Values[0],
            Tensor<double> t => (long)t.Values[0],
            _ => Axes.Indices(call, 1)[0],
        };
        return depth is > 0 and <= int.MaxValue ? (int)depth : throw call.Node.Fail($"the depth is {depth}; it must be positive");
    }

    private static long[] Indices(NodeCall call)
    {
        if (call[0] is not (Tensor<float> or Tensor<double>))
            return Axes.Indices(call, 0);
        var indices = call.Scratch<long>(call[0].Length);
        for (var i = 0; i < indices.Length; i++)
            indices[i] = call[0] is Tensor<float> floats ? (long)floats.Values[i] : (long)((Tensor<double>)call[0]).Values[i];
        return indices;
    }
}
