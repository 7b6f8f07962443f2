using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>The share of rows that are as expected is at least <c>mostly</c>.</summary>
internal sealed class MapCheck(Metric metric, IReadOnlyList<BatchColumn> columns, double mostly, bool isPair = false) : Check
{
    public override IReadOnlyList<Metric> Metrics => [metric];

    public override Outcome Judge(MetricValues values) => metric is ColumnMapMetric { Test.Fault: { } fault }
        ? Outcome.Failed(fault)
        : Judge(values.Of<MapPart>(metric), columns, mostly, isPair);

    public static Outcome Judge(MapPart part, IReadOnlyList<BatchColumn> columns, double mostly, bool isPair = false)
    {
        var counts = new MapCounts
        {
            Elements = part.Elements,
            Missing = part.Elements - part.Considered,
            Unexpected = part.Unexpected,
            Columns = columns,
            IsPair = isPair,
            TellsMissing = part.TellsMissing,
            Rows = part.Kept.Rows,
        };
        return new Outcome { Success = counts.ExpectedShare >= mostly, Map = counts };
    }
}
