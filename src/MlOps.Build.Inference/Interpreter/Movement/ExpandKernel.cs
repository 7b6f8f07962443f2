using MlOps.Build.Inference.Interpreter.Elementwise;

namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>Expand: repeats dimensions of size 1 until the given shape is reached, which may itself have ones.</summary>
internal sealed class ExpandKernel : Kernel
{
    public override void Run(NodeCall call)
    {
        var layout = call.Derive(this, static (_, call) => Layout(call, call[0]), lists: 1);
        call.Return(Strided.Copy(call, call[0], layout));
    }

    private static StridedLayout Layout(NodeCall call, Tensor x)
    {
        var shape = Broadcast.OutputShape(call.Node, x.Sizes, Axes.Shape(call, Axes.Numbers(call, 1)));
        var own = Shapes.Strides(x.Sizes);
        var shift = shape.Length - x.Sizes.Length;
        var strides = new int[shape.Length];
        for (var i = 0; i < own.Length; i++)
            strides[shift + i] = x.Sizes[i] == 1 ? 0 : own[i];
        return new StridedLayout(shape, Strided.Positions(shape, 0, strides));
    }
}
