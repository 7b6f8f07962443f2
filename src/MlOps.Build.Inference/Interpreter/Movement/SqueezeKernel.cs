namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>Squeeze: drops dimensions of size 1, the given ones or all.</summary>
internal sealed class SqueezeKernel : Kernel
{
    public override void Run(NodeCall call) =>
        call.Return(call.Reshaped(call[0], call.Derive(this, static (_, call) => Shape(call, call[0]), lists: 1)));

    private static int[] Shape(NodeCall call, Tensor x)
    {
        var axes = call.Optional(1) is null ? null : Axes.Normalize(call.Node, Axes.Numbers(call, 1), x.Sizes.Length);
        foreach (var axis in axes ?? [])
        {
            if (x.Sizes[axis] != 1)
                throw call.Node.Fail($"dimension {axis} of {Shapes.Text(x.Sizes)} is not 1");
        }

        return [.. x.Sizes.Where((size, i) => axes is null ? size != 1 : !axes.Contains(i))];
    }
}
