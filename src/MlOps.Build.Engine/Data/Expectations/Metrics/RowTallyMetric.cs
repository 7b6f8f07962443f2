using MlOps.Build.Engine.Data.Expectations.Conditions;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>How often each combination of values of several columns occurs.</summary>
/// <param name="Columns">Their indices.</param>
/// <param name="Condition">Selects the rows; null: all.</param>
/// <param name="Ignore">Which of them are left out.</param>
/// <param name="MostDistinct">So many different combinations are kept at most.</param>
internal sealed record RowTallyMetric(int[] Columns, RowCondition? Condition, IgnoreRule Ignore, int MostDistinct) : SpreadMetric(MostDistinct)
{
    public override IEnumerable<int> Uses => RowCondition.Columns(Condition).Concat(Columns);

    public override MetricPart Start() => new RowTallyPart(this);
}
