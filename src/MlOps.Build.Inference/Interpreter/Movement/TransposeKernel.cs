namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>Transpose: dimensions in another order, by default the reverse.</summary>
internal sealed class TransposeKernel(NodeInfo node) : Kernel
{
    private readonly long[] _order = node.Ints("perm");

    public override void Run(NodeCall call) =>
        call.Return(Strided.Copy(call, call[0], call.Derive(this, static (kernel, call) => kernel.Layout(call, call[0]))));

    private StridedLayout Layout(NodeCall call, Tensor x)
    {
        var rank = x.Sizes.Length;
        var order = _order.Length == 0 ? [.. Enumerable.Range(0, rank).Reverse()] : Array.ConvertAll(_order, d => Axes.Normalize(call.Node, d, rank));
        if (order.Distinct().Count() != rank)
            throw call.Node.Fail($"perm does not name each of the {rank} dimensions once");
        var strides = Shapes.Strides(x.Sizes);
        int[] shape = [.. order.Select(d => x.Sizes[d])];
        return new StridedLayout(shape, Strided.Positions(shape, 0, [.. order.Select(d => strides[d])]));
    }
}
