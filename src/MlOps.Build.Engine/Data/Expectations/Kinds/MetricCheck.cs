using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>A verdict that follows from metrics.</summary>
internal sealed class MetricCheck(IReadOnlyList<Metric> metrics, Func<MetricValues, Outcome> judge) : Check
{
    public override IReadOnlyList<Metric> Metrics => metrics;

    public override Outcome Judge(MetricValues values) => judge(values);
}
