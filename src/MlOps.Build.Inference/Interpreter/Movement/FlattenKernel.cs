namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>Flatten: the dimensions before and from an axis become one each.</summary>
internal sealed class FlattenKernel(NodeInfo node) : Kernel
{
    private readonly int _axis = node.Axis("axis", 1);

    public override void Run(NodeCall call)
    {
        var x = call[0];
        var rank = x.Sizes.Length;
        var axis = _axis == rank ? rank : Axes.Normalize(call.Node, _axis, rank);
        var shape = call.Derive(axis, static (axis, call) => Shape(call[0].Sizes, axis));
        call.Return(call.Reshaped(x, shape));
    }

    private static int[] Shape(int[] sizes, int axis) => [Shapes.Product(sizes, 0, axis), Shapes.Product(sizes, axis, sizes.Length)];
}
