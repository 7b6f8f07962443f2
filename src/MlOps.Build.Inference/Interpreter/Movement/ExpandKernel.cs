using MlOps.Build.Inference.Interpreter.Elementwise;

namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>Expand: repeats dimensions of size 1 until the given shape is reached, which may itself have ones.</summary>
internal sealed class ExpandKernel : Kernel
{
    public override void Run(NodeCall call)
    {
        var x = call[0];
        var shape = Broadcast.OutputShape(call.Node, x.Sizes, Axes.Shape(call, Axes.Numbers(call, 1)));
        var own = Shapes.Strides(x.Sizes);
        var shift = shape.Length - x.Sizes.Length;
        var strides = new int[shape.Length];
        for (var i = 0; i < own.Length; i++)
            strides[shift + i] = x.Sizes[i] == 1 ? 0 : own[i];
        call.Return(Strided.Copy(x, shape, 0, strides));
    }
}
