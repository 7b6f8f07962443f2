namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>Unsqueeze: dimensions of size 1 at the given places of the result.</summary>
internal sealed class UnsqueezeKernel : Kernel
{
    public override void Run(NodeCall call)
    {
        var x = call[0];
        var given = Axes.Numbers(call, 1);
        var axes = Axes.Normalize(call.Node, given, x.Sizes.Length + given.Length);
        if (axes.Length != given.Length)
            throw call.Node.Fail("an axis is given twice");
        var shape = x.Sizes.ToList();
        foreach (var axis in axes)
            shape.Insert(axis, 1);
        call.Return(x.Reshaped([.. shape]));
    }
}
