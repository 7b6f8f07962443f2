using MlOps.Build.Engine.Data.Expectations.Conditions;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>Count, sum and sum of squares of the present values of a column of numbers or booleans.</summary>
internal sealed record MomentsMetric(int Column, RowCondition? Condition) : Metric
{
    public override IEnumerable<int> Uses => RowCondition.Columns(Condition).Append(Column);

    public override MetricPart Start() => new MomentsPart(this);
}
