namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>
/// Something to be found out about the rows. Several expectations may share one. Equal metrics are gathered once.
/// </summary>
internal abstract record Metric
{
    /// <summary>The 0-based columns that are looked at; those of no metric are not read.</summary>
    public abstract IEnumerable<int> Uses { get; }

    /// <summary>What one thread gathers.</summary>
    public abstract MetricPart Start();
}
