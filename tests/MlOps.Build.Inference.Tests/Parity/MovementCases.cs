using MlOps.Build.Inference.Onnx;
using static MlOps.Build.Inference.Tests.Parity.Data;

namespace MlOps.Build.Inference.Tests.Parity;

/// <summary>Operators that move values, and those that sum them up.</summary>
internal static class MovementCases
{
    public static IEnumerable<OperatorCase> All() => [.. Shapes(), .. Picks(), .. Products(), .. Reductions(), .. Best()];

    private static IEnumerable<OperatorCase> Shapes()
    {
        yield return Case("Reshape", "with a rest", 2, Spread(2, 6), L([2], 3, -1));
        yield return Case("Reshape", "0 keeps a size", 3, Spread(2, 6), L([3], 0, 2, 3));
        yield return Case("Reshape", "strings", 1, S([2, 1], "a", "b"), L([1], -1));
        yield return Case("Reshape", "no rows", 2, Spread(0, 6), L([2], 0, 6));
        yield return Case("Flatten", "by default", 2, Spread(2, 3, 4));
        yield return Case("Squeeze", "given", 2, Spread(2, 1, 3, 1), L([1], 1), rank: 3);
        yield return Case("Squeeze", "all", 2, Spread(2, 1, 3, 1));
        yield return Case("Squeeze", "negative", 3, Spread(2, 1, 3, 1), L([1], -1), rank: 3);
        yield return Case("Unsqueeze", "two", 4, Spread(2, 3), L([2], 0, -1));
        yield return OperatorCase.Of("all", "Shape", [Spread(2, 3, 4)], [("z", OnnxType.Int64, 1)]);
        yield return OperatorCase.Of("part", "Shape", [Spread(2, 3, 4)], [("z", OnnxType.Int64, 1)], ("start", 1L), ("end", -1L));
        yield return OperatorCase.Of("sevens", "ConstantOfShape", [L([2], 2, 3)], [("z", OnnxType.Int64, 2)], ("value", new OnnxTensor("v", L([1], 7))));
        yield return Case("Expand", "columns", 2, Spread(3, 1), L([2], 3, 4));
        yield return Case("Expand", "more dimensions", 3, Spread(3, 1), L([3], 2, 1, 4));
        yield return Case("Expand", "strings", 2, S([1, 1], "a"), L([2], 2, 2));
        yield return Case("Tile", "both ways", 2, Spread(2, 3), L([2], 2, 3));
        yield return Case("Transpose", "by default", 3, Spread(2, 3, 4));
        yield return OperatorCase.Of("in an order", "Transpose", [Spread(2, 3, 4)], [("z", OnnxType.Float, 3)], ("perm", (long[])[1, 2, 0]));
    }

    private static IEnumerable<OperatorCase> Picks()
    {
        foreach (var axis in (long[])[0, 1, -1])
            yield return OperatorCase.Of($"axis {axis}", "Concat", [Spread(2, 2), Spread(2, 2), Spread(2, 2)], [("z", OnnxType.Float, 2)], ("axis", axis));
        yield return OperatorCase.Of("different widths", "Concat", [Spread(2, 3), Spread(2, 1)], [("z", OnnxType.Float, 2)], ("axis", 1L));
        yield return OperatorCase.Of("no rows", "Concat", [Spread(0, 3), Spread(0, 1)], [("z", OnnxType.Float, 2)], ("axis", 1L));
        yield return OperatorCase.Of("strings", "Concat", [S([1, 1], "a"), S([1, 2], "b", "c")], [("z", OnnxType.String, 2)], ("axis", 1L));
        yield return OperatorCase.Of("rows", "Gather", [Spread(3, 2), L([2, 2], 0, -1, 1, 1)], [("z", OnnxType.Float, 3)]);
        yield return OperatorCase.Of("columns", "Gather", [Spread(3, 4), L([2], 3, -4)], [("z", OnnxType.Float, 2)], ("axis", 1L));
        yield return OperatorCase.Of("one column", "Gather", [S([2, 2], "a", "b", "c", "d"), L([], 1)], [("z", OnnxType.String, 1)], ("axis", 1L));
        (long[] Starts, long[] Ends, long[]? Axes, long[]? Steps)[] slices =
        [
            ([1, 0], [3, 2], null, null), ([1], [-1], [1], null), ([-1], [long.MinValue], [0], [-1]), ([0], [long.MaxValue], [1], [2]),
            ([10], [20], [0], null), ([-100], [2], [1], null), ([3], [0], [1], [-2]), ([4, 4], [0, 1], [0, 1], [-1, -1]), ([2], [1], [0], null),
        ];
        for (var i = 0; i < slices.Length; i++)
        {
            var (starts, ends, axes, steps) = slices[i];
            Tensor?[] inputs = [Spread(4, 5), V(starts), V(ends), axes is null ? null : V(axes), steps is null ? null : V(steps)];
            yield return OperatorCase.Of($"number {i}", "Slice", [.. inputs.Take(steps is not null ? 5 : axes is not null ? 4 : 3)], [("z", OnnxType.Float, 2)]);
        }

        yield return OperatorCase.Of("last axis", "OneHot", [L([3], 0, 2, -1), L([], 3), F([2], 0, 1)], [("z", OnnxType.Float, 2)]);
        yield return OperatorCase.Of("first axis, out of range", "OneHot", [L([4], 0, 5, -9, 1), L([], 3), L([2], 5, 7)], [("z", OnnxType.Int64, 2)], ("axis", 0L));
    }

