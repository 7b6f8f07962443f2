using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Conditions;

/// <summary>Both parts, or with <paramref name="either"/> one of them; in Kleene's logic.</summary>
internal sealed class BothNode(ConditionNode left, ConditionNode right, bool either) : ConditionNode
{
    public override IEnumerable<int> Columns => left.Columns.Concat(right.Columns);

    public override NodeState Start() => new State(left.Start(), right.Start(), either);

    private sealed class State(NodeState left, NodeState right, bool either) : NodeState
    {
        private ulong[] _holds = [];
        private ulong[] _unknown = [];

        public override void Evaluate(BatchView view, Span<ulong> holds, Span<ulong> unknown)
        {
            if (_holds.Length < holds.Length)
                (_holds, _unknown) = (new ulong[holds.Length], new ulong[holds.Length]);
            left.Evaluate(view, holds, unknown);
            right.Evaluate(view, _holds.AsSpan(0, holds.Length), _unknown.AsSpan(0, holds.Length));
            for (var word = 0; word < holds.Length; word++)
            {
                var (yes, maybe) = (holds[word], unknown[word]);
                var (yes2, maybe2) = (_holds[word], _unknown[word]);
                holds[word] = either ? yes | yes2 : yes & yes2;
                unknown[word] = either ? (maybe | maybe2) & ~(yes | yes2) : ((yes | maybe) & (yes2 | maybe2)) & ~(yes & yes2);
            }
        }
    }
}
