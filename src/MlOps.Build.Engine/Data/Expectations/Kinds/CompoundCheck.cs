using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>No combination of values of some columns occurs twice. Every row of a repeated one counts; they are found by reading again.</summary>
internal sealed class CompoundCheck(RowTallyMetric tally, IReadOnlyList<BatchColumn> columns, int kept, double mostly) : Check
{
    private readonly SpreadReadings _readings = new(tally);
    private readonly BytesTally _repeated = new(Repeats.KeyRange.All);
    private RowMapMetric? _repeats;

    public override IReadOnlyList<Metric> Metrics => [tally];

    private bool HasTooMany => _repeated.Count > tally.MostDistinct;

    public override IReadOnlyList<Metric> Later(MetricValues values)
    {
        if (_repeats is not null)
            return [];
        var next = _readings.Next<RowTallyPart>(values, part => _repeated.AddRepeated(part.Tally));
        if (HasTooMany)
            return [];
        if (next is not null)
            return [next];
        if (_repeated.Count == 0)
            return [];
        _repeats = new RowMapMetric(tally.Columns, tally.Condition, tally.Ignore, new UniqueRowTest(_repeated, tally.Columns), kept);
        return [_repeats];
    }

    public override Outcome Judge(MetricValues values)
    {
        if (HasTooMany)
            return Outcome.Failed(UniqueKinds.TooMany(tally.MostDistinct, "repeated combinations"));
        if (_repeats is not null)
            return MapCheck.Judge(values.Of<MapPart>(_repeats), columns, mostly);
        var part = values.Of<RowTallyPart>(tally);
        var missing = part.Elements - part.Considered;
        return new Outcome { Success = true, Map = new MapCounts { Elements = part.Elements, Missing = missing, Unexpected = 0, Columns = columns, Rows = [] } };
    }
}
