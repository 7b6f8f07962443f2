namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Which way a metric improves.</summary>
internal enum MetricDirection
{
    HigherIsBetter,
    LowerIsBetter,
}
