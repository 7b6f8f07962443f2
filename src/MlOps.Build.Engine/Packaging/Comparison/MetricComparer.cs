using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Comparison;

/// <summary>The metrics that both packages, or one of them, came with.</summary>
internal static class MetricComparer
{
    public static IReadOnlyList<MetricChange> Compare(EvaluationSummary? before, EvaluationSummary? after) =>
    [
        .. Words.Pairs(before?.Metrics ?? [], after?.Metrics ?? [], metric => metric.Name)
            .Select(pair => new MetricChange(pair.Key, pair.Before?.Value, pair.After?.Value)),
    ];
}
