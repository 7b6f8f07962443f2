using MlOps.Build.Inference.Interpreter.Algebra;

namespace MlOps.Build.Inference.Interpreter.Learning;

/// <summary>X times coefficients plus intercepts, the coefficients given by target.</summary>
internal sealed class LinearScores
{
    private readonly float[] _columns;
    private readonly float[] _intercepts;
    private readonly int _features;

    public LinearScores(NodeInfo node, int targets)
    {
        var coefficients = node.Floats("coefficients");
        _intercepts = node.Floats("intercepts");
        Targets = targets;
        if (targets <= 0 || coefficients.Length % targets != 0 || (_intercepts.Length != 0 && _intercepts.Length != targets))
            throw node.Fail($"it has {coefficients.Length} coefficients and {_intercepts.Length} intercepts for {targets} targets");
        _features = coefficients.Length / targets;
        _columns = MatrixProduct.Transposed(coefficients, targets, _features);
    }

    public int Targets { get; }

    /// <summary>Scores by row and target.</summary>
    public double[] Of(NodeCall call)
    {
        var (rows, columns) = Tensors.Matrix(call, 0);
        if (columns != _features)
            throw call.Node.Fail($"its input has {columns} columns; it has coefficients for {_features}");
        var x = Tensors.Floats(call, 0);
        var scores = call.Scratch<double>(Shapes.Area(rows, Targets));
        for (var i = 0; i < rows; i++)
        {
            var row = scores.AsSpan(i * Targets, Targets);
            MatrixProduct.AddRow(x.AsSpan(i * columns, columns), _columns, row);
            for (var j = 0; j < _intercepts.Length; j++)
                row[j] += _intercepts[j];
        }

        return scores;
    }
}
