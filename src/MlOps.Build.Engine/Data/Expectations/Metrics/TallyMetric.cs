using MlOps.Build.Engine.Data.Expectations.Conditions;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>How often each value of a column occurs.</summary>
/// <param name="Column">Its index.</param>
/// <param name="Condition">Selects the rows; null: all.</param>
/// <param name="MostDistinct">So many different values are kept at most.</param>
internal sealed record TallyMetric(int Column, RowCondition? Condition, int MostDistinct) : SpreadMetric(MostDistinct)
{
    public override IEnumerable<int> Uses => RowCondition.Columns(Condition).Append(Column);

    public override MetricPart Start() => new TallyPart(this);
}
