namespace MlOps.Build.Inference.Interpreter.Learning;

/// <summary>Normalizer: each row divided by its largest value (MAX), the sum of magnitudes (L1) or its length (L2); by nothing when that is 0.</summary>
internal sealed class NormalizerKernel : Kernel
{
    private readonly string _norm;

    public NormalizerKernel(NodeInfo node)
    {
        _norm = node.Text("norm", "MAX");
        if (_norm is not ("MAX" or "L1" or "L2"))
            throw node.Fail($"norm '{_norm}' is none of MAX, L1 and L2");
    }

    public override void Run(NodeCall call)
    {
        var (rows, columns) = Tensors.Matrix(call, 0);
        var result = call.Like<float>(call[0]);
        var values = result.Values;
        Tensors.Floats(call, 0).CopyTo(values, 0);
        for (var i = 0; i < rows; i++)
        {
            var row = values.AsSpan(i * columns, columns);
            var norm = Norm(row);
            for (var j = 0; j < row.Length && norm != 0; j++)
                row[j] = (float)(row[j] / norm);
        }

        call.Return(result);
    }

    private double Norm(ReadOnlySpan<float> row)
    {
        var norm = _norm == "MAX" ? float.MinValue : 0.0;
        foreach (double x in row)
            norm = _norm == "MAX" ? Math.Max(norm, x) : norm + (_norm == "L1" ? Math.Abs(x) : x * x);
        return _norm == "L2" ? Math.Sqrt(norm) : norm;
    }
}
