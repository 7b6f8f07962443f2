namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>Slice: from start to before end by step along each given axis, as in NumPy.</summary>
internal sealed class SliceKernel : Kernel
{
    public override void Run(NodeCall call) => call.Return(Strided.Copy(call, call[0], call.Derive(this, static (_, call) => Layout(call, call[0]), lists: 1)));

    private static StridedLayout Layout(NodeCall call, Tensor x)
    {
        var rank = x.Sizes.Length;
        var (starts, ends) = (Axes.Numbers(call, 1), Axes.Numbers(call, 2));
        var axes = call.Optional(3) is null ? [.. Enumerable.Range(0, starts.Length).Select(i => (long)i)] : Axes.Numbers(call, 3);
        var steps = call.Optional(4) is null ? null : Axes.Numbers(call, 4);
        var shape = (int[])x.Sizes.Clone();
        var strides = Shapes.Strides(x.Sizes);
        var first = 0;
        for (var i = 0; i < axes.Length; i++)
        {
            var axis = Axes.Normalize(call.Node, axes[i], rank);
            var step = steps is null ? 1 : steps[i];
            if (step == 0)
                throw call.Node.Fail("a step is 0");
            var (start, count) = Range(starts[i], ends[i], step, x.Sizes[axis]);
            first += start * strides[axis];
            shape[axis] = count;
            strides[axis] = (int)Math.Clamp(step, -x.Length, x.Length) * strides[axis];
        }

        return new StridedLayout(shape, Strided.Positions(shape, first, strides));
    }

    // Start and end are held to what exists, then counted; a step back starts at the last value at most and may run past the first.
    private static (int Start, int Count) Range(long start, long end, long step, long size)
    {
        start = Math.Clamp(start < 0 ? Math.Max(start, -size - 1) + size : start, step > 0 ? 0 : -1, step > 0 ? size : size - 1);
        end = Math.Clamp(end < 0 ? Math.Max(end, -size - 1) + size : end, step > 0 ? 0 : -1, size);
        var distance = step > 0 ? end - start : start - end;
        var stride = step == long.MinValue ? long.MaxValue : Math.Abs(step);
        var count = distance <= 0 ? 0 : ((distance - 1) / stride) + 1;
        return ((int)Math.Max(start, 0), (int)count);
    }
}
