namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>GatherElements: for each place of the indices the value that stands there, but for one axis, where the index says.</summary>
internal sealed class GatherElementsKernel(NodeInfo node) : Kernel
{
    private readonly int _axis = node.Axis("axis", 0);

    public override void Run(NodeCall call)
    {
        var (x, indices) = (call[0], Axes.Indices(call, 1));
        var shape = call[1].Sizes;
        var axis = Axes.Normalize(call.Node, _axis, x.Sizes.Length);
        if (!Fits(x.Sizes, shape, axis))
            throw call.Node.Fail($"indices of the shape {Shapes.Text(shape)} do not lie within {Shapes.Text(x.Sizes)} beside axis {axis}");
        var strides = call.Derive(x, static (x, _) => Shapes.Strides(x.Sizes));
        var place = call.Scratch<int>(shape.Length);
        var positions = call.Scratch<int>(indices.Length);
        var size = x.Sizes[axis];
        for (var i = 0; i < indices.Length; i++)
        {
            var index = indices[i];
            if (index < -size || index >= size)
                throw call.Node.Fail($"index {index} is not in {-size}..{size - 1}");
            var position = (int)(index < 0 ? index + size : index) * strides[axis];
            for (var dimension = 0; dimension < place.Length; dimension++)
                position += dimension == axis ? 0 : place[dimension] * strides[dimension];
            positions[i] = position;
            Next(place, shape);
        }

        var result = x.NewLike(call, shape);
        x.Pick(positions, result);
        call.Return(result);
    }

    private static bool Fits(int[] sizes, int[] shape, int axis)
    {
        var fits = sizes.Length == shape.Length;
        for (var i = 0; fits && i < shape.Length; i++)
            fits = i == axis || shape[i] <= sizes[i];
        return fits;
    }

    private static void Next(int[] place, int[] shape)
    {
        for (var i = place.Length - 1; i >= 0 && ++place[i] == shape[i]; i--)
            place[i] = 0;
    }
}
