using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>No present value occurs twice. Every row of a repeated value counts; they are found by reading again.</summary>
internal sealed class UniqueCheck(TallyMetric tally, BatchColumn column, int kept, double mostly) : Check
{
    private readonly RowCountMetric _rows = new(tally.Condition);
    private ColumnMapMetric? _repeats;

    public override IReadOnlyList<Metric> Metrics => [tally, _rows];

    public override IReadOnlyList<Metric> Later(MetricValues values)
    {
        var part = values.Of<TallyPart>(tally);
        var repeated = part.Overflow ? [] : part.Sorted.Where(entry => entry.Count > 1).ToList();
        if (repeated.Count == 0)
            return [];
        _repeats = new ColumnMapMetric(tally.Column, tally.Condition, Once(repeated), kept);
        return [_repeats];
    }

    public override Outcome Judge(MetricValues values)
    {
        var part = values.Of<TallyPart>(tally);
        if (part.Overflow)
            return Outcome.Failed(UniqueKinds.TooMany(tally.MostDistinct));
        if (_repeats is not null)
            return MapCheck.Judge(values.Of<MapPart>(_repeats), [column], mostly);
        var rows = RowCountMetric.Of(values, _rows);
        var counts = new MapCounts { Elements = rows, Missing = rows - part.Count, Unexpected = 0, Columns = [column], Rows = [] };
        return new Outcome { Success = true, Map = counts };
    }

    private ValueTest Once(List<TallyEntry> repeated)
    {
        if (column.Type != ColumnType.String)
            return new KeySetTest([.. repeated.Select(entry => entry.Key)], inside: false);
        var texts = repeated.Select(entry => entry.Text!).ToHashSet(StringComparer.Ordinal);
        return new TextTest(text => !texts.Contains(text));
    }
}
