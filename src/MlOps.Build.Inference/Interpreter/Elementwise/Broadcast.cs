namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>
/// NumPy's broadcasting of up to three operands, as runs: within a run each operand stands still or steps by one. Neighbouring dimensions
/// that behave alike are merged, so equal shapes and a scalar are one run each.
/// </summary>
internal sealed class Broadcast
{
    private readonly int[] _sizes;
    private readonly int[][] _strides;
    private readonly int[] _counter;
    private readonly int[] _offsets;
    private readonly int _runs;
    private int _left;

    public Broadcast(NodeInfo node, params ReadOnlySpan<int[]> shapes)
    {
        Shape = OutputShape(node, shapes);
        var length = Shapes.Length(Shape);
        (_sizes, _strides) = Merge(Shape, shapes);
        RunLength = length == 0 ? 0 : _sizes[^1];
        _runs = length == 0 ? 0 : length / RunLength;
        _left = _runs;
        _counter = new int[_sizes.Length];
        _offsets = new int[shapes.Length];
    }

    /// <summary>The shape of the result.</summary>
    public int[] Shape { get; }

    /// <summary>How many results one run has.</summary>
    public int RunLength { get; }

    /// <summary>By how much an operand steps within a run: 0 or 1.</summary>
    public int Step(int operand) => _strides[operand][^1];

    /// <summary>Where an operand's current run begins.</summary>
    public int Offset(int operand) => _offsets[operand];

    /// <summary>True while there is a run; call <see cref="Next"/> after it.</summary>
    public bool HasRun => _left > 0;

    /// <summary>Back to the first run.</summary>
    public void Restart()
    {
        _left = _runs;
        Array.Clear(_counter, 0, _counter.Length);
        Array.Clear(_offsets, 0, _offsets.Length);
    }

    public void Next()
    {
        _left--;
        for (var d = _sizes.Length - 2; d >= 0; d--)
        {
            for (var i = 0; i < _offsets.Length; i++)
                _offsets[i] += _strides[i][d];
            if (++_counter[d] < _sizes[d])
                return;
            for (var i = 0; i < _offsets.Length; i++)
                _offsets[i] -= _strides[i][d] * _sizes[d];
            _counter[d] = 0;
        }
    }

    public static int[] OutputShape(NodeInfo node, params ReadOnlySpan<int[]> shapes)
    {
        var rank = 0;
        foreach (var shape in shapes)
            rank = Math.Max(rank, shape.Length);
        var result = new int[rank];
        result.AsSpan().Fill(1);
        foreach (var shape in shapes)
        {
            var shift = rank - shape.Length;
            for (var i = 0; i < shape.Length; i++)
            {
                ref var size = ref result[shift + i];
                if (size == 1)
                    size = shape[i];
                else if (shape[i] != 1 && shape[i] != size)
                    throw node.Fail($"{Shapes.Text(shape)} cannot be broadcast with the other inputs, which have {size} where it has {shape[i]}");
            }
        }

        return result;
    }

    private static (int[] Sizes, int[][] Strides) Merge(int[] output, ReadOnlySpan<int[]> shapes)
    {
        var sizes = new List<int>();
        var strides = new List<int>[shapes.Length];
        var widths = new int[shapes.Length];
        for (var i = 0; i < shapes.Length; i++)
            (strides[i], widths[i]) = ([], 1);

        // From the last dimension to the first: a dimension joins the one after it when every operand goes on as it did there.
        for (var d = output.Length - 1; d >= 0; d--)
        {
            if (output[d] == 1)
                continue;
            var joins = sizes.Count > 0;
            for (var i = 0; i < shapes.Length; i++)
                joins = joins && Stride(shapes[i], output.Length, d, widths[i]) == strides[i][^1] * sizes[^1];
            for (var i = 0; i < shapes.Length; i++)
            {
                var stride = Stride(shapes[i], output.Length, d, widths[i]);
                if (!joins)
                    strides[i].Add(stride);
                if (stride != 0)
                    widths[i] *= output[d];
            }

            if (joins)
                sizes[^1] *= output[d];
            else
                sizes.Add(output[d]);
        }

        return Reversed(sizes, strides);
    }

    private static int Stride(int[] shape, int rank, int dimension, int width)
    {
        var own = dimension - (rank - shape.Length);
        return own < 0 || shape[own] == 1 ? 0 : width;
    }

    private static (int[] Sizes, int[][] Strides) Reversed(List<int> sizes, List<int>[] strides)
    {
        if (sizes.Count == 0)
            return ([1], [.. strides.Select(_ => new int[1])]);
        sizes.Reverse();
        foreach (var list in strides)
            list.Reverse();
        return ([.. sizes], [.. strides.Select(list => list.ToArray())]);
    }
}
