using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>A verdict on how often each value of a column occurs, with as many readings as the values need.</summary>
internal sealed class CountedCheck(TallyMetric tally, ColumnFold fold) : Check
{
    private readonly SpreadReadings _readings = new(tally);

    public override IReadOnlyList<Metric> Metrics => [tally];

    public override IReadOnlyList<Metric> Later(MetricValues values) =>
        _readings.Next<TallyPart>(values, fold.Add) is { } next ? [next] : [];

    public override Outcome Judge(MetricValues values) => fold.Judge();
}
