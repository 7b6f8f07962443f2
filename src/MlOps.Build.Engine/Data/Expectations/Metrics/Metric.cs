namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>
/// Something to be found out about the rows. Several expectations may share one. Equal metrics are gathered once.
/// </summary>
internal abstract record Metric
{
    /// <summary>What one thread gathers.</summary>
    public abstract MetricPart Start();
}
