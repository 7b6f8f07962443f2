namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>Shape: the sizes from <c>start</c> to before <c>end</c>.</summary>
internal sealed class ShapeKernel(NodeInfo node) : Kernel
{
    private readonly long _start = node.Int("start", 0);
    private readonly long _end = node.Int("end", long.MaxValue);

    public override void Run(NodeCall call)
    {
        var sizes = call[0].Sizes;
        var start = Hold(_start, sizes.Length);
        var end = Math.Max(Hold(_end, sizes.Length), start);
        ReadOnlySpan<int> shape = stackalloc int[] { end - start };
        var result = call.New<long>(shape);
        for (var i = 0; i < result.Length; i++)
            result.Values[i] = sizes[start + i];
        call.Return(result);
    }

    private static int Hold(long place, int rank) => (int)Math.Clamp(place < 0 ? place + rank : place, 0, rank);
}
