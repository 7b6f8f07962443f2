namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>Unsqueeze: dimensions of size 1 at the given places of the result.</summary>
internal sealed class UnsqueezeKernel : Kernel
{
    public override void Run(NodeCall call) =>
        call.Return(call.Reshaped(call[0], call.Derive(this, static (_, call) => Shape(call, call[0]), lists: 1)));

    private static int[] Shape(NodeCall call, Tensor x)
    {
        var given = Axes.Numbers(call, 1);
        var axes = Axes.Normalize(call.Node, given, x.Sizes.Length + given.Length);
        if (axes.Length != given.Length)
            throw call.Node.Fail("an axis is given twice");
        var shape = x.Sizes.ToList();
        foreach (var axis in axes)
            shape.Insert(axis, 1);
        return [.. shape];
    }
}
