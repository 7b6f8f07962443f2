namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>Tile: the whole tensor repeated along each dimension.</summary>
internal sealed class TileKernel : Kernel
{
    public override void Run(NodeCall call)
    {
        var layout = call.Derive(this, static (_, call) => Layout(call, call[0]), lists: 1);
        call.Return(Strided.Copy(call, call[0], layout));
    }

    private static StridedLayout Layout(NodeCall call, Tensor x)
    {
        var repeats = Axes.Shape(call, Axes.Numbers(call, 1));
        if (repeats.Length != x.Sizes.Length)
            throw call.Node.Fail($"{repeats.Length} repeats are given for {x.Sizes.Length} dimensions");

        // Each dimension is seen as (repeat, size), the repeat standing still.
        var strides = Shapes.Strides(x.Sizes);
        var shape = new int[x.Sizes.Length * 2];
        var steps = new int[shape.Length];
        for (var i = 0; i < x.Sizes.Length; i++)
            (shape[2 * i], shape[(2 * i) + 1], steps[(2 * i) + 1]) = (repeats[i], x.Sizes[i], strides[i]);
        int[] result = [.. x.Sizes.Select((size, i) => checked(size * repeats[i]))];
        return new StridedLayout(result, Strided.Positions(shape, 0, steps));
    }
}
