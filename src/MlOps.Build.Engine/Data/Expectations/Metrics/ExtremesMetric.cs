using MlOps.Build.Engine.Data.Expectations.Conditions;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>The smallest and the largest present value of a column.</summary>
internal sealed record ExtremesMetric(int Column, RowCondition? Condition) : Metric
{
    public override IEnumerable<int> Uses => RowCondition.Columns(Condition).Append(Column);

    public override MetricPart Start() => new ExtremesPart(this);
}
