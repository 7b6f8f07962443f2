using System.Text.Json.Nodes;
using MlOps.Build.Engine.Data.Expectations.Conditions;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Holds Cramér's phi of two columns to a threshold: first the bins are found, then rows are counted.</summary>
internal sealed class CrossCheck(CrossAxis left, CrossAxis right, RowCondition? condition, double threshold) : Check
{
    private CrossMetric? _cross;

    public override IReadOnlyList<Metric> Metrics => [left.First, right.First];

    public override IReadOnlyList<Metric> Later(MetricValues values)
    {
        if (_cross is not null || left.Bins(values) is not { } rows || right.Bins(values) is not { } columns)
            return [];
        _cross = new CrossMetric(left.Column, right.Column, rows, columns, condition);
        return [_cross];
    }

    public override Outcome Judge(MetricValues values)
    {
        if (_cross is null)
            return Outcome.Failed(UniqueKinds.TooMany(left.MostDistinct));
        var table = new CrossTable(CrossMetric.Of(values, _cross), _cross.Rows.Labels, _cross.Columns.Labels);
        return table.CramersPhi is { } phi
            ? Outcome.Of(phi <= threshold, JsonValues.Number(phi), new JsonObject { ["crosstab"] = table.Json() })
            : Outcome.Failed("one of the columns has only one value, so there is nothing to depend on.");
    }
}
