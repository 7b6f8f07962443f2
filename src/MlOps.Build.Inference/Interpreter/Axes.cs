namespace MlOps.Build.Inference.Interpreter;

/// <summary>Axes, which count from the end when negative, and lists of whole numbers given as a tensor.</summary>
internal static class Axes
{
    public static int Normalize(NodeInfo node, long axis, int rank)
    {
        if (axis < -rank || axis >= rank)
            throw node.Fail($"axis {axis} is not in {-rank}..{rank - 1}");
        return (int)(axis < 0 ? axis + rank : axis);
    }

    /// <summary>Axes of a tensor, each once, in rising order.</summary>
    public static int[] Normalize(NodeInfo node, long[] axes, int rank) =>
        [.. axes.Select(axis => Normalize(node, axis, rank)).Distinct().Order()];

    public static long[] Numbers(NodeCall call, int input) => call[input] switch
    {
        Tensor<long> t => t.Values,
        Tensor<int> t => Array.ConvertAll(t.Values, value => (long)value),
        _ => throw call.Unsupported(input),
    };

    /// <summary>Whole numbers that a node computes with, as opposed to a list that says what it does.</summary>
    public static long[] Indices(NodeCall call, int input)
    {
        if (call[input] is not Tensor<int> t)
            return Numbers(call, input);
        var indices = call.Scratch<long>(t.Length);
        for (var i = 0; i < indices.Length; i++)
            indices[i] = t.Values[i];
        return indices;
    }

    public static int[] Shape(NodeCall call, IEnumerable<long> sizes) =>
        [.. sizes.Select(size => size is >= 0 and <= int.MaxValue ? (int)size : throw call.Node.Fail($"a dimension cannot have the size {size}"))];
}
