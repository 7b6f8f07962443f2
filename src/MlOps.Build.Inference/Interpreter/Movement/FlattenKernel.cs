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
        call.Return(x.Reshaped([Shapes.Product(x.Sizes, 0, axis), Shapes.Product(x.Sizes, axis, rank)]));
    }
}
