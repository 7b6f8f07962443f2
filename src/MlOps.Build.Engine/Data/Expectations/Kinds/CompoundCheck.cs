using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>No combination of values of some columns occurs twice. Every row of a repeated one counts.</summary>
internal sealed class CompoundCheck(RowTallyMetric tally, IReadOnlyList<BatchColumn> columns, int kept, double mostly) : Check
{
    private RowMapMetric? _repeats;

    public override IReadOnlyList<Metric> Metrics => [tally];

    public override IReadOnlyList<Metric> Later(MetricValues values)
    {
        var (combinations, overflow) = RowTallyMetric.Of(values, tally);
        if (overflow)
            return [];
        _repeats = new RowMapMetric(tally.Columns, tally.Condition, tally.Ignore, new UniqueRowTest(combinations, tally.Columns), kept);
        return [_repeats];
    }

    public override Outcome Judge(MetricValues values) => _repeats is null
        ? Outcome.Failed(UniqueKinds.TooMany(tally.MostDistinct))
        : MapCheck.Judge(values.Of<MapPart>(_repeats), columns, mostly);
}
