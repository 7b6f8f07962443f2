using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>A verdict on quantiles: of counted values, or, where these are more than are kept, of the values that further readings find at their places.</summary>
internal sealed class QuantileCheck(TallyMetric tally, ColumnType type, IReadOnlyList<double> quantiles, Func<QuantileTable, Outcome> judge) : Check
{
    private PlaceSearch? _search;

    public override IReadOnlyList<Metric> Metrics => [tally];

    public override IReadOnlyList<Metric> Later(MetricValues values)
    {
        var part = values.Of<TallyPart>(tally);
        if (!part.Overflow)
            return [];
        if (_search is null)
            _search = new PlaceSearch(tally, part, quantiles.SelectMany(quantile => QuantileTable.Places(quantile, part.Count)));
        else
            _search.Take(values);
        return _search.Next is { } next ? [next] : [];
    }

    public override Outcome Judge(MetricValues values)
    {
        var part = values.Of<TallyPart>(tally);
        return judge(_search is { } search ? new QuantileTable(type, part.Count, search.KeyAt) : QuantileTable.Of(part, type));
    }
}
