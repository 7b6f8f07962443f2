namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>Concat along one axis.</summary>
internal sealed class ConcatKernel(NodeInfo node) : Kernel
{
    private readonly int _axis = node.Axis("axis", 0);

    public override void Run(NodeCall call)
    {
        var first = call[0];
        var axis = Axes.Normalize(call.Node, _axis, first.Sizes.Length);
        var shape = (int[])first.Sizes.Clone();
        for (var i = 1; i < call.InputCount; i++)
            shape[axis] += SizeAlong(call, first.Sizes, call[i].Sizes, axis);

        var result = first.NewLike(shape);
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

    private static int SizeAlong(NodeCall call, int[] first, int[] other, int axis)
    {
        var fits = first.Length == other.Length;
        for (var i = 0; fits && i < first.Length; i++)
            fits = i == axis || first[i] == other[i];
        return fits ? other[axis] : throw call.Node.Fail($"{Shapes.Text(first)} and {Shapes.Text(other)} differ elsewhere than along axis {axis}");
    }
}
