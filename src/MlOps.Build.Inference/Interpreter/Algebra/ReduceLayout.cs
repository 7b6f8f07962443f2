using MlOps.Build.Inference.Interpreter.Movement;

namespace MlOps.Build.Inference.Interpreter.Algebra;

/// <summary>What a reduction makes one.</summary>
/// <param name="Shape">The result's shape.</param>
/// <param name="Count">How many values become one; <see cref="Nothing"/> when the tensor stays as it is.</param>
/// <param name="Arranged">The reduced dimensions last, so that what becomes one stands together; null where it already does.</param>
internal sealed record ReduceLayout(int[] Shape, int Count, StridedLayout? Arranged)
{
    public const int Nothing = -1;

    public static ReduceLayout OfNothing { get; } = new([], Nothing, null);

    /// <summary>The layout for the given axes, each once; null is all of them.</summary>
    public static ReduceLayout Of(int[] sizes, int[]? given, bool keep)
    {
        int[] axes = given ?? [.. Enumerable.Range(0, sizes.Length)];
        int[] kept = [.. Enumerable.Range(0, sizes.Length).Except(axes)];
        int[] shape = keep ? [.. sizes.Select((size, i) => axes.Contains(i) ? 1 : size)] : [.. kept.Select(i => sizes[i])];
        var count = axes.Aggregate(1, (product, axis) => product * sizes[axis]);
        return new ReduceLayout(shape, count, Arrange(sizes, [.. kept, .. axes]));
    }

    private static StridedLayout? Arrange(int[] sizes, int[] order)
    {
        if (order.SequenceEqual(Enumerable.Range(0, order.Length)))
            return null;
        var strides = Shapes.Strides(sizes);
        int[] shape = [.. order.Select(d => sizes[d])];
        return new StridedLayout(shape, Strided.Positions(shape, 0, [.. order.Select(d => strides[d])]));
    }
}
