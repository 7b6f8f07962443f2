using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Importances;

/// <summary>
/// How much the primary metric worsens when a raw column's values are shuffled over the test rows (Breiman, 2001; Fisher, Rudin and
/// Dominici, 2019). All inputs that read the column move together, crosses with it among them. Correlated columns stand in for each
/// other, so both may look useless alone.
/// </summary>
internal sealed class PermutationImportance
{
    private const long FirstStream = 0x0C00_0000_0000_0000;
    private const int FewestRows = 200;

    private readonly ImportanceRequest _request;
    private readonly MetricDefinition _metric;
    private readonly Func<float[], ScoredRows> _rows;
    private readonly FeatureMatrix _features;
    private readonly long _seed;

    private PermutationImportance(ImportanceRequest request, ScoredRows rows, long seed)
    {
        var columns = RawColumnInputs.Of(request.Columns);
        var sample = ImportanceSample.Draw(rows, Budget(request, columns.Count), new SeededRandom(seed, FirstStream));
        var labels = Array.ConvertAll(sample, row => rows.Labels[row]);
        _request = request;
        _metric = MetricRegistry.Primary(rows.Task);
        var context = rows.Context.Take(sample);
        _rows = scores => new ScoredRows(rows.Task, rows.ClassCount, labels, scores, rows.Threshold, context);
        _features = request.Features.Take(sample);
        _seed = seed;
        Columns = columns;
    }

    private IReadOnlyList<RawColumnInputs> Columns { get; }

    /// <summary>One importance a raw column, largest first; none when the metric is undefined on the sampled rows.</summary>
    public static IReadOnlyList<Importance> Measure(
        ImportanceRequest request, ScoredRows rows, long seed, CancellationToken cancellationToken)
    {
        if (request.Features.Rows != rows.Count)
            throw new ArgumentException($"{request.Features.Rows} rows of features are not {rows.Count} test rows.", nameof(request));
        return new PermutationImportance(request, rows, seed).Measure(cancellationToken);
    }

    private static int Budget(ImportanceRequest request, int columns) =>
        Math.Min(request.MaximumRows, Math.Max(FewestRows, request.MaximumScorings / Math.Max(1, columns * request.Repeats)));

    private IReadOnlyList<Importance> Measure(CancellationToken cancellationToken)
    {
        var unshuffled = Metric(_features);
        if (!unshuffled.IsDefined)
            return [];
        var importances = new List<Importance>();
        for (var i = 0; i < Columns.Count; i++)
            importances.Add(Measure(Columns[i], FirstStream + 1 + ((long)i * _request.Repeats), unshuffled.Value, cancellationToken));
        return
        [
            .. importances.Where(item => double.IsFinite(item.Value))
                .OrderByDescending(item => item.Value)
                .ThenBy(item => item.Column, StringComparer.Ordinal),
        ];
    }

    private Importance Measure(RawColumnInputs column, long stream, double unshuffled, CancellationToken cancellationToken)
    {
        var worsenings = new double[_request.Repeats];
        for (var repeat = 0; repeat < worsenings.Length; repeat++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var shuffled = column.Shuffle(_features, new SeededRandom(_seed, stream + repeat));
            worsenings[repeat] = _metric.Worsening(Metric(shuffled).Value, unshuffled);
        }

        return new Importance(column.Column, FixedSum.Sum(worsenings) / worsenings.Length, worsenings.Min(), worsenings.Max());
    }

    private MetricOutcome Metric(FeatureMatrix features) => _metric.Compute(new MetricSample(_rows(_request.Score(features))));
}
