using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Linear;

/// <summary>
/// The mean loss of rows plus l2 / 2 times the sum of squared coefficients, divided by the rows' weight. Variables are the coefficients of
/// standardised features, output after output, then one intercept an output. Rows are summed in fixed ranges, so that
/// threads change nothing.
/// </summary>
internal sealed class LinearObjective : ISmoothFunction
{
    private const int MostRanges = 64;

    private readonly TrainingSet _set;
    private readonly double[] _labels;
    private readonly ILinearLoss _loss;
    private readonly Standardization _scale;
    private readonly ThreadTeam _team;
    private readonly double _l2;
    private readonly int _columns;
    private readonly int _rangeSize;
    private readonly double[][] _partial;

    public LinearObjective(TrainingSet set, double[] labels, ILinearLoss loss, Standardization scale, double l2, ThreadTeam team)
    {
        _set = set;
        _labels = labels;
        _loss = loss;
        _scale = scale;
        _team = team;
        _columns = set.Features.Columns;
        TotalWeight = set.Weights is { } weights ? FixedSum.Sum(weights) : labels.Length;
        _l2 = l2 / TotalWeight;
        _rangeSize = Math.Max(256, (labels.Length + MostRanges - 1) / MostRanges);
        _partial = new double[(labels.Length + _rangeSize - 1) / _rangeSize][];
    }

    public int Penalized => _columns * _loss.Outputs;

    public int Size => Penalized + _loss.Outputs;

    public double TotalWeight { get; }

    /// <summary>The mean loss without penalty at the point that was evaluated last.</summary>
    public double LastLoss { get; private set; }

    public double Evaluate(double[] point, double[] gradient)
    {
        LastLoss = MeanLoss(point);
        Array.Clear(gradient);
        foreach (var partial in _partial)
        {
            for (var i = 0; i < Size; i++)
                gradient[i] += partial[i];
        }

        for (var i = 0; i < Size; i++)
            gradient[i] = (gradient[i] / TotalWeight) + (i < Penalized ? _l2 * point[i] : 0);
        return LastLoss + (_l2 / 2 * FixedSum.Dot(point.AsSpan(0, Penalized), point.AsSpan(0, Penalized)));
    }

    /// <summary>The mean loss without penalty.</summary>
    public double MeanLoss(double[] point)
    {
        if (_labels.Length == 0)
            return double.NaN;
        var sum = _team.Sum(_labels.Length, _rangeSize, (from, to) =>
        {
            var partial = _partial[from / _rangeSize] ??= new double[Size];
            return Range(point, from, to, partial);
        });
        return sum / TotalWeight;
    }

    private double Range(double[] point, int from, int to, double[] partial)
    {
        Array.Clear(partial);
        var loss = 0.0;
        var outputs = _loss.Outputs;
        var row = new double[_columns];
        Span<double> scores = outputs <= 256 ? stackalloc double[outputs] : new double[outputs];
        for (var i = from; i < to; i++)
        {
            Standardize(_set.Features.Row(i), row);
            for (var k = 0; k < outputs; k++)
                scores[k] = point[Penalized + k] + FixedSum.Dot(row, point.AsSpan(k * _columns, _columns));
            var weight = _set.Weights is { } weights ? weights[i] : 1.0;
            loss += weight * _loss.Evaluate(scores, _labels[i]);
            for (var k = 0; k < outputs; k++)
            {
                var slope = weight * scores[k];
                AddScaled(partial.AsSpan(k * _columns, _columns), row, slope);
                partial[Penalized + k] += slope;
            }
        }

        return loss;
    }

    private void Standardize(ReadOnlySpan<float> source, double[] row)
    {
        for (var j = 0; j < row.Length; j++)
            row[j] = ((double)source[j] - _scale.Centers[j]) * _scale.InverseScales[j];
    }

    private static void AddScaled(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] += factor * source[i];
    }
}
