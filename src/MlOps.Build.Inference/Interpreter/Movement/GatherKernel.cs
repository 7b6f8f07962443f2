namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>Gather: slices along one axis by index; negative indices count from the end.</summary>
internal sealed class GatherKernel(NodeInfo node) : Kernel
{
    private readonly int _axis = node.Axis("axis", 0);

    public override void Run(NodeCall call)
    {
        var x = call[0];
        var axis = Axes.Normalize(call.Node, _axis, x.Sizes.Length);
        var indices = Axes.Indices(call, 1);
        var shape = call.Derive(axis, static (axis, call) => Shape(call[0].Sizes, call[1].Sizes, axis));
        var result = x.NewLike(call, shape);
        var run = Shapes.Product(x.Sizes, axis + 1, x.Sizes.Length);
        var size = x.Sizes[axis];
        var outer = Shapes.Product(x.Sizes, 0, axis);
        var to = 0;
        for (var row = 0; row < outer; row++)
        {
            var from = row * size * run;
            foreach (var index in indices)
            {
                if (index < -size || index >= size)
                    throw call.Node.Fail($"index {index} is not in {-size}..{size - 1}");
                x.CopyTo(from + ((int)(index < 0 ? index + size : index) * run), result, to, run);
                to += run;
            }
        }

        call.Return(result);
    }

    private static int[] Shape(int[] sizes, int[] indices, int axis) => [.. sizes.AsSpan(0, axis), .. indices, .. sizes.AsSpan(axis + 1)];
}
