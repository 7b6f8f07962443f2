using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations.Conditions;

/// <summary>A test on a column's values. A missing value is unknown in SQL; in pandas it is what <paramref name="missingHolds"/> says.</summary>
internal sealed class TestNode(int column, ValueTest test, ConditionDialect dialect, bool missingHolds) : ConditionNode
{
    public override IEnumerable<int> Columns => [column];

    public override NodeState Start() => new State(column, test.Start(), dialect, missingHolds);

    private sealed class State(int column, ValueProbe probe, ConditionDialect dialect, bool missingHolds) : NodeState
    {
        public override void Evaluate(BatchView view, Span<ulong> holds, Span<ulong> unknown)
        {
            probe.Mark(view, column, holds);
            var missing = view.Column(column).Missing;
            for (var word = 0; word < holds.Length; word++)
            {
                holds[word] &= ~missing[word];
                if (dialect == ConditionDialect.Pandas && missingHolds)
                    holds[word] |= missing[word];
                unknown[word] = dialect == ConditionDialect.Sql ? missing[word] : 0;
            }
        }
    }
}
