namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>Reshape: -1 is what is left over, 0 the input's size there unless <c>allowzero</c>.</summary>
internal sealed class ReshapeKernel(NodeInfo node) : Kernel
{
    private readonly bool _allowZero = node.Int("allowzero", 0) != 0;

    public override void Run(NodeCall call) =>
        call.Return(call.Reshaped(call[0], call.Derive(this, static (kernel, call) => kernel.Shape(call), lists: 1)));

    private int[] Shape(NodeCall call)
    {
        var wanted = (long[])Axes.Numbers(call, 1).Clone();
        var x = call[0];
        for (var i = 0; i < wanted.Length && !_allowZero; i++)
        {
            if (wanted[i] == 0)
                wanted[i] = x.Sizes[i];
        }

        var free = Array.IndexOf(wanted, -1L);
        if (free >= 0)
        {
            wanted[free] = 1;
            var others = Shapes.Length(Axes.Shape(call, wanted));
            wanted[free] = others == 0 ? 0 : x.Length / others;
        }

        var shape = Axes.Shape(call, wanted);
        if (Shapes.Length(shape) != x.Length)
            throw call.Node.Fail($"{Shapes.Text(x.Sizes)} cannot take the shape {Shapes.Text(shape)}");
        return shape;
    }
}
