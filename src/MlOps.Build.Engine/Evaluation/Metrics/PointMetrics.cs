using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>The metrics of scored rows without intervals.</summary>
internal static class PointMetrics
{
    public static IReadOnlyList<MetricValue> Of(ScoredRows rows)
    {
        var sample = new MetricSample(rows);
        return [.. rows.Metrics.Select(metric => Value(metric.Name, metric.Compute(sample)))];
    }

    private static MetricValue Value(string name, MetricOutcome outcome) => outcome.IsDefined
        ? new MetricValue { Name = name, Value = outcome.Value }
        : new MetricValue { Name = name, Reason = outcome.Reason };
}
