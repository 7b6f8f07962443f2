using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Conditions;

/// <summary>A missing value, or with <paramref name="present"/> one that is there.</summary>
internal sealed class NullNode(int column, bool present) : ConditionNode
{
    public override IEnumerable<int> Columns => [column];

    public override NodeState Start() => new State(column, present);

    private sealed class State(int column, bool present) : NodeState
    {
        public override void Evaluate(BatchView view, Span<ulong> holds, Span<ulong> unknown)
        {
            var missing = view.Column(column).Missing;
            for (var word = 0; word < holds.Length; word++)
                holds[word] = present ? ~missing[word] : missing[word];
            unknown.Clear();
        }
    }
}
