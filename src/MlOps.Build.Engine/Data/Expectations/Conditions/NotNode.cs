using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Conditions;

/// <summary>The opposite; what is unknown stays so.</summary>
internal sealed class NotNode(ConditionNode inner) : ConditionNode
{
    public override IEnumerable<int> Columns => inner.Columns;

    public override NodeState Start() => new State(inner.Start());

    private sealed class State(NodeState inner) : NodeState
    {
        public override void Evaluate(BatchView view, Span<ulong> holds, Span<ulong> unknown)
        {
            inner.Evaluate(view, holds, unknown);
            for (var word = 0; word < holds.Length; word++)
                holds[word] = ~(holds[word] | unknown[word]);
        }
    }
}
