namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>ConstantOfShape: one value, by default 0f, all over a shape.</summary>
internal sealed class ConstantOfShapeKernel(NodeInfo node) : Kernel
{
    private readonly Tensor _value = node.Tensor("value") ?? Tensor.Create([0f], 1);

    public override void Run(NodeCall call)
    {
        var layout = call.Derive(this, static (_, call) => Layout(Axes.Shape(call, Axes.Numbers(call, 0))), lists: 0);
        call.Return(Strided.Copy(call, _value, layout));
    }

    private static StridedLayout Layout(int[] shape) => new(shape, Strided.Positions(shape, 0, new int[shape.Length]));
}
