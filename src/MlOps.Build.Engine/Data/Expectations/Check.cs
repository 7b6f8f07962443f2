using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>An expectation bound to a table's columns.</summary>
internal abstract class Check
{
    /// <summary>What has to be known about the rows.</summary>
    public abstract IReadOnlyList<Metric> Metrics { get; }

    /// <summary>
    /// What has to be known beyond that, such as the rows that hold a repeated value. Asked after each reading until there is nothing more; then
    /// the rest of what was gathered is at hand, but not values that are only a part of all (<see cref="MetricPart.Release"/>).
    /// </summary>
    public virtual IReadOnlyList<Metric> Later(MetricValues values) => [];

    public abstract Outcome Judge(MetricValues values);
}
