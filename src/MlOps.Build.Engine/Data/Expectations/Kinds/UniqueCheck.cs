using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>No present value occurs twice. Every row of a repeated value counts; they are found by reading again.</summary>
internal sealed class UniqueCheck(TallyMetric tally, BatchColumn column, int kept, double mostly) : Check
{
    private readonly RowCountMetric _rows = new(tally.Condition);
    private readonly SpreadReadings _readings = new(tally);
    private readonly List<TallyEntry> _repeated = [];
    private ColumnMapMetric? _repeats;

    public override IReadOnlyList<Metric> Metrics => [tally, _rows];

    private bool HasTooMany => _repeated.Count > tally.MostDistinct;

    public override IReadOnlyList<Metric> Later(MetricValues values)
    {
        if (_repeats is not null)
            return [];
        var next = _readings.Next<TallyPart>(values, part => _repeated.AddRange(part.Entries.Where(entry => entry.Count > 1)));
        if (HasTooMany)
            return [];
        if (next is not null)
            return [next];
        if (_repeated.Count == 0)
            return [];
        _repeats = new ColumnMapMetric(tally.Column, tally.Condition, Once(), kept);
        return [_repeats];
    }

    public override Outcome Judge(MetricValues values)
    {
        if (HasTooMany)
            return Outcome.Failed(UniqueKinds.TooMany(tally.MostDistinct, "repeated values"));
        if (_repeats is not null)
            return MapCheck.Judge(values.Of<MapPart>(_repeats), [column], mostly);
        var rows = RowCountMetric.Of(values, _rows);
        var missing = rows - values.Of<TallyPart>(tally).Count;
        return new Outcome { Success = true, Map = new MapCounts { Elements = rows, Missing = missing, Unexpected = 0, Columns = [column], Rows = [] } };
    }

    private ValueTest Once()
    {
        if (column.Type != ColumnType.String)
            return new KeySetTest([.. _repeated.Select(entry => entry.Key)], inside: false);
        var texts = _repeated.Select(entry => entry.Text!).ToHashSet(StringComparer.Ordinal);
        return new TextTest(text => !texts.Contains(text));
    }
}
