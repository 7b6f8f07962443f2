namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>Concat along one axis.</summary>
internal sealed class ConcatKernel(NodeInfo node) : Kernel
{
    private readonly int _axis = node.Axis("axis", 0);

    public override void Run(NodeCall call)
    {
        var axis = Axes.Normalize(call.Node, _axis, call[0].Sizes.Length);
        var shape = call.Derive(axis, Shape);
        var result = call[0].NewLike(call, shape);
        var outer = Shapes.Product(shape, 0, axis);
        var width = Shapes.Product(shape, axis, shape.Length);
        var to = 0;
        for (var i = 0; i < call.InputCount; i++)
        {
            var part = call[i];
            var run = Shapes.Product(part.Sizes, axis, shape.Length);
            for (var row = 0; row < outer; row++)
                part.CopyTo(row * run, result, (row * width) + to, run);
            to += run;
        }

        call.Return(result);
    }

    private static int[] Shape(int axis, NodeCall call)
    {
        var shape = (int[])call[0].Sizes.Clone();
        for (var i = 1; i < call.InputCount; i++)
            shape[axis] += SizeAlong(call, call[0].Sizes, call[i].Sizes, axis);
        return shape;
    }

    private static int SizeAlong(NodeCall call, int[] first, int[] other, int axis)
    {
        var fits = first.Length == other.Length;
        for (var i = 0; fits && i < first.Length; i++)
            fits = i == axis || first[i] == other[i];
        return fits ? other[axis] : throw call.Node.Fail($"{Shapes.Text(first)} and {Shapes.Text(other)} differ elsewhere than along axis {axis}");
    }
}
