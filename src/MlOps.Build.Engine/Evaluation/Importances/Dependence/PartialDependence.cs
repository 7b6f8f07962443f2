using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Importances.Dependence;

/// <summary>
/// Partial dependence (Friedman, "Greedy function approximation", 2001, section 8.2) on the columns that matter most. A value enters as all
/// inputs that a test row with it has, so one-hot columns, dates and the like change as a whole.
/// </summary>
internal sealed class PartialDependence
{
    private const long Stream = 0x0E00_0000_0000_0000;
    private const int MostColumns = 6;
    private const int MostRows = 500;

    private readonly ImportanceRequest _request;
    private readonly ScoredRows _rows;
    private readonly FeatureMatrix _sample;

    private PartialDependence(ImportanceRequest request, ScoredRows rows, long seed)
    {
        _request = request;
        _rows = rows;
        _sample = request.Features.Take(ImportanceSample.Draw(rows, MostRows, new SeededRandom(seed, Stream)));
    }

    /// <summary>One curve a column, the most important first; none for columns that feed a cross, whose inputs would no longer fit together.</summary>
    /// <param name="request">Features and model.</param>
    /// <param name="importances">Largest first; columns of no use are passed over.</param>
    /// <param name="grid">The values of a column; empty for one that is to be left out.</param>
    /// <param name="rows">The test rows.</param>
    /// <param name="seed">Draws the sample of rows.</param>
    /// <param name="cancellationToken">Ends it between two values.</param>
    public static IReadOnlyList<ColumnDependence> Measure(
        ImportanceRequest request,
        IReadOnlyList<Importance> importances,
        Func<string, IReadOnlyList<GridValue>> grid,
        ScoredRows rows,
        long seed,
        CancellationToken cancellationToken)
    {
        var crossed = request.Columns.Where(feature => feature.Sources.Count > 1).SelectMany(feature => feature.Sources).ToHashSet(StringComparer.Ordinal);
        var inputs = RawColumnInputs.Of(request.Columns).ToDictionary(column => column.Column, StringComparer.Ordinal);
        var measure = new PartialDependence(request, rows, seed);
        return
        [
            .. importances.Where(importance => importance.Value > 0 && !crossed.Contains(importance.Column))
                .Select(importance => (Inputs: inputs[importance.Column], Grid: grid(importance.Column)))
                .Where(column => column.Grid.Count > 0)
                .Take(MostColumns)
                .Select(column => measure.Of(column.Inputs, column.Grid, cancellationToken)),
        ];
    }

    private ColumnDependence Of(RawColumnInputs column, IReadOnlyList<GridValue> grid, CancellationToken cancellationToken)
    {
        var points = new List<DependencePoint>();
        foreach (var value in grid)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var scores = _request.Score(column.Set(_sample, _request.Features.Row(value.Donor)));
            points.Add(new DependencePoint { Value = value.Text, Number = value.Number, Means = Means(scores) });
        }

        return new ColumnDependence { Column = column.Column, Rows = _sample.Rows, Points = points };
    }

    private double[] Means(float[] scores)
    {
        var width = Math.Max(1, _rows.ClassCount);
        return width == 2 ? [Mean(scores, 1, 2)] : [.. Enumerable.Range(0, width).Select(k => Mean(scores, k, width))];
    }

    private static double Mean(float[] scores, int output, int width)
    {
        var values = new double[scores.Length / width];
        for (var row = 0; row < values.Length; row++)
            values[row] = scores[(row * width) + output];
        return FixedSum.Sum(values) / values.Length;
    }
}