    private static IEnumerable<OperatorCase> Products()
    {
        yield return Case("MatMul", "matrices", 2, Spread(3, 4), Spread(4, 2));
        yield return Case("MatMul", "a vector on the right", 1, Spread(3, 4), Spread(4));
        yield return Case("MatMul", "a vector on the left", 1, Spread(4), Spread(4, 2));
        yield return Case("MatMul", "batches", 3, Spread(2, 3, 4), Spread(4, 2));
        yield return Case("MatMul", "batches by batches", 4, Spread(2, 1, 3, 4), Spread(3, 4, 2));
        yield return Case("MatMul", "double", 2, Wide(Spread(3, 4)), Wide(Spread(4, 2)));
        yield return Case("MatMul", "no rows", 2, Spread(0, 4), Spread(4, 2));
        yield return Gemm("by default", Spread(3, 4), Spread(4, 2), Spread(2));
        yield return Gemm("without C", Spread(3, 4), Spread(4, 2), null);
        yield return Gemm("transposed B", Spread(3, 4), Spread(2, 4), Spread(1, 2), ("transB", 1L));
        yield return Gemm("transposed A, factors", Spread(4, 3), Spread(4, 2), Spread(3, 1), ("transA", 1L), ("alpha", 0.5f), ("beta", 2f));
        yield return Gemm("scalar C", Spread(1, 4), Spread(4, 2), Spread(1));
        yield return Gemm("double", Wide(Spread(3, 4)), Wide(Spread(4, 2)), Wide(Spread(3, 2)));
        yield return Gemm("no rows", Spread(0, 4), Spread(4, 2), Spread(2));
    }

    private static IEnumerable<OperatorCase> Reductions()
    {
        foreach (var op in (string[])["ReduceSum", "ReduceMean", "ReduceMin", "ReduceMax"])
        {
            yield return Reduce(op, "rows", Spread(3, 4), V([1]), 2);
            yield return Reduce(op, "columns", Spread(3, 4), V([0]), 2);
            yield return Reduce(op, "all", Spread(3, 4), null, 2);
            yield return Reduce(op, "outer and inner, dropped", Spread(2, 3, 4), V([0, -1]), 1, ("keepdims", 0L));
            yield return Reduce(op, "int64", Whole(Spread(3, 4)), V([1]), 2);
            yield return Reduce(op, "no rows", Spread(0, 4), V([1]), 2);
        }

        yield return Reduce("ReduceSum", "no values", Spread(0, 4), V([0]), 2);
        yield return Reduce("ReduceSum", "no axes, nothing", Spread(3, 4), null, 2, ("noop_with_empty_axes", 1L));
        foreach (var op in (string[])["ArgMax", "ArgMin"])
        {
            yield return Arg(op, "rows", F([2, 4], 1, 3, 3, 0, 5, 1, 1, 5), 2, ("axis", 1L));
            yield return Arg(op, "last of equals, dropped", F([2, 4], 1, 3, 3, 0, 5, 1, 1, 5), 1, ("axis", 1L), ("select_last_index", 1L), ("keepdims", 0L));
            yield return Arg(op, "columns", Spread(3, 4), 2, ("axis", 0L));
            yield return Arg(op, "no rows", Spread(0, 4), 2, ("axis", 1L));
        }
    }

    // Not of no rows: ONNX Runtime 1.30 divides by 0 there and ends the process. TopKTests has them.
    private static IEnumerable<OperatorCase> Best()
    {
        yield return Top("largest of rows", Spread(3, 6), 2);
        yield return Top("smallest of rows", Spread(3, 6), 3, ("largest", 0L));
        yield return Top("equals, the first first", F([2, 5], 1, 3, 3, 0, 3, 5, 1, 1, 5, 1), 4);
        yield return Top("smallest of equals", F([2, 5], 1, 3, 1, 0, 1, 5, 1, 1, 5, 1), 4, ("largest", 0L));
        yield return Top("columns", Spread(4, 3), 2, ("axis", 0L));
        yield return Top("all", Spread(2, 5), 5);
        yield return Top("none", Spread(2, 5), 0);
        yield return Top("infinities", F([1, 4], float.PositiveInfinity, 0, float.NegativeInfinity, float.PositiveInfinity), 3);
        yield return Top("double", Wide(Spread(2, 6)), 2, ("largest", 0L));
        yield return Top("int64", Whole(Spread(2, 6)), 3);
        yield return Top("int32", Short(Spread(2, 6)), 3);
    }

    private static OperatorCase Top(string name, Tensor a, long count, params (string, object)[] attributes) =>
        OperatorCase.Of(name, "TopK", [a, L([1], count)], [("values", a.ElementType, 2), ("places", OnnxType.Int64, 2)], attributes);

    private static Tensor<long> V(long[] values) => L([values.Length], values);

    private static OperatorCase Case(string op, string name, int resultRank, Tensor a, Tensor? b = null, int? rank = null) =>
        OperatorCase.Of(name, op, b is null ? [a] : [a, b], [("z", a.ElementType, rank ?? resultRank)]);

    private static OperatorCase Gemm(string name, Tensor a, Tensor b, Tensor? c, params (string, object)[] attributes) =>
        OperatorCase.Of(name, "Gemm", c is null ? [a, b] : [a, b, c], [("z", a.ElementType, 2)], attributes);

    private static OperatorCase Reduce(string op, string name, Tensor a, Tensor? axes, int rank, params (string, object)[] attributes) =>
        OperatorCase.Of(name, op, axes is null ? [a] : [a, axes], [("z", a.ElementType, rank)], attributes);

    private static OperatorCase Arg(string op, string name, Tensor a, int rank, params (string, object)[] attributes) =>
        OperatorCase.Of(name, op, [a], [("z", OnnxType.Int64, rank)], attributes);
}
