using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Linear;

/// <summary>
/// The Fisher information of a fit: the sum over rows of the expected second derivatives by the variables, which are, output after output,
/// the coefficients of standardised features that vary and then the intercept.
/// </summary>
internal sealed class FisherInformation
{
    private const int MostRanges = 16;

    private readonly TrainingSet _set;
    private readonly ILinearLoss _loss;
    private readonly Standardization _scale;
    private readonly LinearModel _model;

    /// <param name="set">The training rows.</param>
    /// <param name="loss">By scores in the labels' own units.</param>
    /// <param name="scale">Of the features.</param>
    /// <param name="model">The fit.</param>
    public FisherInformation(TrainingSet set, ILinearLoss loss, Standardization scale, LinearModel model)
    {
        (_set, _loss, _scale, _model) = (set, loss, scale, model);
        Varying = [.. Enumerable.Range(0, set.Features.Columns).Where(column => scale.InverseScales[column] > 0)];
    }

    /// <summary>The features that are no constants.</summary>
    public int[] Varying { get; }

    /// <summary>Variables an output.</summary>
    public int Width => Varying.Length + 1;

    public int Size => Width * _loss.Outputs;

    /// <summary>The lower triangle, row-major, summed in fixed ranges of rows so that threads change nothing.</summary>
    public double[] Matrix(ThreadTeam team)
    {
        var rows = _set.Labels.Length;
        var rangeSize = Math.Max(256, (rows + MostRanges - 1) / MostRanges);
        var parts = new double[(rows + rangeSize - 1) / rangeSize][];
        team.Each(parts.Length, range => parts[range] = Range(range * rangeSize, Math.Min(rows, (range + 1) * rangeSize)));
        var sum = new double[Size * Size];
        foreach (var part in parts)
        {
            for (var i = 0; i < sum.Length; i++)
                sum[i] += part[i];
        }

        return sum;
    }

    private double[] Range(int from, int to)
    {
        var sum = new double[Size * Size];
        var (row, curvature) = (new double[Width], new double[_loss.Outputs * _loss.Outputs]);
        for (var i = from; i < to; i++)
        {
            var features = _set.Features.Row(i);
            for (var j = 0; j < Varying.Length; j++)
                row[j] = ((double)features[Varying[j]] - _scale.Centers[Varying[j]]) * _scale.InverseScales[Varying[j]];
            row[^1] = 1;
            _loss.Curvature(_model.Scores(features), curvature);
            Add(sum, row, curvature, _set.Weights is { } weights ? weights[i] : 1);
        }

        return sum;
    }

    private void Add(double[] sum, double[] row, double[] curvature, double weight)
    {
        for (var k = 0; k < _loss.Outputs; k++)
        {
            for (var l = 0; l <= k; l++)
            {
                var factor = weight * curvature[(k * _loss.Outputs) + l];
                for (var i = 0; i < Width; i++)
                {
                    var target = sum.AsSpan((((k * Width) + i) * Size) + (l * Width), k == l ? i + 1 : Width);
                    var product = factor * row[i];
                    for (var j = 0; j < target.Length; j++)
                        target[j] += product * row[j];
                }
            }
        }
    }
}
