using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Importances.Attribution;

/// <summary>
/// How far each raw column moves the trees' score, as the mean magnitude of its Shapley value over test rows (Lundberg et al., 2020). The
/// metric has no part in it: it tells what the model uses, and not whether that helps.
/// </summary>
internal static class TreeAttribution
{
    private const long Stream = 0x0F00_0000_0000_0000;
    private const int MostRows = 500;
    private const int FewestRows = 20;

    /// <summary>The importances with their attributions; without them when trees are so many and deep that too few rows could be explained.</summary>
    public static IReadOnlyList<Importance> AddTo(
        IReadOnlyList<Importance> importances, ImportanceRequest request, ScoredRows rows, long seed, CancellationToken cancellationToken)
    {
        if (request.Attribution is not { } attribution || importances.Count == 0)
            return importances;
        var limit = (int)Math.Min(MostRows, attribution.MaximumWork / Math.Max(1, attribution.Trees.Work));
        if (limit < FewestRows)
            return importances;
        var sample = ImportanceSample.Draw(rows, limit, new SeededRandom(seed, Stream));
        var players = new ColumnPlayers(request.Columns, request.Features.Columns);
        var byRow = new double[sample.Length][];
        new ThreadTeam(attribution.Threads, cancellationToken).Each(sample.Length, i =>
        {
            var values = attribution.Trees.Values(request.Features.Row(sample[i]), players.ByInput);
            byRow[i] = players.Magnitudes(values, attribution.Trees.Outputs);
        });
        var means = players.Columns
            .Select((column, i) => (Column: column, Mean: FixedSum.Sum(Array.ConvertAll(byRow, row => row[i])) / sample.Length))
            .ToDictionary(item => item.Column, item => item.Mean, StringComparer.Ordinal);
        return [.. importances.Select(importance => importance with { Attribution = means[importance.Column] })];
    }
}
