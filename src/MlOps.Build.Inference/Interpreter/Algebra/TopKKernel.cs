using MlOps.Build.Inference.Interpreter.Elementwise;

namespace MlOps.Build.Inference.Interpreter.Algebra;

/// <summary>
/// TopK: the largest or smallest values along one axis and their places, best first; of equals the first. Sorted even where the node does
/// not ask for it.
/// </summary>
internal sealed class TopKKernel(NodeInfo node) : Kernel
{
    private const int LongList = 32;
    private readonly int _axis = node.Axis("axis", -1);
    private readonly bool _largest = node.Int("largest", 1) != 0;

    public override void Run(NodeCall call)
    {
        switch (call[0])
        {
            case Tensor<float> x:
                Run(call, x);
                break;
            case Tensor<double> x:
                Run(call, x);
                break;
            case Tensor<long> x:
                Run(call, x);
                break;
            case Tensor<int> x:
                Run(call, x);
                break;
            default:
                throw call.Unsupported(0);
        }
    }

    private void Run<T>(NodeCall call, Tensor<T> x)
        where T : struct
    {
        var axis = Axes.Normalize(call.Node, _axis, x.Sizes.Length);
        var shape = call.Derive(axis, static (axis, call) => Shape(call, axis), lists: 1);
        var (size, inner) = (x.Sizes[axis], Shapes.Product(x.Sizes, axis + 1, x.Sizes.Length));
        var best = call.Scratch<int>(shape[axis]);
        var (values, places) = (call.New<T>(shape), call.New<long>(shape));
        for (var lane = 0; lane < values.Length / Math.Max(best.Length, 1); lane++)
        {
            var from = ((lane / inner) * size * inner) + (lane % inner);
            var to = ((lane / inner) * best.Length * inner) + (lane % inner);
            if (best.Length > LongList && x is Tensor<long> or Tensor<int>)
                Sort(x.Values, from, inner, size, best);
            else
                Find(x.Values, from, inner, size, best);
            for (var i = 0; i < best.Length; i++, to += inner)
            {
                values.Values[to] = x.Values[from + (best[i] * inner)];
                places.Values[to] = best[i];
            }
        }

        call.Return(0, values);
        call.Return(1, places);
    }

    // A sorted list of the best so far: most values lose against its last one and cost one comparison.
    private void Find<T>(T[] values, int from, int step, int size, int[] best)
        where T : struct
    {
        for (var (i, count) = (0, 0); i < size && best.Length > 0; i++)
        {
            var value = values[from + (i * step)];
            if (count == best.Length && !Better(value, values[from + (best[count - 1] * step)]))
                continue;
            var place = count < best.Length ? count++ : count - 1;
            for (; place > 0 && Better(value, values[from + (best[place - 1] * step)]); place--)
                best[place] = best[place - 1];
            best[place] = i;
        }
    }

    // With many places a sorted list costs their square.
    private void Sort<T>(T[] values, int from, int step, int size, int[] best)
        where T : struct
    {
        var places = new int[size];
        for (var i = 0; i < size; i++)
            places[i] = i;
        Array.Sort(places, (left, right) =>
        {
            var (a, b) = (values[from + (left * step)], values[from + (right * step)]);
            return Better(a, b) ? -1 : Better(b, a) ? 1 : left.CompareTo(right);
        });
        places.AsSpan(0, best.Length).CopyTo(best);
    }

    private bool Better<T>(T left, T right)
        where T : struct => _largest ? Number.Less(right, left) : Number.Less(left, right);

    private static int[] Shape(NodeCall call, int axis)
    {
        var count = Axes.Numbers(call, 1) is [var given] ? given : throw call.Node.Fail("its K must be one number");
        if (count < 0 || count > call[0].Sizes[axis])
            throw call.Node.Fail($"it looks for the best {count} of {call[0].Sizes[axis]} values");
        return [.. call[0].Sizes.AsSpan(0, axis), (int)count, .. call[0].Sizes.AsSpan(axis + 1)];
    }
}
